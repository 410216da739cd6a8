import type { ArrowsMark, Ink, PointsMark } from "#contract/scene.ts";
import { byInk, classOf, type Drawn } from "./drawn.ts";
import { css, type Palette } from "./palette.ts";
import { at, type Frame } from "./scales.ts";
import { shape } from "./shape.ts";

/** From here on points are painted: a path of so many arcs takes longer than a frame. */
const MANY = 400;

type Outline = (x: number, y: number, size: number) => string;

const outlines: Readonly<Record<NonNullable<PointsMark["shape"]>, Outline>> = {
  point: circle,
  ring: circle,
  cross: (x, y, r) => `M${print(x - r)},${print(y - r)}l${2 * r},${2 * r}m0,${-2 * r}l${-2 * r},${2 * r}`,
  diamond: (x, y, r) => `M${print(x)},${print(y - r)}l${r},${r}l${-r},${r}l${-r},${-r}z`,
};

export function drawPoints(mark: PointsMark, frame: Frame): Drawn {
  const { ink = "data", shape: form = "point", size = 3, faint } = mark;
  const groups = byInk(mark.x.length, mark.inks, ink);
  if (mark.x.length > MANY && (form === "point" || form === "ring"))
    return {
      shapes: [],
      paint: (context, palette) => {
        paint(mark, groups, frame, { context, palette });
      },
    };
  const kind = form === "ring" || form === "cross" ? "outline" : "dot";
  const shapes = [...groups].map(([own, indexes]) =>
    shape("path", {
      class: classOf(kind, own, faint, "solid"),
      d: indexes
        .map((index) => [frame.x(at(mark.x, index)), frame.y(at(mark.y, index))] as const)
        .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
        .map(([x, y]) => outlines[form](x, y, size))
        .join(""),
    }),
  );
  return { shapes };
}

/** Every point is a stamp of the first one: two thousand arcs would take longer than a frame. */
function paint(
  { x, y, size = 3, shape: form, faint }: PointsMark,
  groups: ReadonlyMap<Ink, readonly number[]>,
  frame: Frame,
  { context, palette }: { readonly context: CanvasRenderingContext2D; readonly palette: Palette },
): void {
  const ratio = window.devicePixelRatio;
  const width = 2 * size + 3;
  for (const [ink, indexes] of groups) {
    const colour = css(palette.inks[ink], faint === true ? 0.3 : 0.75);
    const stamp = stampOf({ width: width * ratio, radius: size * ratio, colour, hollow: form === "ring" });
    for (const index of indexes) {
      const [px, py] = [frame.x(at(x, index)), frame.y(at(y, index))];
      if (Number.isFinite(px) && Number.isFinite(py))
        context.drawImage(stamp, px - width / 2, py - width / 2, width, width);
    }
  }
}

interface Stamp {
  readonly width: number;
  readonly radius: number;
  readonly colour: string;
  readonly hollow: boolean;
}

function stampOf({ width, radius, colour, hollow }: Stamp): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.ceil(width), Math.ceil(width));
  const context = canvas.getContext("2d");
  if (context === null) return canvas;
  context.arc(canvas.width / 2, canvas.height / 2, radius, 0, 2 * Math.PI);
  context.fillStyle = context.strokeStyle = colour;
  if (hollow) context.stroke();
  else context.fill();
  return canvas;
}

/** One path for all of them, heads included. An arrow without length is left out. */
export function drawArrows(mark: ArrowsMark, { x, y }: Frame): Drawn {
  const { ink = "data", faint, stroke = "solid" } = mark;
  const path = mark.x.map((_, index) => {
    const [fromX, fromY] = [at(mark.x, index), at(mark.y, index)];
    const tail = [x(fromX), y(fromY)] as const;
    const head = [x(fromX + at(mark.dx, index)), y(fromY + at(mark.dy, index))] as const;
    return arrow(tail, head);
  });
  const attributes = {
    class: classOf("line arrow", ink, faint, stroke),
    d: path.join(""),
    "stroke-width": 1.6,
  };
  return { shapes: [shape("path", attributes)] };
}

type Place = readonly [x: number, y: number];

function arrow([x0, y0]: Place, [x1, y1]: Place): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!Number.isFinite(length) || length < 0.7) return "";
  const size = Math.min(6, 2 + length / 4);
  const [ux, uy] = [((x1 - x0) / length) * size, ((y1 - y0) / length) * size];
  const wing = (side: 1 | -1): string =>
    `${print(x1 - ux + side * uy * 0.5)},${print(y1 - uy - side * ux * 0.5)}`;
  return `M${print(x0)},${print(y0)}L${print(x1)},${print(y1)}M${wing(1)}L${print(x1)},${print(y1)}L${wing(-1)}`;
}

function circle(x: number, y: number, r: number): string {
  return `M${print(x - r)},${print(y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`;
}

function print(value: number): string {
  return value.toFixed(1);
}
