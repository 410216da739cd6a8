import { printNumber } from "#compare/describe.ts";
import { numbersIn } from "#compare/numbers.ts";
import { tensorsOf } from "#compare/values.ts";
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

/** Every number within a thousandth of the right one: rounding, a cut-off series, a constant with few digits. */
export const closeBy: Finder = ({ spec, pairs }) => {
  const isClose = pairs.every(({ right, got }) => {
    const others = tensorsOf(spec.returns, got);
    return tensorsOf(spec.returns, right).every(({ numbers }, index) =>
      areClose(numbers, others[index]?.numbers ?? []),
    );
  });
  // no digits of it: they would be the rung's noise
  return isClose ? { key: "relation.close", values: {} } : null;
};

/** Judged number by number, but for what is noise beside its own tensor; of nothing but zeros nothing can be told. */
function areClose(right: readonly number[], got: readonly number[]): boolean {
  const size = sizeOf(right);
  if (size === 0 || !Number.isFinite(size)) return false;
  return right.every((value, index) => {
    const own = got[index] ?? NaN;
    return Math.abs(own - value) <= CLOSE * Math.abs(value) || near(own, value, size);
  });
}

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
