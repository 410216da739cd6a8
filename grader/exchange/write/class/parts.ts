import type { Student } from "#contract/class.ts";
import { fileNameOf } from "../fileNames.ts";
import { html, type Html } from "../markup.ts";

/** A student's name, leading to their feedback page. The attributes tell an editor whose file is meant. */
export function studentLink({ id, name }: Student, exercise?: string): Html {
  const about = exercise === undefined ? html`` : html` data-exercise="${exercise}"`;
  return html`<a href="feedback/${fileNameOf(id)}.html" data-student="${id}" ${about}>${name}</a>`;
}

export type Column = string | { readonly title: string; readonly number: true };

export interface TableParts {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly empty: string;
}

/** A number is sorted as what it is and shown as it says. */
export type TableCell = Html | string | { readonly value: number; readonly shown: string };

/** A table that its headers sort. */
export function table({ columns, rows, empty }: TableParts): Html {
  if (rows.length === 0) return html`<p class="muted">${empty}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${columns.map(titleOf).join(", ")}">
    <table class="sortable">
      <thead>
        <tr>
          ${columns.map(header)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(cell)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

function titleOf(column: Column): string {
  return typeof column === "string" ? column : column.title;
}

function header(column: Column): Html {
  return typeof column === "string"
    ? html`<th scope="col">${column}</th>`
    : html`<th scope="col" class="number">${column.title}</th>`;
}

function cell(content: TableCell): Html {
  if (typeof content === "object" && "value" in content)
    return html`<td class="number" data-value="${content.value}">${content.shown}</td>`;
  return html`<td>${content}</td>`;
}
