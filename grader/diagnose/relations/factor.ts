import { printNumber } from "#compare/describe.ts";
import { numbersIn } from "#compare/numbers.ts";
import { axisSizes, near, sizeOf, type Evidence, type Finder, type Pair } from "./pair.ts";

const constants: Readonly<Record<string, number>> = {
  "2 pi": 2 * Math.PI,
  "1/(2 pi)": 1 / (2 * Math.PI),
  pi: Math.PI,
  "log 2": Math.LN2,
  "1/log 2": 1 / Math.LN2,
  "log 10": Math.LN10,
  "1/log 10": 1 / Math.LN10,
  "sqrt(2 pi)": Math.sqrt(2 * Math.PI),
};

/** Whether a factor, as it is printed, is one of these and no number in digits. */
export function isNamedConstant(text: string): boolean {
  return Object.hasOwn(constants, text.replace(/^-/, ""));
}

/** The opposite sign, or one factor: a number, or one made of the sizes of the input. */
export const factor: Finder = (evidence) => {
  const ratios = evidence.pairs.map(ratioOf);
  if (ratios.some((ratio) => ratio === null)) return null;
  const known = ratios as readonly number[];
  const [first = NaN] = known;
  if (known.every((ratio) => near(ratio, first))) return plain(first);
  const sizes = evidence.pairs.map((pair) => axisSizes(evidence.spec, pair.args));
  const sign = first < 0 ? -1 : 1;
  for (const [name, of] of Object.entries(sizeFactors(evidence)))
    if (known.every((ratio, index) => near(ratio, sign * of(sizes[index] ?? new Map()))))
      return { key: "relation.times", values: { factor: sign < 0 ? `-${name}` : name } };
  return null;
};

/** got = ratio * right for every number of the pair, zeros included; null if there is no such number. */
function ratioOf({ right, got }: Pair): number | null {
  const r = numbersIn(right);
  const s = numbersIn(got);
  const size = sizeOf(r);
  const largest = r.findIndex((value) => Math.abs(value) === size);
  const ratio = (s[largest] ?? NaN) / size / Math.sign(r[largest] ?? 1);
  if (size === 0 || ratio === 0 || !Number.isFinite(ratio)) return null;
  return r.every((value, index) => near(s[index] ?? NaN, ratio * value, size * Math.abs(ratio)))
    ? ratio
    : null;
}

function plain(ratio: number) {
  if (near(ratio, 1)) return null;
  if (near(ratio, -1)) return { key: "relation.sign", values: {} };
  const named = Object.entries(constants).find(([, value]) => near(Math.abs(ratio), value))?.[0];
  const inverse = 1 / Math.abs(ratio);
  const fraction =
    near(inverse, Math.round(inverse)) && Math.round(inverse) > 1 ? `1/${Math.round(inverse)}` : null;
  const size = named ?? fraction ?? printNumber(Number(Math.abs(ratio).toPrecision(5)));
  return { key: "relation.times", values: { factor: ratio < 0 ? `-${size}` : size } };
}

type SizeFactor = (sizes: ReadonlyMap<string, number>) => number;

/** n, 1/n, n-1, 1/(n-1), n/(n-1) and (n-1)/n for every axis, n m and 1/(n m) for every two. */
function sizeFactors({ spec, pairs }: Evidence): Readonly<Record<string, SizeFactor>> {
  const [first] = pairs;
  const axes = first === undefined ? [] : [...axisSizes(spec, first.args).keys()];
  const of = (axis: string, sizes: ReadonlyMap<string, number>): number => sizes.get(axis) ?? NaN;
  const factors: Record<string, SizeFactor> = {};
  for (const axis of axes) {
    factors[axis] = (sizes) => of(axis, sizes);
    factors[`1/${axis}`] = (sizes) => 1 / of(axis, sizes);
    factors[`(${axis}-1)`] = (sizes) => of(axis, sizes) - 1;
    factors[`1/(${axis}-1)`] = (sizes) => 1 / (of(axis, sizes) - 1);
    factors[`${axis}/(${axis}-1)`] = (sizes) => of(axis, sizes) / (of(axis, sizes) - 1);
    factors[`(${axis}-1)/${axis}`] = (sizes) => (of(axis, sizes) - 1) / of(axis, sizes);
    factors[`2 ${axis}`] = (sizes) => 2 * of(axis, sizes);
    factors[`${axis}/2`] = (sizes) => of(axis, sizes) / 2;
  }
  for (const [index, a] of axes.entries())
    for (const b of axes.slice(index + 1)) {
      factors[`${a} ${b}`] = (sizes) => of(a, sizes) * of(b, sizes);
      factors[`1/(${a} ${b})`] = (sizes) => 1 / (of(a, sizes) * of(b, sizes));
    }
  return factors;
}
