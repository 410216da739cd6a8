import { numbersIn } from "#compare/numbers.ts";
import { near, sizeOf, type Evidence, type Finder } from "./pair.ts";

/** What a logarithm of base b is too large by, as a share of the natural one: 1 / ln b - 1. */
const excess: Readonly<Record<string, number>> = { "2": 1 / Math.LN2 - 1, "10": 1 / Math.LN10 - 1 };

/** A logarithm enters a formula once, halved, quartered or doubled, with either sign. */
const shares = [1, 0.5, 0.25, 2].flatMap((share) => [share, -share]);

/** Fewer cases than this lie on a line too easily. */
const ENOUGH = 4;

/**
 * A sum in which one part is a logarithm of an argument, to another base: the error then is a line in the argument's natural
 * logarithm, whose slope tells base and share. (Where all of the result is a logarithm it is a factor, and said so.)
 */
export const logBase: Finder = ({ spec, pairs }) => {
  const errors = pairs.map(({ right, got }) =>
    typeof right === "number" && typeof got === "number" ? got - right : NaN,
  );
  if (errors.length < ENOUGH || errors.some(Number.isNaN)) return null;
  const size = sizeOf(errors); // beside large right answers any small error would lie on a line
  for (const index of spec.parameters.keys())
    for (const measure of measures) {
      const slope = slopeOf(logsOf(pairs, index, measure), errors, size);
      const base = slope === null ? undefined : baseOf(slope);
      if (base !== undefined) return { key: "relation.log-base", values: { base } };
    }
  return null;
};

const measures: readonly ((logs: readonly number[]) => number)[] = [
  (logs) => logs.reduce((sum, value) => sum + value, 0) / logs.length,
  (logs) => logs.reduce((sum, value) => sum + value, 0),
];

function logsOf(
  pairs: Evidence["pairs"],
  index: number,
  measure: (logs: readonly number[]) => number,
): readonly number[] {
  return pairs.map(({ args }) => measure(numbersIn(args[index]).map(Math.log)));
}

/** The slope of the line through all points, or null if they are on none, or all in one place. */
function slopeOf(x: readonly number[], y: readonly number[], size: number): number | null {
  const [low, high] = [x.indexOf(Math.min(...x)), x.indexOf(Math.max(...x))];
  const [x0 = NaN, x1 = NaN, y0 = NaN, y1 = NaN] = [x[low], x[high], y[low], y[high]];
  const slope = (y1 - y0) / (x1 - x0);
  if (!Number.isFinite(slope) || x1 - x0 < 0.1) return null;
  return x.every((at, index) => near(y[index] ?? NaN, y0 + slope * (at - x0), size)) ? slope : null;
}

function baseOf(slope: number): string | undefined {
  return Object.keys(excess).find((base) =>
    shares.some((share) => Math.abs(slope / (share * (excess[base] ?? NaN)) - 1) < 1e-3),
  );
}
