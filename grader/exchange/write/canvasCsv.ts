import { csv } from "./csv.ts";
import { maxScoreOf, type GradeSheet } from "./gradeSheet.ts";
import { rounded } from "./gradesCsv.ts";

/**
 * A CSV that Canvas's gradebook imports: the five student columns, a column per assignment, a "Points Possible" row, students.
 * Canvas finds a student by ID, then by SIS User ID, by SIS Login ID, and by name last. A column that has an assignment's
 * exact name, or ends in its number in brackets, is that assignment; any other becomes a new one, which Canvas asks about.
 * An empty cell leaves the gradebook as it is: nothing graded is not a 0.
 * Source: Canvas LMS, lib/gradebook_importer.rb (header?, update_column_count, process_pp, process_student).
 */
export function canvasCsv(sheet: GradeSheet): string {
  const { students, exercises } = sheet.results;
  const header = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ...exercises];
  const possible = exercises.map((exercise) => rounded(maxScoreOf(sheet, exercise)));
  const rows = students.map(({ id, name, aliases = {} }) => [
    harmless(name),
    aliases["canvas"],
    aliases["sis"],
    aliases["login"] ?? (aliases["canvas"] === undefined ? id : undefined),
    aliases["section"],
    ...exercises.map((exercise) => {
      const entry = sheet.entry(id, exercise);
      return entry?.grade === undefined ? undefined : rounded(entry.score);
    }),
  ]);
  return csv([
    header,
    ["    Points Possible", undefined, undefined, undefined, undefined, ...possible],
    ...rows,
  ]);
}

/** Canvas takes every row whose first cell has these words for the row of points, and would let a student set them. */
function harmless(name: string): string {
  return name.replaceAll("Points Possible", "Points-Possible");
}
