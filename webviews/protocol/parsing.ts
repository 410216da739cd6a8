import type { Language } from "#contract/messages.ts";

/** Messages cross a border as `unknown`; these take them apart, once. What does not fit becomes null or empty. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

export function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

export function wholeOf(value: unknown): number | null {
  return typeof value === "number" && Number.isInteger(value) ? value : null;
}

export function isOneOf<T extends string>(values: readonly T[], value: unknown): value is T {
  return values.some((one) => one === value);
}

export function isLanguage(value: unknown): value is Language {
  return isOneOf(["en", "ja"], value);
}
