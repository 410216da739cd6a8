import type {
  ClassEntry,
  ClassResults,
  InstructorComment,
  Likeness,
  Received,
  Student,
} from "#contract/class.ts";
import type { Language } from "#contract/messages.ts";
import type { ExerciseReading } from "./reading.ts";
import { withoutHidden } from "./withoutHidden.ts";

/** Everything that the writers write from. */
export interface GradeSheet {
  readonly results: ClassResults;
  readonly texts: Readonly<Record<string, ExerciseReading>>;
  readonly comments: readonly InstructorComment[];
  readonly likenesses: readonly Likeness[];
  /** Submissions that could not be compared. */
  readonly notCompared: readonly Pick<Received, "student" | "exercise">[];
  /** Of students who have named none. */
  readonly language: Language;
  readonly entry: (student: string, exercise: string) => ClassEntry | undefined;
  readonly commentsOn: (student: string, exercise: string) => readonly InstructorComment[];
}

export type SheetParts = Omit<GradeSheet, "entry" | "commentsOn">;

export function gradeSheet(parts: SheetParts): GradeSheet {
  const results = { ...parts.results, entries: parts.results.entries.map(readable) };
  const entries = new Map(results.entries.map((entry) => [key(entry.student.id, entry.exercise), entry]));
  const comments = Map.groupBy(parts.comments, (one) => key(one.student, one.exercise));
  return {
    ...parts,
    results,
    entry: (student, exercise) => entries.get(key(student, exercise)),
    commentsOn: (student, exercise) => comments.get(key(student, exercise)) ?? [],
  };
}

function readable(entry: ClassEntry): ClassEntry {
  if (entry.grade === undefined) return entry;
  return { ...entry, grade: { ...entry.grade, report: withoutHidden(entry.grade.report) } };
}

function key(student: string, exercise: string): string {
  return JSON.stringify([student, exercise]);
}

export function weightOf({ results }: GradeSheet, exercise: string): number {
  return results.course.weights?.[exercise] ?? 1;
}

/** The most that can be had for an exercise: 0 where nobody was graded, and so nobody said. */
export function maxScoreOf({ results }: GradeSheet, exercise: string): number {
  return Math.max(
    0,
    ...results.entries.filter((one) => one.exercise === exercise).map((one) => one.maxScore),
  );
}

/** A student's total, 0 to 1: the mean of the exercises' shares by weight; what was not handed in counts 0. */
export function totalOf(sheet: GradeSheet, { id }: Student): number {
  let total = 0;
  let weights = 0;
  for (const exercise of sheet.results.exercises) {
    const { score = 0, maxScore = 0 } = sheet.entry(id, exercise) ?? {};
    total += weightOf(sheet, exercise) * (maxScore === 0 ? 0 : score / maxScore);
    weights += weightOf(sheet, exercise);
  }
  return weights === 0 ? 0 : total / weights;
}

/** When an exercise is due, where the course says so. */
export function dueOf({ results }: GradeSheet, exercise: string): string | undefined {
  const due = results.course.late?.due;
  return due?.[exercise] ?? due?.["*"];
}

export function titleOf({ texts }: GradeSheet, exercise: string, language: Language): string {
  return texts[exercise]?.title[language] ?? exercise;
}
