import { setTimeout as sleep } from "node:timers/promises";
import type { FetchedJob } from "#gradebook/server/queue.ts";
import { giveUp, turnsOf, type Turns } from "./attempts.ts";
import { gradeWorks, type Hear } from "./gradeWorks.ts";
import { JobRecord, putBack, type Desk } from "./jobRecord.ts";

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
 * Takes students from the queue and grades them until the signal comes. What a worker has died over is graded alone, after
 * all else, so that a file that takes its worker along takes nothing else with it.
 */
export async function work(desk: Desk, options: WorkOptions): Promise<void> {
  while (!options.signal.aborted) {
    const jobs = await desk.queue.fetch(fetchedPerLane * options.jobs);
    if (jobs.length === 0) {
      await sleep(idleMs, undefined, { signal: options.signal }).catch(() => undefined);
      continue;
    }
    const ids = jobs.map(({ id }) => id);
    const heartbeat = setInterval(() => void desk.queue.touch(ids).catch(() => undefined), touchMs);
    try {
      await gradeJobs(desk, jobs, options);
    } finally {
      clearInterval(heartbeat);
    }
  }
}

async function gradeJobs(
  desk: Desk,
  jobs: readonly FetchedJob[],
  { jobs: lanes, signal, onGraded }: WorkOptions,
): Promise<void> {
  const records = await openRecords(desk, jobs);
  const recordOf = new Map(records.flatMap((record) => record.tasks.map((task) => [task, record] as const)));
  const hear = (how: { readonly alone: boolean }): Hear => ({
    begins: async (task) => recordOf.get(task)?.begins(task, how),
    graded: (grade, task) => recordOf.get(task)?.graded(grade),
    troubled: ({ tasks }, error) => {
      for (const task of tasks) recordOf.get(task)?.troubled(error);
    },
    // what is written before the next one begins is out of reach of the next one's death
    ends: async () => {
      if (how.alone) await settle();
    },
  });
  const settle = async (): Promise<void> => {
    await Promise.all(records.map((record) => record.settle()));
  };
  const { fresh, suspects, givenUp } = await turnsOfAll(desk, records);
  for (const task of givenUp) recordOf.get(task)?.graded(await giveUp(task, desk.room));
  await gradeWorks(fresh, desk.room, { jobs: lanes, signal, hear: hear({ alone: false }) });
  await settle();
  await gradeWorks(suspects, desk.room, { jobs: 1, signal, hear: hear({ alone: true }) });
  await Promise.all(records.map((record) => record.close()));
  for (const record of records) if (record.isDone) onGraded?.(record.student);
}

async function openRecords(desk: Desk, jobs: readonly FetchedJob[]): Promise<readonly JobRecord[]> {
  const opened = jobs.map(async (job) => {
    try {
      return [await JobRecord.open(desk, job)];
    } catch (error) {
      await putBack(desk, job, error);
      return [];
    }
  });
  return (await Promise.all(opened)).flat();
}

/** Of all jobs together: nothing may be graded after what is more suspect than it. */
async function turnsOfAll({ gradebook }: Desk, records: readonly JobRecord[]): Promise<Turns> {
  const ofClass = Map.groupBy(records, ({ classId }) => classId);
  const turns = await Promise.all(
    [...ofClass].map(([classId, own]) =>
      turnsOf(
        gradebook,
        classId,
        own.map(({ student, tasks }) => ({ student, tasks })),
      ),
    ),
  );
  return {
    fresh: turns.flatMap(({ fresh }) => fresh),
    suspects: turns.flatMap(({ suspects }) => suspects),
    givenUp: turns.flatMap(({ givenUp }) => givenUp),
  };
}
