import type { Ink } from "#contract/scene.ts";
import type { Palette } from "./palette.ts";
import type { Shape } from "./shape.ts";

/** A mark, drawn: shapes for what is few, paint for pixels and for what is many. Paint lies below all shapes of a panel. */
export interface Drawn {
  readonly shapes: readonly Shape[];
  readonly paint?: Paint;
}
export type Paint = (context: CanvasRenderingContext2D, palette: Palette) => void;

/** The class that gives a shape its colour and, for who else computed it, its dashes. */
export function classOf(kind: string, ink: Ink, faint?: boolean, stroke?: string): string {
  return [kind, `ink-${ink}`, ...(faint === true ? ["faint"] : []), `stroke-${stroke ?? strokeOf(ink)}`].join(
    " ",
  );
}

export function strokeOf(ink: Ink): "solid" | "dashed" | "dotted" {
  if (ink === "reference") return "dashed";
  return ink === "misconception" ? "dotted" : "solid";
}

/** Indexes of what has one ink, by ink. */
export function byInk(count: number, inks: readonly Ink[] | undefined, ink: Ink): Map<Ink, number[]> {
  const grouped = new Map<Ink, number[]>();
  for (let index = 0; index < count; index++) {
    const own = inks?.[index] ?? ink;
    const known = grouped.get(own);
    if (known === undefined) grouped.set(own, [index]);
    else known.push(index);
  }
  return grouped;
}
