import { area, curveLinear, curveMonotoneX, curveStep, line } from "d3-shape";
import type { AreaMark, LineMark, RuleMark } from "#contract/scene.ts";
import { classOf, type Drawn } from "./drawn.ts";
import { at, type Frame } from "./scales.ts";
import { shape } from "./shape.ts";

const curves = { linear: curveLinear, step: curveStep, smooth: curveMonotoneX };

/** A curve; where a number is missing it breaks off. */
export function drawLine(mark: LineMark, { x, y }: Frame): Drawn {
  const { ink = "data", faint, stroke, width = 2, curve = "linear" } = mark;
  const path = line<number>()
    .defined((index) => isPlace(x(at(mark.x, index)), y(at(mark.y, index))))
    .x((index) => x(at(mark.x, index)))
    .y((index) => y(at(mark.y, index)))
    .curve(curves[curve])
    .digits(2)([...mark.x.keys()]);
  const attributes = { class: classOf("line", ink, faint, stroke), d: path, "stroke-width": width };
  return { shapes: path === null ? [] : [shape("path", attributes)] };
}

export function drawArea(mark: AreaMark, { x, y }: Frame): Drawn {
  const path = area<number>()
    .defined(
      (index) => isPlace(x(at(mark.x, index)), y(at(mark.y0, index))) && isPlace(0, y(at(mark.y1, index))),
    )
    .x((index) => x(at(mark.x, index)))
    .y0((index) => y(at(mark.y0, index)))
    .y1((index) => y(at(mark.y1, index)))
    .digits(2)([...mark.x.keys()]);
  const attributes = { class: classOf("area", mark.ink ?? "data", mark.faint), d: path };
  return { shapes: path === null ? [] : [shape("path", attributes)] };
}

/** A line across the panel, with a word at its end. */
export function drawRule(mark: RuleMark, { x, y, box, say }: Frame): Drawn {
  const { ink = "muted", faint, stroke } = mark;
  const upright = mark.x !== undefined;
  const place = upright ? x(mark.x) : y(mark.y);
  if (!isPlace(place, 0)) return { shapes: [] };
  const ends = upright
    ? { x1: place, x2: place, y1: box.top, y2: box.top + box.height }
    : { x1: box.left, x2: box.left + box.width, y1: place, y2: place };
  const ruled = shape("line", { class: classOf("line", ink, faint, stroke), "stroke-width": 1.5, ...ends });
  if (mark.label === undefined) return { shapes: [ruled] };
  const where = upright
    ? { x: place + 4, y: box.top + 11, "text-anchor": "start" }
    : { x: box.left + box.width - 3, y: place - 4, "text-anchor": "end" };
  return { shapes: [ruled, shape("text", { class: `label ink-${ink}`, ...where }, say(mark.label))] };
}

function isPlace(x: number, y: number): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}
