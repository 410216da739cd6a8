import { button, element } from "#webviews/kit/elements.ts";
import type { ClassView, StudentView } from "#contract/classView.ts";
import { drawTable } from "./table.ts";
import { percent, type Say } from "./who.ts";

interface Order {
  readonly column: number;
  readonly isRising: boolean;
}

/** Every student with every score, each leading to the file; sorted by a header, narrowed by a word. */
export function drawStudents(view: ClassView, say: Say): HTMLElement {
  const frame = element("div");
  const search = element("input", {
    type: "search",
    placeholder: "Name or id",
    "aria-label": "Show students whose name or id holds this",
  });
  let order: Order = { column: 0, isRising: true };
  const draw = (): void => {
    const chosen = sorted(view, order).filter((one) => holds(one, search.value));
    const sort = (column: number): void => {
      const isSame = order.column === column;
      order = { column, isRising: isSame ? !order.isRising : column === 0 };
      draw();
      frame.querySelectorAll<HTMLButtonElement>("th button")[column]?.focus();
    };
    frame.replaceChildren(tableOf(view, { students: chosen, order, sort, say }));
  };
  search.addEventListener("input", draw);
  draw();
  return element("div", {}, search, frame);
}

interface Shown {
  readonly students: readonly StudentView[];
  readonly order: Order;
  readonly sort: (column: number) => void;
  readonly say: Say;
}

function tableOf({ exercises }: ClassView, { students, order, sort, say }: Shown): HTMLElement {
  const titles = ["student", ...exercises.map(({ id }) => id), "total"];
  const columns = titles.map((title, column) =>
    button({}, `${title}${column === order.column ? (order.isRising ? " ↑" : " ↓") : ""}`, () => {
      sort(column);
    }),
  );
  const rows = students.map(({ id, name, scores, total }) => [
    element("span", {}, name, " ", element("code", { class: "muted" }, id)),
    ...scores.map((score, place) => {
      const exercise = exercises[place]?.id ?? "";
      if (score === null) return "–";
      const label = `${name}, ${exercise}: ${score} points`;
      return button({ class: "link", "aria-label": label }, String(Math.round(score * 10) / 10), () => {
        say({ type: "open", student: id, exercise, function: null });
      });
    }),
    percent(total),
  ]);
  const table = drawTable({ columns, rows, empty: "There is no such student." });
  const header = table.querySelectorAll("th")[order.column];
  if (header) header.ariaSort = order.isRising ? "ascending" : "descending";
  return table;
}

function sorted({ students, exercises }: ClassView, { column, isRising }: Order): readonly StudentView[] {
  const sign = isRising ? 1 : -1;
  const valueOf = ({ scores, total }: StudentView): number =>
    column > exercises.length ? total : (scores[column - 1] ?? -1);
  return students.toSorted((a, b) =>
    column === 0 ? sign * a.name.localeCompare(b.name) : sign * (valueOf(a) - valueOf(b)),
  );
}

function holds({ id, name }: StudentView, word: string): boolean {
  return `${name} ${id}`.toLowerCase().includes(word.trim().toLowerCase());
}
