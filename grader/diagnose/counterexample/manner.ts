import { conforms } from "#compare/conforms.ts";
import { numbersIn } from "#compare/numbers.ts";
import { compareValues, type CompareOptions } from "#compare/values.ts";
import type { CallReply } from "#contract/sandbox.ts";
import type { TypeSpec, Value } from "#contract/values.ts";

/** How a call goes wrong. A smaller input must go wrong in the same way, or it shows something else. */
export type Manner = "value" | "not-finite" | "shape" | "throw";

/** A smaller difference than this is not seen at a glance. */
const AT_A_GLANCE = 0.05;

/** How a call goes wrong, or null where it is right, or breaks off in a way that no input explains. */
export function mannerOf(
  type: TypeSpec,
  expected: Value,
  reply: CallReply | undefined,
  options: CompareOptions,
): Manner | null {
  if (reply === undefined) return null;
  if (!reply.ok) return reply.fault.kind === "throw" ? "throw" : null;
  const difference = compareValues(type, expected, reply.value, options);
  if (difference === null) return null;
  if (difference.kind === "shape") return "shape";
  return conforms(type, reply.value) ? "value" : "not-finite";
}

/** The largest difference anywhere, as a share of the largest number: beside a 30, what is wrong in a millionth is not seen. */
export function contrastOf(expected: Value, got: Value): number {
  const [r, s] = [numbersIn(expected), numbersIn(got)];
  const largest = Math.max(largestOf(r), largestOf(s));
  const apart = r.map((value, index) => Math.abs(value - (s[index] ?? NaN)));
  return largest === 0 ? 0 : largestOf(apart) / largest;
}

/** Not by spreading: an example may start from more numbers than a call takes arguments. */
function largestOf(numbers: readonly number[]): number {
  return numbers.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

/** Whether a difference of values can still be seen where one could be seen before. */
export function isClear(contrast: number, before: number): boolean {
  return contrast >= Math.min(AT_A_GLANCE, before / 2);
}
