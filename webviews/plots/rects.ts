import type { RectsMark } from "#contract/scene.ts";
import { byInk, classOf, type Drawn } from "./drawn.ts";
import { at, type Frame } from "./scales.ts";
import { shape, type Shape } from "./shape.ts";

/** Rectangles, one path for each ink; their labels stand in the middle where there is room. */
export function drawRects(mark: RectsMark, frame: Frame): Drawn {
  const { ink = "data", hollow = false, faint } = mark;
  const kind = hollow ? "hollow" : "bar";
  const boxes = mark.x0.map((_, index) => boxOf(mark, index, frame));
  const paths = [...byInk(boxes.length, mark.inks, ink)].map(([own, indexes]) =>
    shape("path", {
      class: classOf(kind, own, faint),
      d: indexes.map((index) => pathOf(boxes[index])).join(""),
    }),
  );
  const labels = (mark.labels ?? []).flatMap((label, index) => labelOf(frame.say(label), boxes[index]));
  return { shapes: [...paths, ...labels] };
}

interface Placed {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(mark: RectsMark, index: number, { x, y }: Frame): Placed | undefined {
  const [x0, x1] = [x(at(mark.x0, index)), x(at(mark.x1, index))];
  const [y0, y1] = [y(at(mark.y0, index)), y(at(mark.y1, index))];
  if (![x0, x1, y0, y1].every(Number.isFinite)) return undefined;
  return {
    left: Math.min(x0, x1),
    top: Math.min(y0, y1),
    width: Math.abs(x1 - x0),
    height: Math.abs(y1 - y0),
  };
}

function pathOf(box: Placed | undefined): string {
  if (box === undefined) return "";
  const [left, top, width, height] = [box.left, box.top, box.width, box.height].map((one) => one.toFixed(1));
  return `M${left ?? ""},${top ?? ""}h${width ?? ""}v${height ?? ""}h-${width ?? ""}z`;
}

/** About as wide as its characters are; full-width ones count twice. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character > "\u2fff" ? 12 : 6.5), 0);
}

function labelOf(text: string, box: Placed | undefined): Shape[] {
  if (box === undefined || box.height < 13 || box.width < widthOf(text)) return [];
  const place = { x: box.left + box.width / 2, y: box.top + box.height / 2 + 4 };
  return [shape("text", { class: "label on-bar", "text-anchor": "middle", ...place }, text)];
}
