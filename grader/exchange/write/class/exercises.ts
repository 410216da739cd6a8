import { titleOf, type GradeSheet } from "../gradeSheet.ts";
import { html, type Html } from "../markup.ts";
import { printPercent } from "../reading.ts";
import { mean, median, sharesOf } from "./figures.ts";
import { heatMap } from "./heatMap.ts";
import { histogram } from "./histogram.ts";

/** Each exercise: how the scores lie, and what became of each function. */
export function exerciseSections(sheet: GradeSheet): Html {
  return html`<section id="exercises">
    <h2>Exercises</h2>
    <p class="muted">
      Scores after the late policy. In the tables, a cell is the number of students; press it to see who they
      are.
    </p>
    ${sheet.results.exercises.map((exercise) => exerciseSection(sheet, exercise))}
  </section>`;
}

function exerciseSection(sheet: GradeSheet, exercise: string): Html {
  const shares = sharesOf(sheet.results, exercise).map(({ share }) => share);
  const title = titleOf(sheet, exercise, "en");
  return html`<article class="exercise">
    <h3>${title} <code class="muted">${exercise}</code></h3>
    <div class="pair">
      <figure>
        ${histogram(shares, title)}
        <figcaption class="muted">${summary(shares, sheet.results.students.length)}</figcaption>
      </figure>
      ${heatMap(sheet, exercise)}
    </div>
  </article> `;
}

function summary(shares: readonly number[], students: number): string {
  if (shares.length === 0) return `0 of ${students} graded`;
  const full = shares.filter((share) => share === 1).length;
  return `${shares.length} of ${students} graded · mean ${printPercent(mean(shares))} · median ${printPercent(median(shares))} · full marks ${full}`;
}
