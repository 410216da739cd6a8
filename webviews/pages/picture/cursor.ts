import type { HeatmapMark, Panel, SceneEvent } from "#contract/scene.ts";
import { element } from "#webviews/kit/elements.ts";
import { at, type Frame } from "#webviews/plots/scales.ts";
import type { Words } from "./words.ts";

/** How many steps of an arrow key cross a panel. */
const STEPS = 20;

interface Shown {
  readonly panel: Panel;
  readonly frame: Frame;
  readonly words: Words;
}

/** Presses on a panel: with the pointer, or with a cursor that the arrow keys move. */
export class Cursor {
  readonly element = element("div", { class: "cursor", tabindex: "0", role: "application" });
  readonly #tell: (event: SceneEvent) => void;
  #shown: Shown | undefined;
  #place: readonly [number, number] | undefined;

  constructor(stage: HTMLElement, tell: (event: SceneEvent) => void) {
    this.#tell = tell;
    stage.addEventListener("click", (event) => {
      const { left, top } = stage.getBoundingClientRect();
      const frame = this.#shown?.frame;
      if (frame === undefined || (event.target as Element).closest(".handle") !== null) return;
      this.#press([frame.x.invert(event.clientX - left), frame.y.invert(event.clientY - top)]);
    });
    this.element.addEventListener("keydown", (event) => {
      if (this.#key(event.key)) event.preventDefault();
    });
  }

  /** There is one only where something can be pressed. */
  show(shown: Shown): void {
    this.#shown = shown;
    const { panel } = shown;
    this.element.hidden = panel.press === undefined && cellsOf(panel) === undefined;
    if (!this.element.hidden) this.#put(this.#place ?? middleOf(panel));
  }

  #put(place: readonly [number, number]): void {
    if (this.#shown === undefined) return;
    const { panel, frame, words } = this.#shown;
    const cells = cellsOf(panel);
    this.#place = cells === undefined ? place : centreOf(cells, place);
    const [x, y] = this.#place;
    this.element.style.setProperty(
      "transform",
      `translate(${frame.x(x).toFixed(1)}px, ${frame.y(y).toFixed(1)}px)`,
    );
    this.element.setAttribute("aria-label", `${this.#describe(cells)} ${words.cursor}`);
  }

  #describe(cells: HeatmapMark | undefined): string {
    const [x, y] = this.#place ?? [0, 0];
    if (cells === undefined) return `${x.toPrecision(3)}, ${y.toPrecision(3)}.`;
    const { row, column } = cellAt(cells, [x, y]);
    const value = at(cells.values, row * cells.columns + column).toPrecision(3);
    return this.#shown?.words.cell(row + 1, column + 1, value) ?? "";
  }

  #key(key: string): boolean {
    if (this.#shown === undefined || this.#place === undefined) return false;
    if (key === "Enter" || key === " ") {
      this.#press(this.#place);
      return true;
    }
    const [right, up] = arrows[key] ?? [0, 0];
    if (right === 0 && up === 0) return false;
    const { panel } = this.#shown;
    const cells = cellsOf(panel);
    const [x0, x1] = cells === undefined ? panel.x.domain : [cells.x0, cells.x1];
    const [y0, y1] = cells === undefined ? panel.y.domain : [cells.y0, cells.y1];
    // up is up on the screen: an axis may run the other way
    const upwards = panel.y.domain[0] < panel.y.domain[1] ? up : -up;
    this.#put([
      clamp(this.#place[0] + right * (Math.abs(x1 - x0) / (cells?.columns ?? STEPS)), x0, x1),
      clamp(this.#place[1] + upwards * (Math.abs(y1 - y0) / (cells?.rows ?? STEPS)), y0, y1),
    ]);
    return true;
  }

  #press(place: readonly [number, number]): void {
    if (this.#shown === undefined) return;
    const { panel } = this.#shown;
    const cells = cellsOf(panel);
    if (cells?.press !== undefined && isInside(cells, place)) {
      const [x, y] = centreOf(cells, place);
      this.#tell({ kind: "press", id: cells.press, x, y });
    } else if (panel.press !== undefined && place.every(Number.isFinite)) {
      this.#tell({ kind: "press", id: panel.press, x: place[0], y: place[1] });
    }
  }
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function cellsOf({ marks }: Panel): HeatmapMark | undefined {
  return marks.find((mark): mark is HeatmapMark => mark.mark === "heatmap" && mark.press !== undefined);
}

function cellAt(cells: HeatmapMark, [x, y]: readonly [number, number]): { row: number; column: number } {
  const share = (value: number, from: number, to: number, count: number): number =>
    Math.max(0, Math.min(count - 1, Math.floor(((value - from) / (to - from)) * count)));
  return {
    row: share(y, cells.y0, cells.y1, cells.rows),
    column: share(x, cells.x0, cells.x1, cells.columns),
  };
}

function centreOf(cells: HeatmapMark, place: readonly [number, number]): readonly [number, number] {
  const { row, column } = cellAt(cells, place);
  return [
    cells.x0 + ((cells.x1 - cells.x0) * (column + 0.5)) / cells.columns,
    cells.y0 + ((cells.y1 - cells.y0) * (row + 0.5)) / cells.rows,
  ];
}

function isInside({ x0, x1, y0, y1 }: HeatmapMark, [x, y]: readonly [number, number]): boolean {
  return (x - x0) * (x - x1) <= 0 && (y - y0) * (y - y1) <= 0;
}

function middleOf({ x, y }: Panel): readonly [number, number] {
  return [(x.domain[0] + x.domain[1]) / 2, (y.domain[0] + y.domain[1]) / 2];
}

function clamp(value: number, one: number, other: number): number {
  return Math.max(Math.min(one, other), Math.min(Math.max(one, other), value));
}
