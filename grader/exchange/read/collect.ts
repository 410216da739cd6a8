import type { Refused } from "#contract/class.ts";
import type { Owned } from "./assign.ts";
import { exerciseOf } from "./exerciseOf.ts";
import type { ReadLimits } from "./limits.ts";
import { isSource } from "./recognise.ts";
import { isRefusal, type Refusal } from "./source.ts";
import { decodeText, MAX_SOURCE_BYTES } from "./text.ts";
import { isZip } from "./zipEntry.ts";

/** A text that solves an exercise, one of perhaps several versions. */
export interface Candidate {
  readonly owned: Owned;
  readonly exercise: string;
  readonly source: string;
  readonly sureness: number;
  readonly copy: number;
}

export interface Collected {
  readonly candidates: readonly Candidate[];
  readonly refused: readonly Refused[];
}

/** Reads the sources among the files, one after the other, within the limits. */
export async function collect(
  files: readonly Owned[],
  exercises: readonly string[],
  limits: ReadLimits,
): Promise<Collected> {
  const candidates: Candidate[] = [];
  const refused: Refused[] = [];
  const budget = openBudget(limits);
  for (const owned of files) {
    const read = refusalByName(owned) ?? (await readText(owned, budget));
    if (read === "companion") continue;
    const outcome = typeof read === "object" ? read : solve(owned, read, exercises);
    if (isRefusal(outcome))
      refused.push({ student: owned.student, ...named(owned), origin: owned.found.origin, ...outcome });
    else candidates.push(outcome);
  }
  return { candidates, refused };
}

const archive = /\.(?:zip|7z|rar|tar|t?gz|t?bz2?|t?xz|zst|jar)$/i;
/** What an exercise's folder or a repository has beside the work itself. */
const companion =
  /^(?:(?:readme|license|contributing)(?:\..*)?|package(?:-lock)?\.json|[jt]sconfig.*\.json|.*\.d\.m?ts)$/i;

function refusalByName({ found, claim }: Owned): Refusal | "companion" | null {
  const name = claim.inner.split("/").at(-1) ?? "";
  if (found.refusal) return found.refusal;
  if (archive.test(name)) return nested;
  if (companion.test(name)) return "companion";
  return isSource(name) ? null : { code: "unknown-exercise", reason: "It is not a TypeScript file." };
}

const nested: Refusal = {
  code: "nested-archive",
  reason: "It is an archive inside what was handed in; archives are opened once.",
};

interface Budget {
  /** Null as long as this student and the whole class may be read further. */
  exceeded(student: string): Refusal | null;
  spend(student: string, bytes: number): void;
}

function openBudget(limits: ReadLimits): Budget {
  const students = new Map<string, { files: number; bytes: number }>();
  let all = 0;
  return {
    exceeded: (student) => {
      const { files, bytes } = students.get(student) ?? { files: 0, bytes: 0 };
      if (files >= limits.filesPerStudent)
        return overBudget(`one student's first ${limits.filesPerStudent} files`);
      if (bytes >= limits.bytesPerStudent)
        return overBudget(`${limits.bytesPerStudent} bytes of one student`);
      return all >= limits.bytesInAll ? overBudget(`${limits.bytesInAll} bytes of the class`) : null;
    },
    spend: (student, count) => {
      const { files, bytes } = students.get(student) ?? { files: 0, bytes: 0 };
      students.set(student, { files: files + 1, bytes: bytes + count });
      all += count;
    },
  };
}

function overBudget(read: string): Refusal {
  return { code: "too-large", reason: `Only ${read} are read.` };
}

async function readText({ student, found }: Owned, budget: Budget): Promise<string | Refusal> {
  const over = budget.exceeded(student);
  if (over) return over;
  const bytes = await found.read(MAX_SOURCE_BYTES);
  budget.spend(student, isRefusal(bytes) ? MAX_SOURCE_BYTES : bytes.length);
  if (isRefusal(bytes)) return bytes;
  if (isZip(bytes)) return nested;
  const text = decodeText(bytes);
  if (text === null) return { code: "not-text", reason: "It is not text in UTF-8, UTF-16 or Shift_JIS." };
  return text.trim() === "" ? { code: "unreadable", reason: "The file is empty." } : text;
}

function solve(owned: Owned, source: string, exercises: readonly string[]): Candidate | Refusal {
  const { exercise } = owned.claim;
  if (exercise !== undefined)
    return exercises.includes(exercise)
      ? { owned, exercise, source, sureness: 3, copy: 0 }
      : unknownExercise(exercise);
  const found = exerciseOf(owned.claim.inner, source, exercises);
  return "unknown" in found ? unknownExercise(found.unknown) : { owned, source, ...found };
}

function unknownExercise(name: string | null): Refusal {
  const reason =
    name === null
      ? "Neither its name nor its first line says which exercise it solves."
      : `"${name}" is not among the exercises that are graded.`;
  return { code: "unknown-exercise", reason };
}

/** The exercise of a file that is refused before it was read, where the index says it. */
function named({ claim }: Owned): { exercise?: string } {
  return claim.exercise === undefined ? {} : { exercise: claim.exercise };
}
