import type { NestedNumbers } from "./reference.ts";

/** Narrows what was read back from the device to the shape that the formula gives; anything else is the author's mistake. */
export function scalar(value: NestedNumbers): number {
  if (typeof value !== "number") throw new TypeError("expected a number per instance");
  return value;
}

export function vector(value: NestedNumbers): number[] {
  if (typeof value === "number") throw new TypeError("expected a vector per instance, got a number");
  return value.map(scalar);
}

export function matrix(value: NestedNumbers): number[][] {
  if (typeof value === "number") throw new TypeError("expected a matrix per instance, got a number");
  return value.map(vector);
}

/** Rounds every number in `value` to float32, so that student and reference are given the same numbers. */
export function roundToFloat32<T>(value: T): T {
  if (typeof value === "number") return Math.fround(value) as T;
  if (Array.isArray(value)) return value.map(roundToFloat32) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, roundToFloat32(entry)])) as T;
}
