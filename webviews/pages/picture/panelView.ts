import type { Localized } from "#contract/messages.ts";
import type { HandleMark, Panel, SceneEvent, Table } from "#contract/scene.ts";
import { element } from "#webviews/kit/elements.ts";
import { drawPanel, type DrawnPanel } from "#webviews/plots/panel.ts";
import type { Palette } from "#webviews/plots/palette.ts";
import type { Say } from "#webviews/plots/scales.ts";
import { patch } from "#webviews/plots/shape.ts";
import { Cursor } from "./cursor.ts";
import { Handle } from "./handle.ts";
import type { Words } from "./words.ts";

export interface Manner {
  readonly say: Say;
  readonly words: Words;
  readonly palette: Palette;
  /** Whether the frame knows of everything that was done. */
  readonly settled: boolean;
}

/** One panel on the page: a canvas for what is painted, shapes over it, handles over those, and its numbers below. */
export class PanelView {
  readonly element: HTMLElement;
  readonly #title = element("figcaption");
  readonly #stage = element("div", { class: "stage" });
  readonly #canvas = element("canvas", { "aria-hidden": "true" });
  readonly #svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  readonly #note = element("p", { class: "note" });
  readonly #table = element("details", {});
  readonly #handles = new Map<string, Handle>();
  readonly #cursor: Cursor;
  readonly #tell: (event: SceneEvent) => void;
  #painted = false;
  #size = { width: 0, height: 0 };
  #shown: { readonly panel: Panel; readonly manner: Manner } | undefined;

  constructor(tell: (event: SceneEvent) => void) {
    this.#tell = tell;
    this.#svg.setAttribute("role", "img");
    this.#cursor = new Cursor(this.#stage, tell);
    this.#stage.append(this.#canvas, this.#svg, this.#cursor.element);
    this.element = element("figure", { class: "panel" }, this.#title, this.#stage, this.#note, this.#table);
    this.#table.addEventListener("toggle", () => {
      if (this.#shown !== undefined) this.#tabulate(this.#shown.panel.table, this.#shown.manner);
    });
    new ResizeObserver(() => {
      this.#measure();
      if (this.#shown !== undefined) this.#draw();
    }).observe(this.#stage);
  }

  /** For an export: what is drawn, and where on the page. */
  get picture(): {
    readonly stage: HTMLElement;
    readonly svg: SVGElement;
    readonly canvas: HTMLCanvasElement | null;
  } {
    return { stage: this.#stage, svg: this.#svg, canvas: this.#painted ? this.#canvas : null };
  }

  show(panel: Panel, manner: Manner): void {
    const { say } = manner;
    const before = this.#shown?.panel;
    this.#shown = { panel, manner };
    if (before?.columns !== panel.columns) this.element.style.setProperty("--columns", String(panel.columns));
    if (before?.rows !== panel.rows) this.element.style.setProperty("--rows", String(panel.rows ?? 1));
    if (before?.aspect !== panel.aspect) this.#stage.style.setProperty("aspect-ratio", String(panel.aspect));
    this.element.dataset["panel"] = panel.id;
    this.element.classList.toggle("roomy", panel.roomy === true);
    write(this.#title, say(panel.title));
    write(this.#note, panel.note === undefined ? "" : say(panel.note));
    this.#svg.setAttribute(
      "aria-label",
      [panel.title, panel.note]
        .flatMap((text: Localized | undefined) => (text === undefined ? [] : [say(text)]))
        .join(". "),
    );
    this.#draw();
    this.#tabulate(panel.table, manner);
  }

  /** Not at every frame: to ask for a size in between has the browser lay out the page for each panel anew. */
  #measure(): void {
    this.#size = { width: this.#stage.clientWidth, height: this.#stage.clientHeight };
  }

  #draw(): void {
    if (this.#shown === undefined) return;
    const { panel, manner } = this.#shown;
    if (this.#size.width === 0) this.#measure();
    const { width, height } = this.#size;
    if (width === 0 || height === 0) return;
    const drawn = drawPanel(panel, { width, height }, manner.say);
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    patch(this.#svg, drawn.shapes);
    this.#paint(drawn, { width, height });
    this.#placeHandles(panel, drawn, manner);
    this.#cursor.show({ panel, frame: drawn.frame, words: manner.words });
  }

  #paint({ paints, frame: { box } }: DrawnPanel, { width, height }: { width: number; height: number }): void {
    if (paints.length === 0 && !this.#painted) return;
    this.#painted = paints.length > 0;
    const ratio = window.devicePixelRatio;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== wide || this.#canvas.height !== high)
      [this.#canvas.width, this.#canvas.height] = [wide, high];
    const context = this.#canvas.getContext("2d");
    if (context === null || this.#shown === undefined) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.save();
    context.beginPath();
    context.rect(box.left - 1, box.top - 1, box.width + 2, box.height + 2);
    context.clip();
    for (const paint of paints) paint(context, this.#shown.manner.palette);
    context.restore();
  }

  #placeHandles(panel: Panel, { frame }: DrawnPanel, { say, words, settled }: Manner): void {
    const marks = panel.marks.filter((mark): mark is HandleMark => mark.mark === "handle");
    for (const [id, handle] of this.#handles) {
      if (marks.some((mark) => mark.id === id)) continue;
      handle.element.remove();
      this.#handles.delete(id);
    }
    for (const mark of marks) {
      const known = this.#handles.get(mark.id) ?? new Handle({ mark, panel, frame }, this.#tell);
      if (!this.#handles.has(mark.id)) this.#stage.append(known.element);
      this.#handles.set(mark.id, known);
      const more = mark.removable === true ? words.removable : "";
      known.show({ mark, panel, frame }, { label: say(mark.label), value: say(mark.value), more, settled });
    }
  }

  /** Filled only while it is open: a table of a thousand numbers is not made for nobody. */
  #tabulate(table: Table | undefined, { say, words }: Manner): void {
    this.#table.hidden = table === undefined;
    if (table === undefined) return;
    const head = this.#table.querySelector("summary") ?? this.#table.appendChild(element("summary"));
    write(head, words.numbers);
    this.#table.querySelector("div")?.remove();
    if (!this.#table.open) return;
    const titles = table.columns.map((column) => element("th", { scope: "col" }, say(column)));
    const rows = table.rows.map((row) =>
      element("tr", {}, ...row.map((cell) => element("td", {}, printCell(cell, say)))),
    );
    const body = element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...titles)),
      element("tbody", {}, ...rows),
    );
    this.#table.append(element("div", { class: "table", tabindex: "0" }, body));
  }
}

function printCell(cell: Table["rows"][number][number] | undefined, say: Say): string {
  if (cell == null) return "NaN";
  return typeof cell === "number" ? String(Number(cell.toPrecision(6))) : say(cell);
}

function write(place: HTMLElement, text: string): void {
  place.hidden = text === "";
  if (place.textContent !== text) place.textContent = text;
}
