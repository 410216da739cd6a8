import { element } from "#webviews/kit/elements.ts";

export interface TableParts {
  readonly columns: readonly (Node | string)[];
  readonly rows: readonly (readonly (Node | string)[])[];
  readonly empty: string;
}

/** A table that scrolls sideways by keyboard too; a sentence where it would be empty. */
export function drawTable({ columns, rows, empty }: TableParts): HTMLElement {
  if (rows.length === 0) return element("p", { class: "muted" }, empty);
  const head = columns.map((column) => element("th", { scope: "col" }, column));
  const body = rows.map((row) => element("tr", {}, ...row.map((content) => element("td", {}, content))));
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...body),
  );
  return element("div", { class: "scroll" }, table);
}
