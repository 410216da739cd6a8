import type { GradeSheet } from "../gradeSheet.ts";
import { html, type Html } from "../markup.ts";
import { table } from "./parts.ts";

/** What was not taken from the submissions, and why. */
export function refusedSection({ results }: GradeSheet): Html {
  const rows = results.refused.map(({ origin, student, exercise, code, reason }) => [
    html`<code>${origin}</code>`,
    student ?? "",
    exercise ?? "",
    html`<code>${code}</code>`,
    reason,
  ]);
  const columns = ["file", "student", "exercise", "code", "reason"];
  return html`<section id="refused">
    <h2>Refused files</h2>
    ${table({ columns, rows, empty: "Every file was taken." })}
  </section>`;
}
