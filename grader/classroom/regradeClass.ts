import type { Grade, GradeKey } from "#contract/class.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";
import { givenUpKey } from "./attempts.ts";
import { gradeAndKeep, type Graded, type GradeClassOptions, type Keep } from "./gradeClass.ts";
import { idOf, placeOf, remaining } from "./plan.ts";
import type { Room } from "./room.ts";
import { verdictOf } from "./verdict.ts";

export interface Change {
  readonly student: string;
  readonly exercise: string;
  /** Nothing where there was no grade. */
  readonly before?: Grade;
  readonly after: Grade;
}

export interface Regrade extends Pick<Graded, "troubled" | "givenUp"> {
  /** Verdicts that would be others. */
  readonly changes: readonly Change[];
  /** All keys that would count from now on, also where the verdict stays the same. */
  readonly keys: readonly GradeKey[];
}

/**
 * Grades what has changed since its grade - the submission, the exercise, the grader or the seed - and what was given up.
 * The new grades are kept, so that a second look costs nothing, but none of them counts before `Gradebook.publish` says so.
 */
export async function regradeClass(
  gradebook: Gradebook,
  openRoom: () => Promise<Room>,
  options: GradeClassOptions,
): Promise<Regrade> {
  const official = new Map((await gradebook.official(options.classId)).map((key) => [placeOf(key), key]));
  const counts = new Set([...official.values()].map(idOf));
  const changed = remaining(options.works, (key) => counts.has(idOf(key)));
  const keys = changed.flatMap((work) => work.tasks.map(({ key }) => key));
  const kept = new Set((await gradebook.kept(keys)).map(idOf));
  const works = remaining(changed, (key) => kept.has(idOf(key)));
  const keep: Keep = (grades) => gradebook.keep(grades);
  const found = await gradeAndKeep({ gradebook, keep, openRoom }, { ...options, works, total: keys.length });
  const givenUp = new Set(found.givenUp.map(placeOf));
  const after = await gradebook.grades(
    keys.map((key) => (givenUp.has(placeOf(key)) && !kept.has(idOf(key)) ? givenUpKey(key) : key)),
  );
  const old = after.flatMap((grade) => official.get(placeOf(grade)) ?? []);
  const before = new Map((await gradebook.grades(old)).map((grade) => [placeOf(grade), grade]));
  const changes = after
    .map((grade) => changeOf(before.get(placeOf(grade)), grade))
    .filter(({ before: was, after: is }) => was === undefined || !saysTheSame(was, is));
  return { changes, keys: after, ...found };
}

function changeOf(before: Grade | undefined, after: Grade): Change {
  const { student, exercise } = after;
  return { student, exercise, ...(before && { before }), after };
}

/** Whether two verdicts differ in nothing but what they were made from. */
function saysTheSame(before: Grade, after: Grade): boolean {
  const { exerciseVersion, graderVersion, seed } = after.report;
  return verdictOf({ ...before.report, exerciseVersion, graderVersion, seed }) === verdictOf(after.report);
}
