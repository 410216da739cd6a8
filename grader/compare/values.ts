import type { TypeSpec, Value } from "#contract/values.ts";
import { describeValue, printNumber, printPath } from "./describe.ts";
import { distance, type Tolerance } from "./tolerance.ts";

/** Scale by group of numbers: a group is a record field's path without indexes, "" for a bare tensor. */
export type Scales = Readonly<Record<string, number>>;

export interface CompareOptions {
  readonly tolerance: Tolerance;
  readonly scales: Scales;
  /** Taken off both sides first. */
  readonly offset?: number;
}

export type Difference =
  | { readonly kind: "shape"; readonly path: string; readonly expected: string; readonly got: string }
  | {
      readonly kind: "value";
      readonly path: string;
      readonly expected: string;
      readonly got: string;
      /** The largest distance anywhere in the result, in tolerances. */
      readonly tolerances: number;
    };

/** The first place where `got` is wrong (shapes before values), or null if it is right everywhere. Nothing is broadcast or coerced. */
export function compareValues(
  type: TypeSpec,
  right: Value,
  got: Value,
  options: CompareOptions,
): Difference | null {
  const wrongShape = firstShapeDifference(type, right, got, []);
  if (wrongShape !== null) return wrongShape;
  const gotTensors = tensorsOf(type, got);
  const found = tensorsOf(type, right).map((tensor, index) =>
    compareTensors(tensor, gotTensors[index], options),
  );
  const first = found.find((one) => one.first !== null)?.first;
  return first == null ? null : { ...first, tolerances: Math.max(...found.map((one) => one.worst)) };
}

/** One block of numbers inside a value, flattened, with each number's path made only when asked for. */
export interface FlatTensor {
  readonly group: string;
  readonly numbers: readonly number[];
  readonly pathOf: (index: number) => string;
}

/** Every tensor inside a value of this type, in a fixed order. Choices carry no numbers. */
export function tensorsOf(
  type: TypeSpec,
  value: Value,
  path: readonly (string | number)[] = [],
): FlatTensor[] {
  switch (type.kind) {
    case "tensor":
      return [flatten(value, path)];
    case "choice":
      return [];
    case "list":
      return (value as readonly Value[]).flatMap((entry, index) =>
        tensorsOf(type.of, entry, [...path, index]),
      );
    case "record":
      return Object.entries(type.fields).flatMap(([field, of]) =>
        tensorsOf(of, (value as Readonly<Record<string, Value>>)[field], [...path, field]),
      );
  }
}

function flatten(value: Value, path: readonly (string | number)[]): FlatTensor {
  const numbers: number[] = [];
  const collect = (entry: Value): void => {
    if (Array.isArray(entry)) (entry as readonly Value[]).forEach(collect);
    else numbers.push(entry as number);
  };
  collect(value);
  return {
    group: path.filter((step) => typeof step === "string").join("."),
    numbers,
    pathOf: (index) => printPath([...path, ...indexesOf(value, index)]),
  };
}

function indexesOf(value: Value, flatIndex: number): number[] {
  const indexes: number[] = [];
  let level = value;
  let rest = flatIndex;
  while (Array.isArray(level)) {
    const rows = level as readonly Value[];
    let row = 0;
    while (row < rows.length && rest >= countNumbers(rows[row])) rest -= countNumbers(rows[row++]);
    indexes.push(row);
    level = rows[row];
  }
  return indexes;
}

function countNumbers(value: Value): number {
  if (!Array.isArray(value)) return 1;
  return (value as readonly Value[]).reduce<number>((sum, entry) => sum + countNumbers(entry), 0);
}

interface TensorDifference {
  /** In tolerances. */
  readonly worst: number;
  readonly first: (Difference & { readonly kind: "value" }) | null;
}

function compareTensors(
  right: FlatTensor,
  got: FlatTensor | undefined,
  options: CompareOptions,
): TensorDifference {
  const offset = options.offset ?? 0;
  const largest = largestOf(right.numbers, offset);
  const context = { tolerance: options.tolerance, largest, scale: options.scales[right.group] ?? 0 };
  let worst = 0;
  let wrong = -1;
  right.numbers.forEach((r, index) => {
    const tolerances = distance((got?.numbers[index] ?? NaN) - offset, r - offset, context);
    if (tolerances > 1 && wrong < 0) wrong = index;
    worst = Math.max(worst, tolerances);
  });
  if (wrong < 0) return { worst, first: null };
  const [r = NaN, s = NaN] = [right.numbers[wrong], got?.numbers[wrong]];
  return {
    worst,
    first: {
      kind: "value",
      path: right.pathOf(wrong),
      expected: printNumber(r),
      got: printNumber(s),
      tolerances: worst,
    },
  };
}

/** max|r - offset| over the finite numbers. */
export function largestOf(numbers: readonly number[], offset = 0): number {
  let largest = 0;
  for (const value of numbers)
    if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value - offset));
  return largest;
}

function firstShapeDifference(
  type: TypeSpec,
  right: Value,
  got: Value,
  path: readonly (string | number)[],
): Difference | null {
  const wrong = (): Difference => ({
    kind: "shape",
    path: printPath(path),
    expected: describeValue(right),
    got: describeValue(got),
  });
  switch (type.kind) {
    case "choice":
      return got === right ? null : wrong();
    case "tensor":
      return sameTensorShape(right, got) ? null : wrong();
    case "list":
      if (!Array.isArray(got) || !Array.isArray(right) || got.length !== right.length) return wrong();
      return firstOf(right as readonly Value[], (entry, index) =>
        firstShapeDifference(type.of, entry, (got as readonly Value[])[index], [...path, index]),
      );
    case "record":
      if (typeof got !== "object" || got === null || Array.isArray(got)) return wrong();
      return firstOf(Object.entries(type.fields), ([field, of]) =>
        firstShapeDifference(of, fieldOf(right, field), fieldOf(got, field), [...path, field]),
      );
  }
}

function fieldOf(value: Value, field: string): Value {
  const record = value as Readonly<Record<string, Value>>;
  return Object.hasOwn(record, field) ? record[field] : undefined;
}

function firstOf<T, R>(items: readonly T[], find: (item: T, index: number) => R | null): R | null {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== null) return found;
  }
  return null;
}

/** Same nesting and lengths everywhere, a number at every leaf: a hole, a string or a missing row is wrong. */
function sameTensorShape(right: Value, got: Value): boolean {
  if (!Array.isArray(right)) return typeof got === "number";
  if (!Array.isArray(got) || got.length !== right.length) return false;
  return (right as readonly Value[]).every((entry, index) =>
    sameTensorShape(entry, (got as readonly Value[])[index]),
  );
}
