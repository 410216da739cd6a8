import { titleOf, type GradeSheet } from "../gradeSheet.ts";
import { html, type Html } from "../markup.ts";
import { printPercent } from "../reading.ts";
import { slipsOf, type Slip } from "./figures.ts";
import { studentLink, table } from "./parts.ts";

/** Named slips, the most frequent first, with the students behind each: what to take up in class. */
export function misconceptionSection(sheet: GradeSheet): Html {
  const slips = slipsOf(sheet.results);
  const students = Math.max(1, sheet.results.students.length);
  const rows = slips.map((slip) => [
    { value: slip.students.size, shown: String(slip.students.size) },
    { value: slip.students.size / students, shown: printPercent(slip.students.size / students) },
    what(slip, sheet),
    html`${titleOf(sheet, slip.exercise, "en")}<br /><code class="muted"
        >${[...slip.functions].join(", ")}</code
      >`,
  ]);
  const columns = [
    { title: "students", number: true },
    { title: "share", number: true },
    "what they computed",
    "where",
  ] as const;
  return html`<section id="misconceptions">
    <h2>Misconceptions</h2>
    ${table({ columns, rows, empty: "No named misconception was recognised." })}
  </section>`;
}

function what({ exercise, id, students }: Slip, { texts }: GradeSheet): Html {
  const says = texts[exercise]?.sentences[`misconception.${id}`]?.en ?? id;
  const names = [...students.values()].map((student) => html`<li>${studentLink(student, exercise)}</li>`);
  return html`${says} <code class="muted">${id}</code>
    <details>
      <summary>who</summary>
      <ul class="names">
        ${names}
      </ul>
    </details>`;
}
