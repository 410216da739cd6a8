import type { Mark, Player } from "#sdk/picture.ts";
import { extent, short } from "#sdk/plot.ts";
import { placed } from "./players.ts";

/** Bars side by side, filled for the student and outlined around them for others. */
export function columnsOf(player: Player, values: readonly (number | undefined)[]): Mark[] {
  if (values.every((value) => value === undefined)) return [];
  const half = { student: 0.28, reference: 0.33, misconception: 0.38 }[player];
  return [
    {
      mark: "rects",
      ink: player,
      hollow: player !== "student",
      x0: values.map((_, index) => index + 0.5 - half),
      x1: values.map((_, index) => index + 0.5 + half),
      y0: values.map(() => 0),
      y1: values.map(placed),
      ...(player === "student" ? { labels: values.map((value) => short(value)) } : {}),
    },
  ];
}

/** Room for what is right, and for what is up to three times as large; not for what is beyond all measure. */
export function rangeOf(
  own: readonly (number | undefined)[],
  right: readonly (number | undefined)[],
  least: number,
): readonly [number, number] {
  const [low, high] = extent([...right, 0, least]);
  const [ownLow, ownHigh] = extent([...own, 0]);
  const most = 3.2 * Math.max(high, -low);
  return [1.1 * Math.min(low, Math.max(ownLow, -most)), 1.1 * Math.max(high, Math.min(ownHigh, most))];
}
