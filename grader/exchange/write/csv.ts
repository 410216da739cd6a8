export type Cell = string | number | undefined;

/** Rows as RFC 4180 says: quoted where needed, lines end with CR LF. Texts are guarded, numbers are written as they are. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(printCell).join(",")}\r\n`).join("");
}

function printCell(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = guarded(cell);
  return /[",;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A spreadsheet takes a cell that starts with one of these for a formula and runs it: an apostrophe before says that it is
 * text. Full-width forms count, since some programs fold them. Line ends would let a text start a cell of its own.
 * Source: OWASP, CSV Injection.
 */
function guarded(cell: string): string {
  // eslint-disable-next-line no-control-regex -- these are what it is about
  const line = cell.toWellFormed().replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]+/g, " ");
  return /^\s*[=+\-@＝＋－＠|%]./u.test(line) ? `'${line}` : line;
}
