import type { ClassSubmissions, Refused, Student } from "#contract/class.ts";
import { assign, type Assignment } from "./assign.ts";
import { collect, type Collected } from "./collect.ts";
import { readLimits, type ReadLimits } from "./limits.ts";
import { openSources } from "./openSources.ts";
import { fold } from "./people.ts";
import { isSource, type Recognised } from "./recognise.ts";
import { readRoster } from "./roster.ts";
import { inOrder, type Found, type Source } from "./source.ts";
import { chooseVersions } from "./versions.ts";

export interface ClassToRead {
  /** A folder or a zip: see `recognise.ts` and `layouts/` for what it may be. */
  readonly path: string;
  /** A class list in CSV. With it, whoever is not on it is refused. */
  readonly roster?: string;
  /** Ids of the exercises that are graded. */
  readonly exercises: readonly string[];
  readonly limits?: ReadLimits;
}

/**
 * What a class handed in. Nothing that a student can hand in makes it throw: what cannot be taken is in `refused`, with whose it
 * is where that is known. What the instructor gave - the path, the roster, an export's index - throws where it is unusable.
 * Students come in the roster's order or by id, their submissions in the order of the exercises, refusals by place.
 */
export async function readClass({
  path,
  roster,
  exercises,
  limits = readLimits,
}: ClassToRead): Promise<ClassSubmissions> {
  const list = roster === undefined ? null : await readRoster(roster);
  const accounts = (list?.students ?? []).flatMap(({ aliases }) => aliases?.["github"] ?? []).map(fold);
  const opened: Source[] = [];
  try {
    const keep = (source: Source): number => opened.push(source);
    const sources = await openSources(path, { exercises, accounts, limits, keep });
    const assignment = assign(sources, list?.students ?? indexed(sources));
    const collected = await collect(assignment.owned, exercises, limits);
    const { received, superseded } = chooseVersions(collected.candidates);
    const refused = [
      ...(list?.refused ?? []),
      ...sources.flatMap(({ source }) => source.refused),
      ...assignment.refused,
      ...assignment.stray.flatMap(strayRefusal),
      ...withoutScaffolding([...collected.refused, ...superseded], { ...assignment, ...collected }, sources),
    ];
    const place = new Map(assignment.students.map(({ id }, at) => [id, at]));
    return {
      students: assignment.students,
      received: received.toSorted(
        (left, right) =>
          (place.get(left.student) ?? 0) - (place.get(right.student) ?? 0) ||
          exercises.indexOf(left.exercise) - exercises.indexOf(right.exercise),
      ),
      refused: refused.toSorted(byPlace),
    };
  } finally {
    await Promise.all(opened.map((source) => source.close()));
  }
}

/** The students of an export's index, where it is all there is to read. */
function indexed(sources: readonly Recognised[]): readonly Student[] | null {
  return sources.length === 1 ? (sources[0]?.layout.students ?? null) : null;
}

/** Sources that nobody's are may be somebody's lost work; anything else beside the students' folders is the instructor's. */
function strayRefusal({ path, origin, refusal }: Found): Refused[] {
  if (refusal) return [{ origin, ...refusal }];
  const reason = "It lies in no student's folder and its name does not say whose it is.";
  return isSource(path) && !path.endsWith(".txt") ? [{ origin, code: "unknown-student", reason }] : [];
}

/** A repository holds more than the work: what solves no exercise is told only of a student of whom nothing was found. */
function withoutScaffolding(
  refused: readonly Refused[],
  { candidates, owned }: Pick<Collected, "candidates"> & Pick<Assignment, "owned">,
  sources: readonly Recognised[],
): readonly Refused[] {
  const clones = new Set(
    sources.filter(({ layout }) => layout.platform === "github").map(({ source }) => source),
  );
  const cloned = new Set(owned.filter(({ source }) => clones.has(source)).map(({ found }) => found.origin));
  const solvers = new Set(candidates.map(({ owned: { student } }) => student));
  const isScaffolding = ({ code, origin, student = "" }: Refused): boolean =>
    code === "unknown-exercise" && cloned.has(origin) && solvers.has(student);
  return refused.filter((one) => !isScaffolding(one));
}

function byPlace(left: Refused, right: Refused): number {
  return (
    inOrder(left.origin, right.origin) || inOrder(left.code, right.code) || inOrder(left.reason, right.reason)
  );
}
