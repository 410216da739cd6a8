import type { ClassEntry } from "#contract/class.ts";
import type { GradeSheet } from "../gradeSheet.ts";
import { html, type Html } from "../markup.ts";
import { runsOf, troubleOf, wallMsOf } from "./figures.ts";
import { studentLink, table, type TableCell } from "./parts.ts";

/** What did not run to its end, and what took longest. */
export function runSection({ results }: GradeSheet): Html {
  const { failed, slow } = runsOf(results);
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
    { value: wallMsOf(entry), shown: entry.grade === undefined ? "" : String(Math.round(wallMsOf(entry))) },
    troubleOf(entry),
    html`<code>${entry.received?.origin ?? ""}</code>`,
  ];
}
