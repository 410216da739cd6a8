import { statuses, type Status } from "#contract/report.ts";
import type { GradeSheet } from "../gradeSheet.ts";
import { html, type Html } from "../markup.ts";
import { sharesOf, verdictsOn } from "./figures.ts";

/** Shades of a cell: its share of the graded students, in steps, since a strict policy takes no style of one's own. */
const shades = 8;

/** A row per function, a column per verdict that somebody has. */
export function heatMap({ results }: GradeSheet, exercise: string): Html {
  const verdicts = verdictsOn(results, exercise);
  const graded = sharesOf(results, exercise).length;
  if (graded === 0) return html`<p class="muted">Nothing graded yet.</p>`;
  const columns = statuses.filter((status) => [...verdicts.values()].some((row) => row.has(status)));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${exercise}: functions and verdicts">
    <table class="heat">
      <thead>
        <tr>
          <th scope="col">function</th>
          ${columns.map((status) => html`<th scope="col">${status}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${[...verdicts].map(
          ([name, row]) =>
            html`<tr>
              <th scope="row"><code>${name}</code></th>
              ${columns.map((status) =>
                cell({ exercise, name, status, count: row.get(status)?.length ?? 0, graded }),
              )}
            </tr> `,
        )}
      </tbody>
    </table>
    <div class="who" aria-live="polite"></div>
  </div>`;
}

interface Cell {
  readonly exercise: string;
  readonly name: string;
  readonly status: Status;
  readonly count: number;
  readonly graded: number;
}

function cell({ exercise, name, status, count, graded }: Cell): Html {
  if (count === 0) return html`<td class="none">0</td>`;
  const shade = Math.max(1, Math.round((count / graded) * shades));
  const about = `${count} students, ${name}, ${status}`;
  return html`<td class="tone-${status} shade-${shade}">
    <button
      type="button"
      aria-label="${about}"
      data-exercise="${exercise}"
      data-function="${name}"
      data-status="${status}"
    >
      ${count}
    </button>
  </td>`;
}
