import { setTimeout as sleep } from "node:timers/promises";
import type { Gradebook } from "#gradebook/gradebook.ts";
import type { GradingQueue } from "#gradebook/server/queue.ts";
import { givenUpKey } from "./attempts.ts";
import type { Graded, GradeClassOptions } from "./gradeClass.ts";
import { jobOf, type JobData } from "./jobs.ts";
import { idOf, placeOf, type StudentWork } from "./plan.ts";
import type { Room } from "./room.ts";
import { todoOf } from "./todo.ts";
import { work } from "./work.ts";

export interface ServerOptions extends GradeClassOptions {
  readonly queue: GradingQueue;
  readonly seedCommitment: string;
  readonly personalised: boolean;
}

const lookMs = 500;

/** Queues what has no grade yet, works on it beside any number of other workers, and waits until all of it is done. */
export async function gradeOnServer(
  gradebook: Gradebook,
  openRoom: () => Promise<Room>,
  options: ServerOptions,
): Promise<Graded> {
  const { classId, queue, seedCommitment, personalised } = options;
  const todo = await todoOf(gradebook, classId, options.works);
  const jobs = todo.works.map((one) => jobOf(one, { classId, seedCommitment, personalised }));
  await gradebook.forgetSetbacks(classId);
  // what waits of an earlier plan is of submissions that have been replaced since
  await queue.replace({ classId }, jobs);
  options.onProgress({ done: todo.total - countTasks(todo.works), total: todo.total });
  if (jobs.length > 0)
    await workUntilDone(gradebook, openRoom, { ...options, works: todo.works, total: todo.total });
  const troubled = jobs.length === 0 ? [] : await gradebook.setbacks(classId);
  const givenUp = await givenUpOf(gradebook, classId, todo.works);
  return { outdated: todo.outdated, troubled, givenUp: [...todo.givenUp, ...givenUp] };
}

async function workUntilDone(
  gradebook: Gradebook,
  openRoom: () => Promise<Room>,
  options: ServerOptions & { readonly total: number },
): Promise<void> {
  const done = new AbortController();
  const signal = AbortSignal.any([options.signal, done.signal]);
  const room = options.jobs === 0 ? undefined : await openRoom();
  const working = room && work({ gradebook, queue: options.queue, room }, { jobs: options.jobs, signal });
  const watching = watch(gradebook, options, signal).finally(() => {
    done.abort();
  });
  try {
    await Promise.all([working, watching]);
  } finally {
    done.abort();
    await Promise.allSettled([working, watching]);
    await room?.close();
  }
}

/** Which of these count by now as what nobody survived. */
async function givenUpOf(
  gradebook: Gradebook,
  classId: string,
  works: readonly StudentWork[],
): Promise<Graded["givenUp"]> {
  const official = new Set((await gradebook.official(classId)).map(idOf));
  return works.flatMap(({ tasks }) =>
    tasks.map(({ key }) => key).filter((key) => official.has(idOf(givenUpKey(key)))),
  );
}

/** Until every task has a grade or its student was given up. */
async function watch(
  gradebook: Gradebook,
  { classId, queue, works, total, onProgress }: ServerOptions & { readonly total: number },
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    for (const { data } of await queue.takeGivenUp()) {
      const { classId: of, student } = data as JobData;
      await gradebook.noteSetback(of, {
        student,
        reason: "it was tried many times and came to nothing each time",
      });
    }
    const official = new Set((await gradebook.official(classId)).map(placeOf));
    const givenUp = new Set((await gradebook.setbacks(classId)).map(({ student }) => student));
    const left = works.map(({ student, tasks }) => ({
      student,
      tasks: tasks.filter(({ key }) => !official.has(placeOf(key))),
    }));
    onProgress({ done: total - countTasks(left), total });
    if (left.every(({ student, tasks }) => tasks.length === 0 || givenUp.has(student))) return;
    await sleep(lookMs, undefined, { signal }).catch(() => undefined);
  }
}

function countTasks(works: readonly StudentWork[]): number {
  return works.reduce((sum, { tasks }) => sum + tasks.length, 0);
}
