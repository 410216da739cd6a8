import type { ClassEntry } from "#contract/class.ts";
import type { GradeSheet } from "../gradeSheet.ts";
import { html, type Html } from "../markup.ts";
import { studentLink, table, type TableCell } from "./parts.ts";

const slowest = 10;

/** What did not run to its end, and what took longest. */
export function runSection({ results }: GradeSheet): Html {
  const received = results.entries.filter((entry) => entry.received !== undefined);
  const failed = received.filter((entry) => troubleOf(entry) !== "");
  const slow = received
    .filter((entry) => entry.grade !== undefined && troubleOf(entry) === "")
    .toSorted((a, b) => wallMs(b) - wallMs(a))
    .slice(0, slowest);
  const columns = ["student", "exercise", { title: "ms", number: true }, "what happened", "file"] as const;
  return html`<section id="runs">
    <h2>Failed and slowest runs</h2>
    <h3>Failed</h3>
    ${table({ columns, rows: failed.map(row), empty: "Every submission ran to its end." })}
    <h3>Slowest of the others</h3>
    ${table({ columns, rows: slow.map(row), empty: "Nothing was run." })}
  </section>`;
}

function row(entry: ClassEntry): readonly TableCell[] {
  return [
    studentLink(entry.student, entry.exercise),
    html`<code>${entry.exercise}</code>`,
    { value: wallMs(entry), shown: entry.grade === undefined ? "" : String(Math.round(wallMs(entry))) },
    troubleOf(entry),
    html`<code>${entry.received?.origin ?? ""}</code>`,
  ];
}

function wallMs({ grade }: ClassEntry): number {
  return grade?.report.wallMs ?? 0;
}

/** A function that throws has been graded like any other; here is only what stopped the run. */
const stopping = /^(submission|ungradable)\.|\.(memory|crash)$/;

function troubleOf({ grade }: ClassEntry): string {
  if (grade === undefined) return "not graded: the grader's trouble, not the student's";
  const stopped = grade.report.functions
    .filter(({ status, message }) => status === "timeout" || stopping.test(message.key))
    .map(({ name, message }) =>
      message.key.startsWith("submission.") ? message.key : `${name}: ${message.key}`,
    );
  return [...new Set(stopped)].join(", ");
}
