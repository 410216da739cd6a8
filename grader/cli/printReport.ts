import { styleText } from "node:util";
import type { Language } from "#contract/messages.ts";
import type { FunctionReport, Report, Status } from "#contract/report.ts";
import { render, type ExerciseTexts } from "#diagnose/render.ts";

type Style = Parameters<typeof styleText>[0];

const marks: Readonly<Record<Status, readonly [mark: string, style: Style]>> = {
  passed: ["✓", "green"],
  "follow-through": ["→", "yellow"],
  failed: ["✗", "red"],
  error: ["!", "red"],
  timeout: ["⧖", "red"],
  "not-attempted": ["·", "dim"],
  ungradable: ["!", "red"],
};

export interface Reading {
  readonly title: string;
  readonly texts: ExerciseTexts;
  readonly language: Language;
  readonly stream: NodeJS.WriteStream;
  /** The file's lines, and where in it the recognised slips were made. */
  readonly found?: {
    readonly lines: readonly string[];
    readonly places: Readonly<Record<string, { readonly line: number }>>;
  };
}

/** A report as a student reads it in a terminal: one line a function, the reason beneath what is wrong. */
export function printReport(report: Report, reading: Reading): void {
  const { stream, title } = reading;
  const paint = (style: Style, text: string): string => styleText(style, text, { stream });
  const width = Math.max(...report.functions.map((one) => one.name.length));
  const full = report.score === report.maxScore;
  const lines = [
    `${paint("bold", report.exercise)}  ${title}  ${paint(full ? "green" : "yellow", `${report.score} / ${report.maxScore}`)}`,
    ...diagnosticLines(report, reading),
    ...report.functions.flatMap((one) => functionLines(one, report, { ...reading, width, paint })),
    paint("dim", `  ${backendLine(report, reading)}`),
  ];
  stream.write(`${lines.join("\n")}\n`);
}

function diagnosticLines(report: Report, { language }: Reading): readonly string[] {
  return report.diagnostics.map(
    ({ line, column, message }) =>
      `  ${render({ key: "ui.position", values: { line, column, message } }, language)}`,
  );
}

interface Layout extends Reading {
  readonly width: number;
  readonly paint: (style: Style, text: string) => string;
}

function functionLines(one: FunctionReport, report: Report, layout: Layout): readonly string[] {
  const { width, paint, language, texts } = layout;
  const [mark, style] = marks[one.status];
  const points = `${printPoints(one.points)}/${printPoints(one.maxPoints)}`.padStart(8);
  // a file that does not load says so once, above
  const repeated = report.diagnostics.length > 0 && !one.rootCause;
  const sentence = one.status === "passed" || repeated ? "" : `  ${render(one.message, language, texts)}`;
  const head = `  ${paint(style, mark)} ${one.name.padEnd(width)} ${points}${sentence}`;
  if (one.status !== "failed" || !one.rootCause) return [head];
  const indent = " ".repeat(6);
  return [head, ...detailLines(one, report, layout).map((text) => paint("dim", `${indent}${text}`))];
}

function detailLines(
  one: FunctionReport,
  report: Report,
  { language, texts, found }: Layout,
): readonly string[] {
  const mismatch = one.firstMismatch;
  const said = one.message.key.startsWith("failed.");
  const number =
    mismatch === null || said
      ? []
      : [
          render(
            {
              key: "failed.value",
              values: {
                case: mismatch.case,
                path: mismatch.path === "" ? "" : ` ${mismatch.path}`,
                expected: mismatch.expected,
                got: mismatch.got,
              },
            },
            language,
          ),
        ];
  const look = one.misconception === null ? undefined : texts[`look.${one.misconception}`];
  const more = render({ key: "ui.hints", values: { exercise: report.exercise, name: one.name } }, language);
  const line = found?.places[one.name]?.line;
  const text = found?.lines[(line ?? 0) - 1]?.trim();
  const place =
    line === undefined || text === undefined
      ? []
      : [render({ key: "ui.place", values: { line, text } }, language)];
  return [...number, ...place, ...(look === undefined ? [] : [look[language]]), more];
}

function backendLine(report: Report, { language }: Reading): string {
  const { rung, device } = report.backend;
  const { mode, runtime } = report.sandbox;
  const wallMs = Math.max(1, Math.round(report.wallMs));
  return render({ key: "ui.backend", values: { rung, device, mode, runtime, wallMs } }, language);
}

function printPoints(points: number): string {
  return String(Math.round(points * 10) / 10);
}
