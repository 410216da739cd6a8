import type { Ink, Mark, Panel, Tick } from "#sdk/picture.ts";
import { extent, short, words } from "#sdk/plot.ts";
import { players, type Functions } from "./players.ts";

/** One or two quantities laid end to end, as lengths from 0 on. */
export interface Row {
  readonly text: string;
  readonly parts: (functions: Functions) => readonly (number | undefined)[];
}

/** A thin row of parts that are known beforehand. */
export interface Strip {
  readonly above: number;
  readonly ink: Ink;
  readonly parts: readonly number[];
  readonly labels: readonly string[];
}

const half = { student: 0.24, misconception: 0.33, reference: 0.28 } as const;

/** The share of the panel that the rows' names take, to the left of everything. */
const margin = 0.2;

type Shown = Readonly<Record<(typeof players)[number], Functions>>;

/** Rows from the top down; where two rows say the same they end at the same place. */
export function lengthsOf(
  shown: Shown,
  rows: readonly Row[],
  strips: readonly Strip[],
): Pick<Panel, "x" | "y" | "marks"> {
  const place = (row: number): number => rows.length - row - 0.5;
  const [low, high] = reach(shown, rows, strips);
  const left = low - (margin / (1 - margin)) * (high - low);
  return {
    x: { domain: [left, high], label: words("nats", "ナット"), ticks: ticksBetween(low, high) },
    y: { domain: [0, rows.length], ticks: "none" },
    marks: [
      { mark: "rule", x: 0 },
      {
        mark: "texts",
        ink: "data",
        x: rows.map(() => low),
        y: rows.map((_, index) => place(index)),
        texts: rows.map(({ text }) => text),
        anchor: "end",
        shift: [-8, 0],
      },
      ...strips.map((strip) => stripOf(strip, place(strip.above))),
      ...rows.flatMap((row, index) => players.flatMap((player) => barsOf(player, row, shown, place(index)))),
    ],
  };
}

/** As far as what is right and what is up to three times as long; not to what is beyond all measure. */
function reach(shown: Shown, rows: readonly Row[], strips: readonly Strip[]): readonly [number, number] {
  const ends = (functions: Functions): number[] => rows.flatMap(({ parts }) => edgesOf(parts(functions)));
  const known = [...ends(shown.reference), ...strips.flatMap(({ parts }) => edgesOf(parts))];
  const right = extent([...known, 0.5])[1];
  const [low, high] = extent(ends(shown.student), [0, 0]);
  return [1.08 * Math.max(Math.min(0, low), -3 * right), 1.08 * Math.max(right, Math.min(high, 3 * right))];
}

function ticksBetween(low: number, high: number): Tick[] {
  const step = [0.2, 0.5, 1, 2].find((size) => (high - low) / size <= 9) ?? 5;
  const count = Math.floor(high / step) - Math.ceil(low / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const at = (Math.ceil(low / step) + index) * step;
    return { at, text: String(Number(at.toFixed(1))) };
  });
}

function edgesOf(parts: readonly (number | undefined)[]): number[] {
  let end = 0;
  return [0, ...parts.map((part) => (end += part ?? NaN))];
}

function barsOf(player: (typeof players)[number], { parts }: Row, shown: Shown, y: number): Mark[] {
  const values = parts(shown[player]);
  if (values.every((value) => value === undefined)) return [];
  const edges = edgesOf(values);
  return values.flatMap((value, index): Mark[] => {
    const [from = NaN, to = NaN] = [edges[index], edges[index + 1]];
    const own = player === "student";
    const bar = { x0: [from], x1: [to], y0: [y - half[player]], y1: [y + half[player]] };
    const box: Mark = { mark: "rects", ink: player, hollow: !own, faint: own && index > 0, ...bar };
    if (!own) return [box];
    // what goes on from another bar is drawn lightly, and its number in the colour of writing
    return index === 0
      ? [{ ...box, labels: [short(value)] }]
      : [
          box,
          { mark: "rects", ink: player, hollow: true, ...bar },
          { mark: "texts", ink: "data", x: [(from + to) / 2], y: [y], texts: [short(value)] },
        ];
  });
}

function stripOf({ ink, parts, labels }: Strip, row: number): Mark {
  const edges = edgesOf(parts);
  const gap = 0.002;
  return {
    mark: "rects",
    ink,
    x0: edges.slice(0, -1).map((edge) => edge + gap),
    x1: parts.map((part, index) => (edges[index] ?? 0) + Math.max(gap, part - gap)),
    y0: parts.map(() => row + 0.31),
    y1: parts.map(() => row + 0.48),
    labels,
  };
}
