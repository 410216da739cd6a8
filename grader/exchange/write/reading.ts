import type { InstructorComment } from "#contract/class.ts";
import type { Language, Localized } from "#contract/messages.ts";
import type { FunctionReport, Report, Status } from "#contract/report.ts";
import { render, type ExerciseTexts } from "#diagnose/render.ts";

/** What an exercise calls itself and says, as the catalog reads it. */
export interface ExerciseReading {
  readonly title: Localized;
  readonly sentences: ExerciseTexts;
  /** Its own text is nobody's when submissions are compared. */
  readonly starter?: string;
}

/** One function's result in words. */
export interface FunctionReading {
  readonly name: string;
  readonly status: Status;
  readonly points: number;
  readonly maxPoints: number;
  /** "" where there is nothing to say beyond the status. */
  readonly sentence: string;
  /** The first wrong number of a visible case, where the sentence has not said it already. */
  readonly mismatch: string;
  /** Where to look. */
  readonly look: string;
  readonly comments: readonly string[];
}

export interface Reader {
  readonly language: Language;
  readonly sentences: ExerciseTexts;
  /** Those of one student on one exercise. */
  readonly comments: readonly InstructorComment[];
}

export function readReport(report: Report, reader: Reader): readonly FunctionReading[] {
  return report.functions.map((one) => ({
    name: one.name,
    status: one.status,
    points: one.points,
    maxPoints: one.maxPoints,
    // a file that does not load says so once
    sentence: report.diagnostics.length > 0 && !one.rootCause ? "" : sentenceOf(one, reader),
    mismatch: mismatchOf(one, reader.language),
    look: lookOf(one, reader),
    comments: reader.comments.filter((comment) => comment.function === one.name).map(({ text }) => text),
  }));
}

function sentenceOf(one: FunctionReport, { language, sentences }: Reader): string {
  return one.status === "passed" ? "" : render(one.message, language, sentences);
}

function mismatchOf({ firstMismatch, message, rootCause }: FunctionReport, language: Language): string {
  if (firstMismatch === null || !rootCause || message.key.startsWith("failed.")) return "";
  const { path, ...values } = firstMismatch;
  return render(
    { key: "failed.value", values: { ...values, path: path === "" ? "" : ` ${path}` } },
    language,
  );
}

function lookOf(one: FunctionReport, { language, sentences }: Reader): string {
  if (one.misconception === null || !one.rootCause) return "";
  return sentences[`look.${one.misconception}`]?.[language] ?? "";
}

/** Points and shares as people write them: two digits at most. */
export function printNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function printPercent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}

/** "2026-11-20 12:25 UTC": the same for every reader. Anything else is given back as it is. */
export function printTime(iso: string | undefined): string {
  if (iso === undefined) return "";
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
