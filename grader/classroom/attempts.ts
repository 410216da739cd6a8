import { createHash } from "node:crypto";
import type { Grade, GradeKey } from "#contract/class.ts";
import { ungradable } from "#engine/grade.ts";
import type { Attempt, Gradebook } from "#gradebook/gradebook.ts";
import { idOf, remaining, type StudentWork, type Task } from "./plan.ts";
import type { Room } from "./room.ts";

/**
 * So often may the grader die while it grades one submission and nothing else. Machines and people end processes too, so a
 * few deaths prove nothing; but a class must come to its end.
 */
const deathsAllowed = 6;

export interface Turns {
  /** Graded side by side: no grader has died over them. */
  readonly fresh: readonly StudentWork[];
  /** Were being graded when a grader died: one at a time and last, a sandbox for each, so that a death tells whose it is. */
  readonly suspects: readonly StudentWork[];
  readonly givenUp: readonly Task[];
}

/** What is graded when, by what earlier graders of this class have died over. */
export async function turnsOf(
  gradebook: Gradebook,
  classId: string,
  works: readonly StudentWork[],
): Promise<Turns> {
  const begun = new Map((await gradebook.begun(classId)).map((one) => [nameOf(one), one.deaths]));
  const deathsOver = ({ key }: Task): number => begun.get(nameOf(attemptOf(key))) ?? 0;
  const isKnown = (key: GradeKey): boolean => begun.has(nameOf(attemptOf(key)));
  const known = works.flatMap(({ tasks }) => tasks.filter(({ key }) => isKnown(key)));
  return {
    fresh: remaining(works, isKnown),
    suspects: known
      .filter((task) => deathsOver(task) < deathsAllowed)
      .toSorted((one, other) => deathsOver(one) - deathsOver(other))
      .map((task) => ({ student: task.key.student, tasks: [task] })),
    givenUp: known.filter((task) => deathsOver(task) >= deathsAllowed),
  };
}

/** Deaths count for one and the same work only: a changed submission, or another grader, is tried anew. */
export function attemptOf(key: GradeKey): Attempt {
  const { student, exercise } = key;
  return { student, exercise, work: createHash("sha256").update(idOf(key)).digest("hex") };
}

/**
 * The key of a grade that was given and not found. It leaves the true one free: what ended the grader may have been the
 * machine, and a regrade tries again.
 */
export function givenUpKey(key: GradeKey): GradeKey {
  return { ...key, graderVersion: `${key.graderVersion} (given up)` };
}

/** A grade without a run: it says that the grader did not survive it. */
export async function giveUp({ key, seed }: Task, { grader, ports, sandbox }: Room): Promise<Grade> {
  const why = { key: "ungradable.ends-grader", values: { deaths: deathsAllowed } };
  const report = ungradable({ exercise: await grader.exercise(key.exercise), seed }, why, {
    ...ports,
    sandbox,
  });
  return { ...givenUpKey(key), report, gradedAt: new Date().toISOString() };
}

function nameOf({ student, exercise, work }: Attempt): string {
  return JSON.stringify([student, exercise, work]);
}
