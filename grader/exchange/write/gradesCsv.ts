import { csv } from "./csv.ts";
import { totalOf, type GradeSheet } from "./gradeSheet.ts";

/** Excel takes a file without this mark for one of its own old encodings and spoils names. */
const byteOrderMark = "\uFEFF";

/** grades.csv: a row per student, a column per exercise (empty: nothing graded), and the weighted total in per cent. */
export function gradesCsv(sheet: GradeSheet): string {
  const { students, exercises } = sheet.results;
  const header = ["student", "name", "email", ...exercises, "total %"];
  const rows = students.map((student) => [
    student.id,
    student.name,
    student.email,
    ...exercises.map((exercise) => {
      const entry = sheet.entry(student.id, exercise);
      return entry?.grade === undefined ? undefined : rounded(entry.score);
    }),
    rounded(100 * totalOf(sheet, student)),
  ]);
  return byteOrderMark + csv([header, ...rows]);
}

/** Two digits, as every gradebook keeps. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
