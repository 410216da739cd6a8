import type { ClassEntry, Student } from "#contract/class.ts";
import { titleOf, weightOf, type GradeSheet } from "./gradeSheet.ts";
import { rounded } from "./gradesCsv.ts";
import { printNumber, printPercent, readReport, type FunctionReading } from "./reading.ts";

/**
 * One submission's results.json for Gradescope: a test per function, its points times the exercise's weight; the score at the
 * top says the sum after the late policy and overrides that of the tests. Texts are plain ("text"), never Markdown or HTML:
 * they quote what a student's code has thrown. Standard output stays with the instructor.
 * Source: Gradescope, Autograder Specifications, "Output format" (score, execution_time, output, output_format,
 * visibility, stdout_visibility, tests[] with score, max_score, status, name, name_format, number, output, output_format, visibility).
 */
export function gradescopeJson(sheet: GradeSheet, student: Student): string {
  const entries = sheet.results.exercises
    .flatMap((exercise) => sheet.entry(student.id, exercise) ?? [])
    .filter((entry) => entry.grade !== undefined);
  const language = student.language ?? sheet.language;
  const data = {
    score: rounded(sum(entries.map((entry) => weightOf(sheet, entry.exercise) * entry.score))),
    execution_time: rounded(sum(entries.map((entry) => (entry.grade?.report.wallMs ?? 0) / 1000))),
    output: entries.flatMap((entry) => headOf(sheet, entry, language)).join("\n"),
    output_format: "text",
    visibility: "visible",
    stdout_visibility: "hidden",
    tests: entries.flatMap((entry, place) => testsOf(sheet, entry, place + 1)),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** What concerns an exercise as a whole: its score, what being late took, and the instructor's words on it. */
function headOf(sheet: GradeSheet, entry: ClassEntry, language: "en" | "ja"): readonly string[] {
  const { exercise, score, maxScore, latePenalty, student } = entry;
  const late =
    latePenalty > 0 ? ` (${{ en: "late", ja: "遅れ" }[language]}: -${printPercent(latePenalty)})` : "";
  const comments = sheet.commentsOn(student.id, exercise).filter((comment) => comment.function === undefined);
  return [
    `${titleOf(sheet, exercise, language)}: ${printNumber(score)} / ${printNumber(maxScore)}${late}`,
    ...comments.map(({ text }) => `  ${text}`),
  ];
}

function testsOf(
  sheet: GradeSheet,
  { student, exercise, grade }: ClassEntry,
  place: number,
): readonly object[] {
  if (grade === undefined) return [];
  const weight = weightOf(sheet, exercise);
  const reader = {
    language: student.language ?? sheet.language,
    sentences: sheet.texts[exercise]?.sentences ?? {},
    comments: sheet.commentsOn(student.id, exercise),
  };
  return readReport(grade.report, reader).map((one, index) => ({
    name: `${exercise}: ${one.name}`,
    name_format: "text",
    number: `${place}.${index + 1}`,
    score: rounded(weight * one.points),
    max_score: rounded(weight * one.maxPoints),
    status: one.status === "passed" ? "passed" : "failed",
    output: outputOf(one),
    output_format: "text",
    visibility: "visible",
  }));
}

function outputOf({ sentence, mismatch, look, comments }: FunctionReading): string {
  return [sentence, mismatch, look, ...comments].filter((text) => text !== "").join("\n");
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
