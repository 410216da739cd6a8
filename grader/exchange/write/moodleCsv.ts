import type { Student } from "#contract/class.ts";
import { csv, type Cell } from "./csv.ts";
import { maxScoreOf, titleOf, type GradeSheet } from "./gradeSheet.ts";
import { escapeMarkup } from "./markup.ts";
import { printNumber, printPercent, readReport, type FunctionReading } from "./reading.ts";

const header = [
  "Identifier",
  "Full name",
  "Email address",
  "Status",
  "Grade",
  "Maximum Grade",
  "Grade can be changed",
  "Last modified (submission)",
  "Last modified (grade)",
  "Feedback comments",
];

/**
 * An exercise's grading worksheet, as Moodle's assignment gives it out and takes it back ("Upload grading worksheet").
 * Moodle reads four columns, by their English names: Identifier ("Participant 123", the number of the student in this
 * assignment, from the alias `moodle`), Grade, Last modified (grade) and Feedback comments, which is HTML. A row without a
 * known number is passed over. "-" as the time of the grade makes Moodle keep whatever was changed there by hand, unless
 * "allow updating records that have been modified more recently" is ticked. Maximum Grade must be the assignment's.
 * Source: Moodle, mod/assign/feedback/offline/importgradeslib.php and locallib.php; mod/assign/gradingtable.php for the order.
 */
export function moodleCsv(sheet: GradeSheet, exercise: string): string {
  const maximum = maxScoreOf(sheet, exercise).toFixed(2);
  return csv([
    header,
    ...sheet.results.students.map((student) => row(sheet, { student, exercise, maximum })),
  ]);
}

interface RowParts {
  readonly student: Student;
  readonly exercise: string;
  readonly maximum: string;
}

function row(sheet: GradeSheet, { student, exercise, maximum }: RowParts): readonly Cell[] {
  const entry = sheet.entry(student.id, exercise);
  const number = student.aliases?.["moodle"]?.replace(/^Participant /, "");
  const graded = entry?.grade !== undefined;
  return [
    number === undefined ? "" : `Participant ${number}`,
    student.name,
    student.email ?? "",
    entry?.received === undefined ? "No submission" : `Submitted for grading${graded ? " - Graded" : ""}`,
    graded ? entry.score.toFixed(2) : "",
    maximum,
    "Yes",
    entry?.received?.receivedAt ?? "-",
    "-",
    graded ? feedback(sheet, student, exercise) : "",
  ];
}

/** In the student's language. Moodle puts it on a page as it is, so here it is escaped. */
function feedback(sheet: GradeSheet, { id, language = sheet.language }: Student, exercise: string): string {
  const entry = sheet.entry(id, exercise);
  if (entry?.grade === undefined) return "";
  const comments = sheet.commentsOn(id, exercise);
  const sentences = sheet.texts[exercise]?.sentences ?? {};
  const lines = [
    titleOf(sheet, exercise, language),
    ...(entry.latePenalty > 0 ? [`-${printPercent(entry.latePenalty)}`] : []),
    ...comments.filter((comment) => comment.function === undefined).map(({ text }) => text),
    ...readReport(entry.grade.report, { language, sentences, comments }).map(line),
  ];
  return lines.map((text) => escapeMarkup(text)).join("<br>");
}

function line({ name, points, maxPoints, sentence, look, comments }: FunctionReading): string {
  const said = [sentence, look, ...comments].filter((text) => text !== "").join(" / ");
  return `${name} ${printNumber(points)}/${printNumber(maxPoints)}${said === "" ? "" : `: ${said}`}`;
}
