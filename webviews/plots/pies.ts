import type { PiesMark } from "#contract/scene.ts";
import { classOf, type Drawn } from "./drawn.ts";
import { at, type Frame } from "./scales.ts";
import { shape } from "./shape.ts";

/** Slices begin at noon and go round as a clock does; one path for each class, and a rim that holds what nobody takes. */
export function drawPies({ x, y, slices, size = 6, ink = "data", faint }: PiesMark, frame: Frame): Drawn {
  const places = x.map((_, index) => [frame.x(at(x, index)), frame.y(at(y, index))] as const);
  const seen = places.flatMap((place, index) => (place.every(Number.isFinite) ? [{ place, index }] : []));
  const begun = x.map(() => 0);
  const wedges = slices.map((slice) => {
    const d = seen.map(({ place, index }) => {
      const from = begun[index] ?? 0;
      const share = Math.max(0, Math.min(1, at(slice.shares, index) || 0));
      begun[index] = from + share;
      return wedge(place, size, from, share);
    });
    return shape("path", { class: classOf("dot", slice.ink, faint), d: d.join("") });
  });
  const rims = seen.map(({ place }) => wedge(place, size, 0, 1)).join("");
  return { shapes: [...wedges, shape("path", { class: classOf("rim", ink, faint, "solid"), d: rims })] };
}

/** A whole one is a circle: an arc that ends where it began would not be drawn. */
function wedge([x, y]: readonly [x: number, y: number], radius: number, from: number, share: number): string {
  if (share < 0.002) return "";
  if (share > 0.998)
    return `M${print(x)},${print(y - radius)}a${radius},${radius} 0 1,1 0,${2 * radius}a${radius},${radius} 0 1,1 0,${-2 * radius}z`;
  const [x0, y0] = onRim(radius, from);
  const [x1, y1] = onRim(radius, from + share);
  const large = share > 0.5 ? 1 : 0;
  return `M${print(x)},${print(y)}l${print(x0)},${print(y0)}a${radius},${radius} 0 ${large},1 ${print(x1 - x0)},${print(y1 - y0)}z`;
}

function onRim(radius: number, turn: number): readonly [x: number, y: number] {
  return [radius * Math.sin(2 * Math.PI * turn), -radius * Math.cos(2 * Math.PI * turn)];
}

function print(value: number): string {
  return value.toFixed(1);
}
