import type { ExerciseManifest } from "#contract/exercise.ts";
import { GradusError } from "#contract/errors.ts";
import { exerciseFolder, exerciseIds } from "./folders.ts";
import { readManifest } from "./manifest.ts";

type Placed = Pick<ExerciseManifest, "id" | "track" | "prerequisites">;

/**
 * The order in which a course is taken: nothing comes before what it builds on; among those that may come next, the lowest
 * track does, then the first by id. What builds on itself in a circle, or on something that is not there, waits for nothing.
 */
export function inCourseOrder<T extends Placed>(exercises: readonly T[]): readonly T[] {
  const waiting = exercises.toSorted((a, b) => a.track.number - b.track.number || a.id.localeCompare(b.id));
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const ahead = new Set(waiting.map((one) => one.id));
    const next = waiting.findIndex((one) => !one.prerequisites.some((id) => ahead.has(id)));
    ordered.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return ordered;
}

/** Ids of all exercises in a folder in the order of the course; those whose manifest is broken come last, by name. */
export async function courseIds(folder: string): Promise<readonly string[]> {
  const ids = await exerciseIds(folder);
  const ordered = inCourseOrder(await manifestsOf(folder, ids)).map((one) => one.id);
  return [...ordered, ...ids.filter((id) => !ordered.includes(id))];
}

/** The manifests of these exercises, without the broken ones. */
export async function manifestsOf(
  folder: string,
  ids: readonly string[],
): Promise<readonly ExerciseManifest[]> {
  const read = ids.map(async (id) => readManifest(await exerciseFolder(folder, id)).catch(brokenOnly));
  return (await Promise.all(read)).filter((one) => one !== null);
}

function brokenOnly(error: unknown): null {
  if (error instanceof GradusError) return null;
  throw error;
}

/** What an exercise needs first and nobody can take: ids that name none of these exercises, and those that lead back to it. */
export function brokenPrerequisites(id: string, exercises: readonly Placed[]): readonly string[] {
  const known = new Map(exercises.map((one) => [one.id, one.prerequisites]));
  return (known.get(id) ?? []).filter((earlier) => !known.has(earlier) || leadsTo(earlier, id, known));
}

function leadsTo(from: string, to: string, known: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (!seen.has(id)) open.push(...(known.get(id) ?? []));
    seen.add(id);
  }
  return false;
}
