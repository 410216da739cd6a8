import type { Student } from "#contract/class.ts";
import { csv, type Cell } from "./csv.ts";
import { dueOf, maxScoreOf, type GradeSheet } from "./gradeSheet.ts";
import { rounded } from "./gradesCsv.ts";

const header = [
  "assignment",
  "duedate",
  "timestamp",
  "student_id",
  "last_name",
  "first_name",
  "email",
  "raw_score",
  "late_submission_penalty",
  "score",
  "max_score",
];

/**
 * The columns of `nbgrader export`: a row per assignment and student; who handed nothing in has zeros and no timestamp, and
 * the penalty is in points. Times are Python's `str(datetime)`, in UTC.
 * Source: nbgrader, nbgrader/plugins/export.py (CsvExportPlugin).
 */
export function nbgraderCsv(sheet: GradeSheet): string {
  const { students, exercises } = sheet.results;
  return csv([
    header,
    ...exercises.flatMap((exercise) => students.map((student) => row(sheet, exercise, student))),
  ]);
}

function row(sheet: GradeSheet, exercise: string, student: Student): readonly Cell[] {
  const entry = sheet.entry(student.id, exercise);
  const raw = entry?.grade?.report.score ?? 0;
  const score = entry?.grade === undefined ? 0 : entry.score;
  const [last, first] = namesOf(student.name);
  return [
    exercise,
    pythonTime(dueOf(sheet, exercise)),
    pythonTime(entry?.received?.receivedAt),
    student.id,
    last,
    first,
    student.email,
    rounded(raw),
    rounded(raw - score),
    rounded(score),
    rounded(maxScoreOf(sheet, exercise)),
  ];
}

/** Which part of a name is the family's is known only where a comma says so. */
function namesOf(name: string): readonly [last: string, first: string] {
  const [last = "", first = ""] = name.split(/\s*,\s*/, 2);
  return [last, first];
}

function pythonTime(iso: string | undefined): string {
  if (iso === undefined) return "";
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().slice(0, 19).replace("T", " ");
}
