import type { HeatmapMark, Ink, Localized, Mark, Panel } from "#sdk/picture.ts";
import { agree } from "../players.ts";
import { side } from "./images.ts";

/** So far apart are bitmaps that lie in one panel, and so high is the line above them. */
const gap = 1;
const head = 1.1;

export function across(count: number): number {
  return (count * (side + gap) - gap) / (side + head);
}

export function spread(count: number): Pick<Panel, "x" | "y"> {
  return {
    x: { domain: [0, count * (side + gap) - gap], ticks: "none" },
    y: { domain: [side, -head], ticks: "none" },
  };
}

function leftOf(place: number): number {
  return place * (side + gap);
}

export type Pixels = Pick<HeatmapMark, "values" | "domain"> & {
  readonly ink: Ink;
  readonly colours?: HeatmapMark["colours"];
  readonly press?: string;
};

export function bitmap(place: number, { colours = "sequential", ...rest }: Pixels): HeatmapMark {
  return {
    mark: "heatmap",
    x0: leftOf(place),
    x1: leftOf(place) + side,
    y0: 0,
    y1: side,
    rows: side,
    columns: side,
    colours,
    ...rest,
  };
}

/** None where the student's function gives nothing at all: then the page shows what it last gave. */
export function ownBitmap(place: number, pixels: Pixels, values: readonly unknown[]): Mark[] {
  return values.every((value) => value === undefined) ? [] : [bitmap(place, pixels)];
}

export function frames(count: number): Mark[] {
  const places = Array.from({ length: count }, (_, place) => leftOf(place));
  return [
    {
      mark: "rects",
      ink: "muted",
      hollow: true,
      faint: true,
      x0: places,
      x1: places.map((left) => left + side),
      y0: places.map(() => 0),
      y1: places.map(() => side),
    },
  ];
}

export function titles(texts: readonly Localized[]): Mark {
  return {
    mark: "texts",
    ink: "data",
    x: texts.map((_, place) => leftOf(place) + side / 2),
    y: texts.map(() => -0.6),
    texts,
  };
}

export function crosses(
  place: number,
  own: readonly (number | undefined)[],
  right: readonly (number | undefined)[],
): Mark[] {
  const wrong = own.flatMap((value, k) => (agree(value, right[k]) ? [] : [k]));
  return [
    {
      mark: "points",
      ink: "wrong",
      shape: "cross",
      size: 3,
      x: wrong.map((k) => leftOf(place) + (k % side) + 0.5),
      y: wrong.map((k) => Math.floor(k / side) + 0.5),
    },
  ];
}

export function pointer(place: number, pixel: number): Mark {
  const [left, row] = [leftOf(place) + (pixel % side), Math.floor(pixel / side)];
  return {
    mark: "rects",
    ink: "accent",
    hollow: true,
    x0: [left],
    x1: [left + 1],
    y0: [row],
    y1: [row + 1],
  };
}
