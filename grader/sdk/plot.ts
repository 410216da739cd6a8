import type { Localized } from "#contract/messages.ts";

/** One text in both languages. */
export function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** A number as a picture prints it: `digits` significant ones, and NaN or infinity by name. */
export function short(value: number | undefined, digits = 3): string {
  if (value === undefined) return "–";
  if (!Number.isFinite(value)) return String(value);
  const printed = value.toPrecision(digits);
  return printed.includes("e") ? printed : String(Number(printed));
}

/** A number in a table; a dash where there is none, and NaN or infinity by name. */
export function cell(value: number | undefined): number | string {
  if (value === undefined) return "–";
  return Number.isFinite(value) ? value : String(value);
}

/** `count` numbers from `from` to `to`, both included. */
export function steps(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / Math.max(1, count - 1));
}

/** The centres of `count` equal cells between `from` and `to`: where a heatmap has its values. */
export function centres(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * (index + 0.5)) / count);
}

/** The smallest and largest of what is finite, or `otherwise` where nothing is. */
export function extent(
  values: readonly (number | null | undefined)[],
  otherwise: readonly [number, number] = [0, 1],
): readonly [number, number] {
  const known = values.filter((value): value is number => Number.isFinite(value));
  return known.length === 0 ? otherwise : [Math.min(...known), Math.max(...known)];
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
