import type { GradeSheet } from "../gradeSheet.ts";
import { html, type Html } from "../markup.ts";
import { printPercent } from "../reading.ts";
import { studentLink, table } from "./parts.ts";

/** A longer list is read by nobody; results.json has all of them. */
const most = 200;

/** Pairs of nearly identical texts. The share says how much of their structure is the same; people decide what it means. */
export function likenessSection({ results, likenesses, notCompared }: GradeSheet): Html {
  const students = new Map(results.students.map((student) => [student.id, student]));
  const link = (id: string, exercise: string): Html | string => {
    const student = students.get(id);
    return student === undefined ? id : studentLink(student, exercise);
  };
  const rows = likenesses
    .slice(0, most)
    .map(({ exercise, students: [first, second], share }) => [
      { value: share, shown: printPercent(share) },
      html`<code>${exercise}</code>`,
      link(first, exercise),
      link(second, exercise),
    ]);
  const columns = [{ title: "same structure", number: true }, "exercise", "student", "student"] as const;
  const rest =
    likenesses.length > most
      ? html`<p>${likenesses.length - most} more pairs are in results.json.</p>`
      : html``;
  return html`<section id="similar">
    <h2>Near-identical submissions</h2>
    <p class="muted">
      Names, types, literals and the order of functions do not count, nor does the starter. A high share is a
      reason to look at both files, and not yet a finding.
    </p>
    ${table({ columns, rows, empty: "No two submissions are nearly the same text." })}${rest}${skippedLine(notCompared)}
  </section>`;
}

function skippedLine(notCompared: GradeSheet["notCompared"]): Html {
  if (notCompared.length === 0) return html``;
  const named = notCompared.slice(0, most).map(({ student, exercise }) => `${student} (${exercise})`);
  return html`<p>
    ${notCompared.length} not compared, because they could not be parsed: ${named.join(", ")}
  </p>`;
}
