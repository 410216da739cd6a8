import type { Student } from "#contract/class.ts";
import { totalOf, type GradeSheet } from "../gradeSheet.ts";
import { html, type Html } from "../markup.ts";
import { printNumber, printPercent } from "../reading.ts";
import { studentLink, table, type TableCell } from "./parts.ts";

/** Every student with every score; a dash where nothing was graded. */
export function studentTable(sheet: GradeSheet): Html {
  const { students, exercises } = sheet.results;
  const number = (title: string): { title: string; number: true } => ({ title, number: true });
  const columns = ["student", "id", ...exercises.map(number), number("total")];
  const rows = students.map((student) => [
    studentLink(student),
    html`<code>${student.id}</code>`,
    ...exercises.map((exercise) => scoreCell(sheet, student, exercise)),
    { value: totalOf(sheet, student), shown: printPercent(totalOf(sheet, student)) },
  ]);
  return html`<section id="students">
    <h2>Students</h2>
    ${table({ columns, rows, empty: "There are no students." })}
  </section>`;
}

function scoreCell(sheet: GradeSheet, { id }: Student, exercise: string): TableCell {
  const entry = sheet.entry(id, exercise);
  if (entry?.grade === undefined) return { value: -1, shown: entry?.received === undefined ? "–" : "?" };
  const late = entry.latePenalty > 0 ? " late" : "";
  return { value: entry.score, shown: `${printNumber(entry.score)}${late}` };
}
