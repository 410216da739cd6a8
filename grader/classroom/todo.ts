import type { GradeKey } from "#contract/class.ts";
import type { Gradebook } from "#gradebook/gradebook.ts";
import { givenUpKey } from "./attempts.ts";
import { idOf, placeOf, remaining, type StudentWork } from "./plan.ts";

export interface Todo {
  /** What has no grade yet. */
  readonly works: readonly StudentWork[];
  /** All tasks, done or not. */
  readonly total: number;
  /** Grades that count, but are of an earlier submission, exercise, grader or seed. */
  readonly outdated: readonly GradeKey[];
  /** What counts as given up since an earlier run. */
  readonly givenUp: readonly GradeKey[];
}

/**
 * What is left of a class. What was graded before a kill is found by its key and made to count; what counts already is left
 * as it is, whatever has changed since.
 */
export async function todoOf(
  gradebook: Gradebook,
  classId: string,
  works: readonly StudentWork[],
): Promise<Todo> {
  const official = new Map((await gradebook.official(classId)).map((key) => [placeOf(key), key]));
  const keys = works.flatMap(({ tasks }) => tasks.map(({ key }) => key));
  const counts = (key: GradeKey): boolean => isSame(official.get(placeOf(key)), key);
  const givenUp = keys.filter((key) => counts(givenUpKey(key)));
  const outdated = keys
    .filter((key) => !counts(key) && !counts(givenUpKey(key)))
    .flatMap((key) => official.get(placeOf(key)) ?? []);
  const open = remaining(works, (key) => official.has(placeOf(key)));
  const kept = await gradebook.kept(open.flatMap((work) => work.tasks.map(({ key }) => key)));
  await gradebook.publish(classId, kept);
  const known = new Set(kept.map(idOf));
  return { works: remaining(open, (key) => known.has(idOf(key))), total: keys.length, outdated, givenUp };
}

function isSame(one: GradeKey | undefined, other: GradeKey): boolean {
  return one !== undefined && idOf(one) === idOf(other);
}
