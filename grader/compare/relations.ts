import type { Arguments, Value } from "#contract/values.ts";
import { dot, mapNumbers, norm, numbersIn, replaceAt, valueAt, type Path } from "./numbers.ts";

/** Links between a student's own lines, evaluated through calls that may fail; whoever calls treats a rejection as "does not hold". */

interface GradientQuestion {
  readonly args: Arguments;
  readonly gradient: Value;
  readonly parts: readonly { readonly output: Path; readonly argument: Path }[];
  readonly objective: (args: Arguments) => Promise<number>;
  /** Standard normal numbers for the directions. */
  readonly normal: () => number;
}

/** Central differences err by about 1e-9 of the gradient here; a slip errs by far more than this share of it. */
const DIRECTIONAL_TOLERANCE = 1e-5;
const DIRECTIONS = 2;
const STEP = 1e-5;

/**
 * Whether `gradient` is the gradient of `objective`: for random unit directions d,
 * (f(a + h d) - f(a - h d)) / 2h = <gradient, d>. Two calls a direction, however many coordinates there are.
 */
export async function isGradient(question: GradientQuestion): Promise<boolean> {
  const slots = question.parts.map(({ output, argument }) => ({
    argument,
    start: valueAt(question.args, argument),
    slope: numbersIn(valueAt(question.gradient, output)),
  }));
  const slope = slots.flatMap((slot) => slot.slope);
  if (slope.length === 0 || slope.some((value) => !Number.isFinite(value))) return false;
  if (slots.some((slot) => numbersIn(slot.start).length !== slot.slope.length)) return false;
  const step =
    STEP * Math.max(1, norm(slots.flatMap((slot) => numbersIn(slot.start))) / Math.sqrt(slope.length));
  const directions = Array.from({ length: DIRECTIONS }, () => unit(slope.map(question.normal)));
  const agree = await Promise.all(
    directions.map(async (direction) => {
      const along = async (h: number): Promise<number> =>
        question.objective(moved(question.args, slots, direction, h));
      const [after, before] = await Promise.all([along(step), along(-step)]);
      const difference = (after - before) / (2 * step);
      const claimed = dot(slope, direction);
      const slack = DIRECTIONAL_TOLERANCE * (norm(slope) + Math.abs(difference));
      return Math.abs(difference - claimed) <= slack;
    }),
  );
  return agree.every(Boolean);
}

interface Slot {
  readonly argument: Path;
  readonly start: Value;
}

function moved(args: Arguments, slots: readonly Slot[], direction: readonly number[], h: number): Arguments {
  let index = 0;
  let result: Value = args;
  for (const { argument, start } of slots)
    result = replaceAt(
      result,
      argument,
      mapNumbers(start, (old) => old + h * (direction[index++] ?? 0)),
    );
  return result as Arguments;
}

function unit(vector: readonly number[]): number[] {
  const length = norm(vector) || 1;
  return vector.map((value) => value / length);
}

/** A root is a root if the residual there is at most this share of what it is at some distance on either side. */
const ROOT_TOLERANCE = 1e-3;

/**
 * Whether `candidate` is a root of `residual`: (nearly) zero there, clearly not zero at `distance` to the left and right.
 * A residual that is zero everywhere has no root to find.
 */
export async function isRoot(
  candidate: number,
  distance: number,
  residual: (at: number) => Promise<number>,
): Promise<boolean> {
  if (!Number.isFinite(candidate)) return false;
  const [here, left, right] = await Promise.all([
    residual(candidate),
    residual(candidate - distance),
    residual(candidate + distance),
  ]);
  return Math.abs(here) <= ROOT_TOLERANCE * Math.min(Math.abs(left), Math.abs(right)) && left * right < 0;
}

/** Whether two expressions agree: same structure, numbers within 1e-6 of the larger side. */
export function areEqual(left: Value, right: Value): boolean {
  if (!haveOneStructure(left, right)) return false;
  const [a, b] = [numbersIn(left), numbersIn(right)];
  const size = Math.max(largestOf(a), largestOf(b));
  return (
    a.length === b.length && // a hole is not seen as a difference of structure from every side
    Number.isFinite(size) &&
    a.every((value, index) => Math.abs(value - (b[index] ?? NaN)) <= 1e-6 * size)
  );
}

/** The same but for their numbers. Told at the first difference: inputs of ten and of ten thousand numbers are often compared. */
function haveOneStructure(left: Value, right: Value): boolean {
  if (typeof left !== "object" || left === null)
    return typeof left === "number" ? typeof right === "number" : left === right;
  if (typeof right !== "object" || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right))
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((entry: Value, index) => haveOneStructure(entry, right[index] as Value))
    );
  const [fields, others] = [Object.entries(left), Object.entries(right)];
  return (
    fields.length === others.length &&
    fields.every(([name, value], index) => {
      const [other, its] = others[index] ?? [];
      return name === other && haveOneStructure(value, its);
    })
  );
}

/** -Infinity of none: nothing is equal to nothing. */
function largestOf(numbers: readonly number[]): number {
  return numbers.reduce((largest, value) => Math.max(largest, Math.abs(value)), -Infinity);
}
