import { numbersIn } from "#compare/numbers.ts";
import { printNumber } from "#compare/describe.ts";
import type { Message } from "#contract/messages.ts";
import type { Value } from "#contract/values.ts";

/** Numbers closer than this (relative) are the same factor or offset. */
const SAME = 1e-5;

/**
 * What a wrong result is in terms of the right one, if one simple relation explains every number of every case:
 * the opposite sign, a constant factor, or a constant offset. Null when there is none, or too few numbers to tell.
 */
export function findRelation(
  pairs: readonly { readonly right: Value; readonly got: Value }[],
): Message | null {
  const numbers = pairs.flatMap(({ right, got }) => {
    const r = numbersIn(right);
    const s = numbersIn(got);
    return r.length === s.length
      ? r.map((value, index) => [value, s[index] ?? NaN] as const)
      : [[NaN, NaN] as const];
  });
  if (numbers.length < 4 || numbers.some(([r, s]) => !Number.isFinite(r) || !Number.isFinite(s))) return null;
  const factor = constant(numbers.filter(([r]) => r !== 0).map(([r, s]) => s / r));
  const zerosStay = numbers.every(([r, s]) => r !== 0 || s === 0);
  if (factor !== null && zerosStay && factor !== 0)
    return Math.abs(factor + 1) < SAME
      ? { key: "relation.sign", values: {} }
      : { key: "relation.times", values: { factor: printNumber(roundedTo(factor)) } };
  const offset = constant(numbers.map(([r, s]) => s - r));
  return offset === null
    ? null
    : { key: "relation.offset", values: { offset: printNumber(roundedTo(offset)) } };
}

function constant(values: readonly number[]): number | null {
  const [first] = values;
  if (first === undefined || values.length < 2) return null;
  const near = values.every((value) => Math.abs(value - first) <= SAME * Math.abs(first));
  return near ? first : null;
}

/** Float32 expected values leave noise in the seventh digit: say 2, not 2.00000012. */
function roundedTo(value: number): number {
  return Number(value.toPrecision(5));
}
