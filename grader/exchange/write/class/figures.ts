import type { ClassEntry, ClassResults, Student } from "#contract/class.ts";
import type { Status } from "#contract/report.ts";

/** Everyone who was graded on an exercise, with their share of its points after the late policy. */
export function sharesOf(
  { entries }: Pick<ClassResults, "entries">,
  exercise: string,
): readonly { readonly student: Student; readonly share: number }[] {
  return entries
    .filter((one) => one.exercise === exercise && one.grade !== undefined)
    .map(({ student, score, maxScore }) => ({ student, share: maxScore === 0 ? 0 : score / maxScore }));
}

export const bins = 10;

/** Full marks lie in the last one. */
export function binOf(share: number): number {
  return Math.min(bins - 1, Math.max(0, Math.floor(share * bins)));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** By function, who has which verdict. */
export type Verdicts = ReadonlyMap<string, ReadonlyMap<Status, readonly Student[]>>;

export function verdictsOn({ entries }: Pick<ClassResults, "entries">, exercise: string): Verdicts {
  const found = new Map<string, Map<Status, Student[]>>();
  for (const { student, grade } of entries.filter((one) => one.exercise === exercise))
    for (const { name, status } of grade?.report.functions ?? []) {
      const row = found.get(name) ?? new Map<Status, Student[]>();
      const students = row.get(status) ?? [];
      students.push(student);
      found.set(name, row.set(status, students));
    }
  return found;
}

export interface Slip {
  readonly exercise: string;
  readonly id: string;
  readonly functions: Set<string>;
  readonly students: Map<string, Student>;
}

/** Named slips, the most frequent first, with the students behind each. */
export function slipsOf({ entries }: Pick<ClassResults, "entries">): readonly Slip[] {
  const slips = new Map<string, Slip>();
  for (const { student, exercise, grade } of entries)
    for (const { name, misconception, rootCause } of grade?.report.functions ?? []) {
      if (misconception === null || !rootCause) continue;
      const key = `${exercise} ${misconception}`;
      const slip = slips.get(key) ?? {
        exercise,
        id: misconception,
        functions: new Set(),
        students: new Map(),
      };
      slip.functions.add(name);
      slip.students.set(student.id, student);
      slips.set(key, slip);
    }
  return [...slips.values()].toSorted((a, b) => b.students.size - a.students.size);
}

const slowest = 10;

/** What did not run to its end, and what took longest of the others. */
export function runsOf({ entries }: Pick<ClassResults, "entries">): {
  readonly failed: readonly ClassEntry[];
  readonly slow: readonly ClassEntry[];
} {
  const received = entries.filter((entry) => entry.received !== undefined);
  return {
    failed: received.filter((entry) => troubleOf(entry) !== ""),
    slow: received
      .filter((entry) => entry.grade !== undefined && troubleOf(entry) === "")
      .toSorted((a, b) => wallMsOf(b) - wallMsOf(a))
      .slice(0, slowest),
  };
}

export function wallMsOf({ grade }: Pick<ClassEntry, "grade">): number {
  return grade?.report.wallMs ?? 0;
}

/** A function that throws has been graded like any other; here is only what stopped the run. */
const stopping = /^(submission|ungradable)\.|\.(memory|crash)$/;

/** "" where the submission ran to its end. */
export function troubleOf({ grade }: Pick<ClassEntry, "grade">): string {
  if (grade === undefined) return "not graded: the grader's trouble, not the student's";
  const stopped = grade.report.functions
    .filter(({ status, message }) => status === "timeout" || stopping.test(message.key))
    .map(({ name, message }) =>
      message.key.startsWith("submission.") ? message.key : `${name}: ${message.key}`,
    );
  return [...new Set(stopped)].join(", ");
}
