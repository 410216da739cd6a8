import { l10n, Range, type TextDocument } from "vscode";
import type { Language } from "#contract/messages.ts";
import type { FunctionReport } from "#contract/report.ts";
import type { CheckResult, ExerciseSummary } from "#serve/client/protocol.ts";
import { functionsIn } from "../course/course.ts";
import type { FunctionPlace } from "../course/locateFunctions.ts";

/** One thing to tell at one place of a document. */
export interface Finding {
  readonly function: string | null;
  readonly range: Range;
  /** Key of the message, the same in every language. */
  readonly code: string;
  readonly severity: "first" | "other" | "follows";
  /** What is wrong, and where to look. */
  readonly text: string;
  /** The one line that stands beside the code. */
  readonly short: string;
  /** The line that it stands behind. */
  readonly shownAt: number;
  readonly followsFrom: readonly { readonly name: string; readonly range: Range }[];
  readonly failingCase: string | null;
}

interface Reading {
  readonly document: TextDocument;
  readonly exercise: ExerciseSummary;
  readonly result: CheckResult;
  readonly language: Language;
}

/** What a check found, the first root cause first. What is not written yet is no finding: a starter has no squiggles. */
export function findingsOf(reading: Reading): readonly Finding[] {
  const { report } = reading.result;
  if (report.diagnostics.length > 0) return report.diagnostics.map((one) => syntaxFinding(one, reading));
  const wrong = report.functions.filter(({ status }) => status !== "passed" && status !== "not-attempted");
  // a file that does not load has one fault, not one for each of its functions
  const told = wrong.every((one) => one.message.key.startsWith("submission.")) ? wrong.slice(0, 1) : wrong;
  const first = told.find((one) => one.rootCause);
  return told.map((one) => functionFinding(one, one === first, reading));
}

function syntaxFinding(
  at: CheckResult["report"]["diagnostics"][number],
  { document, result }: Reading,
): Finding {
  const line = Math.min(at.line - 1, document.lineCount - 1);
  const start = document.validatePosition(new Range(line, at.column - 1, line, at.column - 1).start);
  const range = document.getWordRangeAtPosition(start) ?? new Range(start, document.lineAt(line).range.end);
  const code = result.report.functions[0]?.message.key ?? "submission.syntax";
  const text = at.message;
  return {
    function: null,
    range,
    code,
    severity: "first",
    text,
    short: text,
    shownAt: line,
    followsFrom: [],
    failingCase: null,
  };
}

function functionFinding(one: FunctionReport, first: boolean, reading: Reading): Finding {
  const { result, language } = reading;
  const sentences = result.sentences[one.name];
  const says = sentences?.says[language] ?? one.message.key;
  const look = sentences?.look?.[language];
  const range = rangeOf(one, reading);
  const short = sentences?.mismatch?.[language] ?? says;
  return {
    function: one.name,
    range,
    code: one.message.key,
    severity: one.rootCause ? (first ? "first" : "other") : "follows",
    text: [`${one.name}: ${says}`, ...(look === undefined ? [] : [look])].join("\n"),
    short,
    shownAt: lineWithRoom(range.end.line, short, placeOf(one.name, reading), reading.document),
    followsFrom: one.followsFrom.map((name) => ({ name, range: nameRange(name, reading) })),
    failingCase: failingCaseOf(one),
  };
}

/** A case that a debugger can be started on. */
export function failingCaseOf(one: FunctionReport): string | null {
  if (one.firstMismatch !== null) return one.firstMismatch.case;
  const failed = one.cases.find(
    (each) => each.visible && each.status !== "passed" && each.status !== "not-run",
  );
  return failed?.id ?? null;
}

/** The expression with the slip, where it is known; the line that a message names, where it names one; else the function's name. */
function rangeOf(one: FunctionReport, reading: Reading): Range {
  const expression = expressionRange(one.name, reading.result);
  if (expression !== undefined) return reading.document.validateRange(expression);
  const line = one.message.values["line"];
  if (typeof line !== "number" || line < 1 || line > reading.document.lineCount)
    return nameRange(one.name, reading);
  const text = reading.document.lineAt(line - 1);
  return new Range(line - 1, text.firstNonWhitespaceCharacterIndex, line - 1, text.range.end.character);
}

/** Where the check has found the slip, if it has. */
export function expressionRange(name: string, { places }: CheckResult): Range | undefined {
  const place = places?.[name];
  return place && new Range(place.line - 1, place.column - 1, place.endLine - 1, place.endColumn - 1);
}

/** Columns that are in sight beside a statement. */
const ROOM = 60;
/** A function longer than this may end out of sight. */
const SHORT_FUNCTION = 25;

/** The line itself where there is room behind it; else one of the function's that has, such as the brace that ends it. */
function lineWithRoom(
  line: number,
  text: string,
  place: FunctionPlace | undefined,
  document: TextDocument,
): number {
  if (place?.line !== line || place.lastLine - line > SHORT_FUNCTION) return line;
  const lengthOf = (one: number): number => document.lineAt(one).text.length;
  const lines = [line, place.bodyLine, place.lastLine];
  const roomy = lines.find((one) => lengthOf(one) + text.length <= ROOM);
  return roomy ?? lines.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0] ?? line;
}

/** Where the function is declared; the top of the file if it is not. */
export function nameRange(name: string, reading: Pick<Reading, "document" | "exercise">): Range {
  const place = placeOf(name, reading);
  return place === undefined
    ? reading.document.lineAt(0).range
    : new Range(place.line, place.start, place.line, place.end);
}

function placeOf(
  name: string,
  { document, exercise }: Pick<Reading, "document" | "exercise">,
): FunctionPlace | undefined {
  return functionsIn(document, exercise).find(({ spec }) => spec.name === name)?.place;
}

/** "this one first", at the place of what a line builds on. */
export function firstThis(name: string): string {
  return l10n.t("{0}: this one first", name);
}
