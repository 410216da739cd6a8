import type { Mark, Panel } from "#sdk/picture.ts";
import { extent, short, words } from "#sdk/plot.ts";
import { players, type Functions } from "./players.ts";

/** One or two quantities laid end to end, as lengths from 0 on. */
export interface Row {
  readonly text: string;
  readonly parts: (functions: Functions) => readonly (number | undefined)[];
}

/** A thin row of parts that are known beforehand, each with the ink of its outcome. */
export interface Strip {
  readonly above: number;
  readonly parts: readonly number[];
  readonly labels: readonly string[];
}

const inks = ["first", "second", "third", "fourth"] as const;
const half = { student: 0.24, misconception: 0.33, reference: 0.28 } as const;

type Shown = Readonly<Record<(typeof players)[number], Functions>>;

/** Rows from the top down; where two rows say the same they end at the same place. */
export function lengthsOf(
  shown: Shown,
  rows: readonly Row[],
  strips: readonly Strip[],
): Pick<Panel, "x" | "y" | "marks"> {
  const place = (row: number): number => rows.length - row - 0.5;
  const [low, high] = reach(shown, rows, strips);
  return {
    x: { domain: [low, high], label: words("nats", "ナット"), ticks: 6 },
    y: { domain: [0, rows.length], ticks: rows.map(({ text }, row) => ({ at: place(row), text })) },
    marks: [
      { mark: "rule", x: 0 },
      ...strips.flatMap((strip) => stripOf(strip, place)),
      ...rows.flatMap((row, index) => players.flatMap((player) => barsOf(player, row, shown, place(index)))),
    ],
  };
}

/** As far as what is right and what is up to three times as long; not to what is beyond all measure. */
function reach(shown: Shown, rows: readonly Row[], strips: readonly Strip[]): readonly [number, number] {
  const ends = (functions: Functions): number[] => rows.flatMap(({ parts }) => edgesOf(parts(functions)));
  const known = [...ends(shown.reference), ...strips.flatMap(({ parts }) => edgesOf(parts))];
  const [, right] = extent([...known, 0.5]);
  const [low, high] = extent(ends(shown.student), [0, 0]);
  return [1.12 * Math.max(Math.min(0, low), -3 * right), 1.12 * Math.max(right, Math.min(high, 3 * right))];
}

function edgesOf(parts: readonly (number | undefined)[]): number[] {
  let end = 0;
  return [0, ...parts.map((part) => (end += part ?? NaN))];
}

function barsOf(player: (typeof players)[number], { parts }: Row, shown: Shown, y: number): Mark[] {
  const values = parts(shown[player]);
  if (values.every((value) => value === undefined)) return [];
  const edges = edgesOf(values);
  const bars = values.map((value, index): Mark => ({
    mark: "rects",
    ink: player,
    hollow: player !== "student",
    faint: player === "student" && index > 0,
    x0: [edges[index] ?? null],
    x1: [edges[index + 1] ?? null],
    y0: [y - half[player]],
    y1: [y + half[player]],
    ...(player === "student" ? { labels: [short(value)] } : {}),
  }));
  return bars;
}

function stripOf({ above, parts, labels }: Strip, place: (row: number) => number): Mark[] {
  const edges = edgesOf(parts);
  const y = place(above) + 0.42;
  return [
    {
      mark: "rects",
      inks: inks.slice(0, parts.length),
      x0: edges.slice(0, -1),
      x1: edges.slice(1),
      y0: parts.map(() => y - 0.11),
      y1: parts.map(() => y + 0.11),
      labels,
    },
  ];
}
