import type { Refused, Student } from "#contract/class.ts";
import { identify, strangers, type Match, type Sighting } from "./identify.ts";
import type { Claim, Handle } from "./layouts/layout.ts";
import { directoryOf, fold } from "./people.ts";
import type { Recognised } from "./recognise.ts";
import { inOrder, isRefusal, type Found, type Refusal, type Source } from "./source.ts";

/** A file and whose it is. */
export interface Owned {
  readonly student: string;
  readonly found: Found;
  readonly claim: Claim;
  readonly source: Source;
}

export interface Assignment {
  readonly students: readonly Student[];
  readonly owned: readonly Owned[];
  readonly refused: readonly Refused[];
  /** Files of nobody. */
  readonly stray: readonly Found[];
}

/** Whose each file is. Whoever the roster does not know, and the second name of one student, is refused as a whole. */
export function assign(sources: readonly Recognised[], roster: readonly Student[] | null): Assignment {
  const directory = directoryOf(roster ?? []);
  const stranger = strangers(sources.length > 1);
  const match = (one: Sighting): Match | Refusal =>
    roster === null ? stranger(one) : identify(one, directory);
  const parts = sources.map((one) => assignOne(one, match));
  const met = parts.flatMap(({ students }) => students);
  return {
    students: roster ?? distinct(met),
    owned: parts.flatMap(({ owned }) => owned),
    refused: parts.flatMap(({ refused }) => refused),
    stray: parts.flatMap(({ stray }) => stray),
  };
}

function assignOne({ source, layout }: Recognised, match: (one: Sighting) => Match | Refusal): Assignment {
  const claims = source.found.map((found) => ({ found, claim: layout.claim(found.path) }));
  const handles = [...layout.handles, ...claims.flatMap(({ claim }) => claim?.who ?? [])];
  const { students, refused } = settle(distinctHandles(handles), match);
  const owned = claims.flatMap(({ found, claim }) => {
    const student = claim && students.get(claim.who.key);
    return student ? [{ student: student.id, found, claim, source }] : [];
  });
  return {
    students: [...students.values()],
    owned,
    refused,
    stray: claims.flatMap(({ found, claim }) => (claim ? [] : [found])),
  };
}

/** Every key's student; of several keys that mean one student the surest, then the first in order, is the one. */
function settle(handles: readonly Handle[], match: (one: Sighting) => Match | Refusal) {
  const anonymous = handles.length > 1 && new Set(handles.map(({ name }) => name)).size === 1;
  const matches = handles.map((handle) => ({ handle, match: match({ handle, anonymous }) }));
  const refused: Refused[] = [];
  const students = new Map<string, Student>();
  const taken = new Map<string, string>();
  const sureness = (one: Match | Refusal): number => (isRefusal(one) ? 0 : one.sureness);
  for (const one of matches.toSorted((left, right) => sureness(right.match) - sureness(left.match))) {
    const { handle } = one;
    if (isRefusal(one.match)) {
      refused.push({ origin: handle.place, ...one.match });
      continue;
    }
    const { student } = one.match;
    const before = taken.get(fold(student.id));
    if (before !== undefined) refused.push(duplicate(student, handle, before));
    else students.set(handle.key, student);
    taken.set(fold(student.id), before ?? handle.place);
  }
  return { students, refused };
}

function duplicate({ id }: Student, { place }: Handle, before: string): Refused {
  const reason = `It is of the same student as "${before}", which counts.`;
  return { student: id, origin: place, code: "duplicate-student", reason };
}

function distinctHandles(handles: readonly Handle[]): readonly Handle[] {
  const byKey = new Map<string, Handle>();
  for (const handle of handles) if (!byKey.has(handle.key)) byKey.set(handle.key, handle);
  return [...byKey.values()].toSorted((left, right) => inOrder(left.key, right.key));
}

/** One of each id, whatever its case, in the order of ids; aliases of all sources together. */
function distinct(students: readonly Student[]): readonly Student[] {
  const byId = new Map<string, Student>();
  for (const student of students) {
    const known = byId.get(fold(student.id));
    const aliases = { ...student.aliases, ...known?.aliases };
    byId.set(fold(student.id), {
      ...(known ?? student),
      ...(Object.keys(aliases).length > 0 && { aliases }),
    });
  }
  return [...byId.values()].toSorted((left, right) => inOrder(left.id, right.id));
}
