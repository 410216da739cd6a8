import { setTimeout as sleep } from "node:timers/promises";
import { GradusError } from "#contract/errors.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";
import type { FetchedJob, GradingQueue } from "#gradebook/server/queue.ts";
import { gradeWorks } from "./gradeWorks.ts";
import { keepAndPublish } from "./gradeWriter.ts";
import { workOf, type JobData } from "./jobs.ts";
import type { StudentWork } from "./plan.ts";
import type { Room } from "./room.ts";

export interface Desk {
  readonly gradebook: Gradebook;
  readonly queue: GradingQueue;
  readonly room: Room;
}

export interface WorkOptions {
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly onGraded?: (student: string) => void;
}

/** So many students for each lane are fetched at once: their expected values are computed together. */
const fetchedPerLane = 4;
const idleMs = 500;
const touchMs = 2500;

/**
 * Takes students from the queue and grades them until the signal comes. A job that came to nothing before is graded alone,
 * after the others, so that one that takes its worker along takes nobody else's work with it.
 */
export async function work(desk: Desk, options: WorkOptions): Promise<void> {
  while (!options.signal.aborted) {
    const jobs = await desk.queue.fetch(fetchedPerLane * options.jobs);
    if (jobs.length === 0) {
      await sleep(idleMs, undefined, { signal: options.signal }).catch(() => undefined);
      continue;
    }
    const open = new Set(jobs.map(({ id }) => id));
    const heartbeat = setInterval(() => void desk.queue.touch([...open]).catch(() => undefined), touchMs);
    try {
      const [tried = [], fresh = []] = partition(jobs, (job) => job.retries > 0);
      await gradeJobs(desk, fresh, options, open);
      for (const job of tried) await gradeJobs(desk, [job], options, open);
    } finally {
      clearInterval(heartbeat);
    }
  }
}

async function gradeJobs(
  desk: Desk,
  jobs: readonly FetchedJob[],
  { jobs: lanes, signal, onGraded }: WorkOptions,
  open: Set<string>,
): Promise<void> {
  const settling: Promise<void>[] = [];
  const settle = (id: string, what: () => Promise<void>): void => {
    settling.push(what().finally(() => open.delete(id)));
  };
  const jobOf = new Map<StudentWork, FetchedJob>();
  for (const job of jobs) {
    const found = await workFor(desk, job).catch((error: unknown) => {
      settle(job.id, () => desk.queue.fail(job.id, reasonOf(error)));
    });
    if (found) jobOf.set(found, job);
  }
  await gradeWorks([...jobOf.keys()], desk.room, {
    jobs: lanes,
    signal,
    hear: {
      graded: (grades, of) => {
        const job = jobOf.get(of);
        if (job === undefined) return;
        settle(job.id, async () => {
          await keepAndPublish(desk.gradebook, (job.data as JobData).classId, grades);
          await desk.queue.complete([job.id]);
        });
        onGraded?.(of.student);
      },
      troubled: (of, error) => {
        const job = jobOf.get(of);
        if (job !== undefined) settle(job.id, () => desk.queue.fail(job.id, reasonOf(error)));
      },
    },
  });
  await Promise.all(settling);
}

async function workFor({ gradebook }: Desk, job: FetchedJob): Promise<StudentWork> {
  const data = job.data as JobData;
  const secret = await gradebook.seed(data.seedCommitment);
  if (secret === undefined)
    throw new GradusError("gradebook-failed", "The class's seed is not in the gradebook.");
  return workOf(data, secret);
}

function partition<Item>(
  items: readonly Item[],
  test: (item: Item) => boolean,
): readonly (readonly Item[])[] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
