import type { Exercise, Seed } from "#engine/ports.ts";
import { gradeStudent, type HearTasks } from "./gradeStudent.ts";
import type { StudentWork } from "./plan.ts";
import { wasCancelled, type Room } from "./room.ts";

export interface Hear extends HearTasks {
  /** Awaited when nothing of this student's runs any more, whatever came of it, and before the lane's next one begins. */
  readonly ends: () => Promise<void>;
  /** The grader's own trouble with one student: the others go on, and this one can be tried again. */
  readonly troubled: (work: StudentWork, error: unknown) => void;
}

/** So many students' expected values are computed at once, with a seed each, and those of the next so many meanwhile. */
const windowSize = 64;

/** Grades students, `jobs` at a time. Ends early, without an error, when the signal says so. */
export async function gradeWorks(
  works: readonly StudentWork[],
  room: Room,
  { jobs, hear, signal }: { readonly jobs: number; readonly hear: Hear; readonly signal: AbortSignal },
): Promise<void> {
  const windows = Array.from({ length: Math.ceil(works.length / windowSize) }, (_, index) =>
    works.slice(index * windowSize, (index + 1) * windowSize),
  );
  let next = prepare(windows[0] ?? [], room);
  for (const [index, window] of windows.entries()) {
    await next;
    next = prepare(windows[index + 1] ?? [], room);
    next.catch(() => undefined); // heard when its turn comes
    await inLanes(window, jobs, async (work) => {
      if (!signal.aborted) await gradeOne(work, room, { hear, signal });
    });
    await forget(window, windows[index + 1] ?? [], room);
    if (signal.aborted) return;
  }
}

async function gradeOne(
  work: StudentWork,
  room: Room,
  { hear, signal }: { readonly hear: Hear; readonly signal: AbortSignal },
): Promise<void> {
  try {
    await gradeStudent(work, room, { hear, signal });
  } catch (error) {
    if (!wasCancelled(error)) hear.troubled(work, error);
  }
  await hear.ends();
}

async function inLanes<Item>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const lane = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function prepare(window: readonly StudentWork[], room: Room): Promise<void> {
  for (const [exercise, seeds] of await seedsOf(window, room)) await room.expected.prepare(exercise, seeds);
}

async function forget(
  window: readonly StudentWork[],
  following: readonly StudentWork[],
  room: Room,
): Promise<void> {
  const still = new Set(following.flatMap(({ tasks }) => tasks.map(({ seed }) => seed.commitment)));
  for (const [exercise, seeds] of await seedsOf(window, room)) {
    const gone = seeds.filter(({ commitment }) => !still.has(commitment));
    room.expected.forget([exercise], gone);
  }
}

async function seedsOf(
  window: readonly StudentWork[],
  { grader }: Room,
): Promise<readonly (readonly [Exercise, readonly Seed[]])[]> {
  const tasks = Map.groupBy(
    window.flatMap((work) => work.tasks),
    ({ key }) => key.exercise,
  );
  return await Promise.all(
    [...tasks].map(async ([id, ofExercise]) => {
      const seeds = new Map(ofExercise.map(({ seed }) => [seed.commitment, seed]));
      return [await grader.exercise(id), [...seeds.values()]] as const;
    }),
  );
}
