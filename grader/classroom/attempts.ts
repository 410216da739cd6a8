import { createHash } from "node:crypto";
import type { Grade, GradeKey } from "#contract/class.ts";
import { ungradable } from "#engine/grade.ts";
import type { Attempt, Gradebook } from "#gradebook/gradebook.ts";
import { idOf, type StudentWork, type Task } from "./plan.ts";
import type { Room } from "./room.ts";

/**
 * So often may the grader die while it grades one student's submissions and nothing else. Machines and people end processes
 * too, so a few deaths prove nothing; but a class must come to its end.
 */
const deathsAllowed = 6;

export interface Turns {
  /** Graded side by side: no grader has died over them. */
  readonly fresh: readonly StudentWork[];
  /** Were being graded when a grader died: one at a time and last, so that a death tells whose it is. */
  readonly suspects: readonly StudentWork[];
  readonly givenUp: readonly StudentWork[];
}

/** Who is graded when, by what earlier graders of this class have died over. */
export async function turnsOf(
  gradebook: Gradebook,
  classId: string,
  works: readonly StudentWork[],
): Promise<Turns> {
  const begun = new Map((await gradebook.begun(classId)).map((one) => [nameOf(one), one.deaths]));
  const deathsOf = (work: StudentWork): number => begun.get(nameOf(attemptOf(work))) ?? 0;
  const isKnown = (work: StudentWork): boolean => begun.has(nameOf(attemptOf(work)));
  const known = works.filter(isKnown);
  return {
    fresh: works.filter((work) => !isKnown(work)),
    suspects: known
      .filter((work) => deathsOf(work) < deathsAllowed)
      .toSorted((one, other) => deathsOf(one) - deathsOf(other)),
    givenUp: known.filter((work) => deathsOf(work) >= deathsAllowed),
  };
}

interface Begins extends Pick<StudentWork, "student"> {
  readonly tasks: readonly Pick<Task, "key">[];
}

/** Deaths count for one and the same work only: a changed submission, or another grader, is tried anew. */
export function attemptOf({ student, tasks }: Begins): Attempt {
  const ids = tasks.map(({ key }) => idOf(key)).toSorted();
  return { student, work: createHash("sha256").update(ids.join()).digest("hex") };
}

/**
 * The key of a grade that was given and not found. It leaves the true one free: what ended the grader may have been the
 * machine, and a regrade tries again.
 */
export function givenUpKey(key: GradeKey): GradeKey {
  return { ...key, graderVersion: `${key.graderVersion} (given up)` };
}

/** Grades without a run: each says that the grader did not survive it. */
export async function giveUp(
  { tasks }: StudentWork,
  { grader, ports, sandbox }: Room,
): Promise<readonly Grade[]> {
  const why = { key: "ungradable.ends-grader", values: { deaths: deathsAllowed } };
  return await Promise.all(
    tasks.map(async ({ key, seed }) => {
      const exercise = await grader.exercise(key.exercise);
      const report = ungradable({ exercise, seed }, why, { ...ports, sandbox });
      return { ...givenUpKey(key), report, gradedAt: new Date().toISOString() };
    }),
  );
}

function nameOf({ student, work }: Attempt): string {
  return JSON.stringify([student, work]);
}
