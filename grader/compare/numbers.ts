import type { Value } from "#contract/values.ts";

export type Path = readonly (string | number)[];

/** Every number inside a value, in order. */
export function numbersIn(value: Value): number[] {
  const found: number[] = [];
  collect(value, found);
  return found;
}

/** Into one list: lists of lists joined at every level took a tenth of a check. */
function collect(value: Value, found: number[]): void {
  if (typeof value === "number") found.push(value);
  else if (Array.isArray(value)) for (const part of value as readonly Value[]) collect(part, found);
  else if (typeof value === "object" && value !== null)
    for (const part of Object.values(value)) collect(part, found);
}

export function valueAt(value: Value, path: Path): Value {
  let here = value;
  for (const step of path) here = (here as Readonly<Record<string | number, Value>> | undefined)?.[step];
  return here;
}

/** A copy of `value` in which the part at `path` is replaced. */
export function replaceAt(value: Value, path: Path, part: Value): Value {
  const [step, ...rest] = path;
  if (step === undefined) return part;
  if (Array.isArray(value))
    return (value as readonly Value[]).map((entry, index) =>
      index === step ? replaceAt(entry, rest, part) : entry,
    );
  const record = value as Readonly<Record<string, Value>>;
  return { ...record, [step]: replaceAt(record[step], rest, part) };
}

/** A copy of `value` with its numbers replaced in order by `next()`. */
export function mapNumbers(value: Value, next: (old: number) => number): Value {
  if (typeof value === "number") return next(value);
  if (Array.isArray(value)) return (value as readonly Value[]).map((entry) => mapNumbers(entry, next));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapNumbers(entry, next)]));
}

export function norm(numbers: readonly number[]): number {
  return Math.hypot(...numbers);
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? NaN), 0);
}
