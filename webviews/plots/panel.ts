import type { Axis, Mark, Panel } from "#contract/scene.ts";
import { drawArea, drawLine, drawRule } from "./lines.ts";
import type { Drawn, Paint } from "./drawn.ts";
import { drawEdges } from "./edges.ts";
import { drawHeatmap, drawTiles } from "./heatmap.ts";
import { drawPies } from "./pies.ts";
import { drawArrows, drawPoints } from "./points.ts";
import { drawRects } from "./rects.ts";
import { scaleOf, type Box, type Frame, type Scale, type Say } from "./scales.ts";
import { shape, type Shape } from "./shape.ts";
import { drawTexts } from "./texts.ts";

export interface DrawnPanel {
  readonly frame: Frame;
  readonly shapes: readonly Shape[];
  readonly paints: readonly Paint[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A panel at a size: where its values lie, the shapes of axes and marks, and what is to be painted below them. */
export function drawPanel(panel: Panel, size: Size, say: Say): DrawnPanel {
  const box = boxOf(panel, size);
  const x = scaleOf(panel.x, [box.left, box.left + box.width]);
  const y = scaleOf(panel.y, [box.top + box.height, box.top]);
  const frame = { x, y, box, say };
  const drawn = panel.marks.map((mark) => drawMark(mark, frame));
  const clip = `clip-${panel.id}`;
  return {
    frame,
    paints: drawn.flatMap(({ paint }) => (paint === undefined ? [] : [paint])),
    shapes: [
      shape("clipPath", { id: clip }, [
        shape("rect", { x: box.left - 1, y: box.top - 1, width: box.width + 2, height: box.height + 2 }),
      ]),
      shape("g", { class: "axis" }, axisBelow(panel.x, x, frame)),
      shape("g", { class: "axis" }, axisAtLeft(panel.y, y, frame)),
      ...drawn.map(({ shapes }) => shape("g", { "clip-path": `url(#${clip})` }, shapes)),
    ],
  };
}

function drawMark(mark: Mark, frame: Frame): Drawn {
  switch (mark.mark) {
    case "line":
      return drawLine(mark, frame);
    case "area":
      return drawArea(mark, frame);
    case "rule":
      return drawRule(mark, frame);
    case "rects":
      return drawRects(mark, frame);
    case "points":
      return drawPoints(mark, frame);
    case "pies":
      return drawPies(mark, frame);
    case "arrows":
      return drawArrows(mark, frame);
    case "edges":
      return drawEdges(mark, frame);
    case "heatmap":
      return drawHeatmap(mark, frame);
    case "tiles":
      return drawTiles(mark, frame);
    case "texts":
      return drawTexts(mark, frame);
    case "handle":
      return { shapes: [] }; // a person reaches it by pointer and keyboard: the page makes it
  }
}

function boxOf({ x, y }: Panel, { width, height }: Size): Box {
  const left = y.ticks === "none" ? (y.label === undefined ? 6 : 22) : y.label === undefined ? 40 : 54;
  const bottom = x.ticks === "none" ? (x.label === undefined ? 6 : 22) : x.label === undefined ? 22 : 38;
  return { left, top: 8, width: Math.max(10, width - left - 10), height: Math.max(10, height - bottom - 8) };
}

function ticksOf(
  { ticks = 5 }: Axis,
  scale: Scale,
): readonly { readonly at: number; readonly text: string }[] {
  if (ticks === "none") return [];
  return typeof ticks === "number" ? scale.ticks(ticks) : ticks;
}

function axisBelow(axis: Axis, scale: Scale, { box, say }: Frame): Shape[] {
  const bottom = box.top + box.height;
  const ticks = ticksOf(axis, scale).flatMap(({ at, text }) => {
    const place = scale(at);
    return [
      shape("line", { x1: place, x2: place, y1: bottom, y2: bottom + 4 }),
      shape("text", { x: place, y: bottom + 16, "text-anchor": "middle" }, text),
    ];
  });
  const base =
    axis.ticks === "none"
      ? []
      : [shape("line", { x1: box.left, x2: box.left + box.width, y1: bottom, y2: bottom })];
  const label = axis.label === undefined ? [] : [labelBelow(say(axis.label), box, axis.ticks === "none")];
  return [...base, ...ticks, ...label];
}

function labelBelow(text: string, box: Box, close: boolean): Shape {
  const place = { x: box.left + box.width / 2, y: box.top + box.height + (close ? 15 : 31) };
  return shape("text", { class: "title", "text-anchor": "middle", ...place }, text);
}

function axisAtLeft(axis: Axis, scale: Scale, { box, say }: Frame): Shape[] {
  const ticks = ticksOf(axis, scale).flatMap(({ at, text }) => {
    const place = scale(at);
    return [
      shape("line", { x1: box.left - 4, x2: box.left, y1: place, y2: place }),
      shape("text", { x: box.left - 7, y: place + 4, "text-anchor": "end" }, text),
    ];
  });
  const base =
    axis.ticks === "none"
      ? []
      : [shape("line", { x1: box.left, x2: box.left, y1: box.top, y2: box.top + box.height })];
  if (axis.label === undefined) return [...base, ...ticks];
  const middle = box.top + box.height / 2;
  const turned = {
    class: "title",
    "text-anchor": "middle",
    transform: `translate(12 ${middle.toFixed(1)}) rotate(-90)`,
  };
  return [...base, ...ticks, shape("text", turned, say(axis.label))];
}
