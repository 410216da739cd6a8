import type { Grade } from "#contract/class.ts";
import { ungradable } from "#engine/grade.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";
import type { StudentWork } from "./plan.ts";
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
  const begun = new Map((await gradebook.begun(classId)).map(({ student, deaths }) => [student, deaths]));
  const deathsOf = ({ student }: StudentWork): number => begun.get(student) ?? 0;
  const known = works.filter(({ student }) => begun.has(student));
  return {
    fresh: works.filter(({ student }) => !begun.has(student)),
    suspects: known
      .filter((work) => deathsOf(work) < deathsAllowed)
      .toSorted((one, other) => deathsOf(one) - deathsOf(other)),
    givenUp: known.filter((work) => deathsOf(work) >= deathsAllowed),
  };
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
      return { ...key, report, gradedAt: new Date().toISOString() };
    }),
  );
}
