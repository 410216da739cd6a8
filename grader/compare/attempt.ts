import type { Value } from "#contract/values.ts";
import { numbersIn } from "./numbers.ts";

/** How much an answer must move, in shares of its scale, when an argument that it depends on is replaced. */
const SENSITIVITY = 1e-3;

/** Whether two results differ by more than 1e-3 of their scale somewhere. */
export function movesWith(before: Value, after: Value): boolean {
  const a = numbersIn(before);
  const b = numbersIn(after);
  if (a.length !== b.length) return true;
  const scale = a.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return a.some((value, index) => Math.abs(value - (b[index] ?? NaN)) > SENSITIVITY * scale);
}

/** Whether every number of the result is one of the numbers that went in: a copied or permuted input. */
export function isCopied(args: Value, result: Value): boolean {
  const given = new Set(numbersIn(args));
  return numbersIn(result).every((value) => given.has(value));
}
