import { conforms } from "#compare/conforms.ts";
import { numbersIn } from "#compare/numbers.ts";
import { compareValues, type CompareOptions } from "#compare/values.ts";
import type { CallReply } from "#contract/sandbox.ts";
import type { TypeSpec, Value } from "#contract/values.ts";

/** How a call goes wrong. A smaller input must go wrong in the same way, or it shows something else. */
export type Manner = "value" | "not-finite" | "shape" | "throw";

/** A smaller difference than this share of the larger number is not seen at a glance. */
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

/** The largest difference anywhere, as a share of the larger of the two numbers. */
export function contrastOf(expected: Value, got: Value): number {
  const s = numbersIn(got);
  const shares = numbersIn(expected).map((r, index) => {
    const other = s[index] ?? NaN;
    return r === other ? 0 : Math.abs(r - other) / Math.max(Math.abs(r), Math.abs(other));
  });
  return Math.max(0, ...shares);
}

/** Whether a difference of values can still be seen where one could be seen before. */
export function isClear(contrast: number, before: number): boolean {
  return contrast >= Math.min(AT_A_GLANCE, before / 2);
}
