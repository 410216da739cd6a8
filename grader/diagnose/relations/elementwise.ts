import { printNumber } from "#compare/describe.ts";
import { numbersIn } from "#compare/numbers.ts";
import { near, sizeOf, type Finder, type Pair } from "./pair.ts";

/** The same constant added to every number of every case. */
export const offset: Finder = ({ pairs }) => {
  const differences = pairs.flatMap(({ right, got }) => {
    const s = numbersIn(got);
    return numbersIn(right).map((value, index) => (s[index] ?? NaN) - value);
  });
  const size = sizeOf(pairs.flatMap(({ right }) => numbersIn(right)));
  const [first = NaN] = differences;
  if (!Number.isFinite(first) || near(first, 0, size)) return null;
  if (!differences.every((value) => near(value, first, Math.max(size, Math.abs(first))))) return null;
  return { key: "relation.offset", values: { offset: printNumber(Number(first.toPrecision(5))) } };
};

/** A result that is off by no more than this is computed as it should be, but for something small. */
const CLOSE = 1e-3;

/** Everywhere within a thousandth of the right numbers' size: rounding, a cut-off series, a constant with few digits. */
export const closeBy: Finder = ({ pairs }) => {
  const shares = pairs.map(({ right, got }) => {
    const [r, s] = [numbersIn(right), numbersIn(got)];
    return sizeOf(r.map((value, index) => (s[index] ?? NaN) - value)) / sizeOf(r);
  });
  const worst = shares.reduce((largest, share) => (share <= largest ? largest : share), 0);
  // no digits of it: they would be the rung's noise
  return worst > 0 && worst <= CLOSE ? { key: "relation.close", values: {} } : null;
};

const maps: Readonly<Record<string, (right: number) => number>> = {
  reciprocal: (right) => 1 / right,
  square: (right) => right * right,
  root: (right) => Math.sqrt(right),
  exponential: Math.exp,
  logarithm: Math.log,
  absolute: Math.abs,
};

/** A function of the right number, the same everywhere: its reciprocal, square, root, exponential, logarithm or size. */
export const mapped: Finder = ({ pairs }) => {
  for (const [name, map] of Object.entries(maps))
    if (
      pairs.every((pair) => isMapped(pair, map)) &&
      !pairs.every((pair) => isMapped(pair, (value) => value))
    )
      return { key: `relation.${name}`, values: {} };
  return null;
};

function isMapped({ right, got }: Pair, map: (right: number) => number): boolean {
  const s = numbersIn(got);
  return numbersIn(right).every((value, index) => {
    const wanted = map(value);
    return Number.isFinite(wanted) && near(s[index] ?? NaN, wanted);
  });
}
