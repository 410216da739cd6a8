import type { Value } from "#contract/values.ts";

/**
 * Many values of one shape, as a batch has them: the first one says what they look like, and the numbers of all lie in one block.
 * Printing and parsing their digits took several times as long as the whole computation. Values that differ in more than
 * numbers travel one by one.
 */
export type Packed =
  | { readonly like: Value; readonly count: number; readonly numbers: Float64Array }
  | { readonly each: readonly Value[] };

export function pack(values: readonly Value[]): Packed {
  const [like] = values;
  const size = countNumbers(like);
  if (values.length < 2 || size === 0) return { each: values };
  const numbers = new Float64Array(values.length * size);
  let end = 0;
  for (const value of values) end = gather(value, like, numbers, end);
  return Number.isNaN(end) ? { each: values } : { like, count: values.length, numbers };
}

export function unpack(packed: Packed): readonly Value[] {
  if ("each" in packed) return packed.each;
  const cursor = { numbers: packed.numbers, next: 0 };
  return Array.from({ length: packed.count }, () => rebuild(packed.like, cursor));
}

function countNumbers(value: Value): number {
  if (typeof value === "number") return 1;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, part: Value) => sum + countNumbers(part), 0);
}

/** Writes the numbers of `value` from `start` on and returns where they ended, or NaN if it is not like `like`. */
function gather(value: Value, like: Value, numbers: Float64Array, start: number): number {
  if (typeof like === "number") {
    if (typeof value !== "number") return Number.NaN;
    numbers[start] = value;
    return start + 1;
  }
  if (typeof like !== "object" || like === null) return value === like ? start : Number.NaN;
  if (typeof value !== "object" || value === null) return Number.NaN;
  return isList(like) ? gatherList(value, like, numbers, start) : gatherFields(value, like, numbers, start);
}

function gatherList(value: object, like: readonly Value[], numbers: Float64Array, start: number): number {
  if (!Array.isArray(value) || value.length !== like.length) return Number.NaN;
  let end = start;
  for (let index = 0; index < like.length; index++)
    end = gather((value as readonly Value[])[index], like[index], numbers, end);
  return end;
}

function gatherFields(value: object, like: object, numbers: Float64Array, start: number): number {
  const [names, own] = [Object.keys(like), Object.keys(value)];
  // the order counts too: the numbers come back in that of `like`
  if (Array.isArray(value) || !names.every((name, index) => name === own[index])) return Number.NaN;
  if (names.length !== own.length) return Number.NaN;
  let end = start;
  for (const name of names) end = gather(field(value, name), field(like, name), numbers, end);
  return end;
}

interface Cursor {
  readonly numbers: Float64Array;
  next: number;
}

function rebuild(like: Value, cursor: Cursor): Value {
  if (typeof like === "number") return cursor.numbers[cursor.next++];
  if (typeof like !== "object" || like === null) return like;
  if (!isList(like))
    return Object.fromEntries(Object.keys(like).map((name) => [name, rebuild(field(like, name), cursor)]));
  return isVector(like) ? take(like.length, cursor) : like.map((entry) => rebuild(entry, cursor));
}

/** Most numbers lie in vectors: there a loop of its own is several times as fast as a call for each. */
function take(count: number, cursor: Cursor): readonly number[] {
  const list: number[] = [];
  const end = cursor.next + count;
  for (let index = cursor.next; index < end; index++) list.push(cursor.numbers[index] ?? Number.NaN);
  cursor.next = end;
  return list;
}

function isVector(values: readonly Value[]): boolean {
  for (const value of values) if (typeof value !== "number") return false;
  return true;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

function field(record: object, name: string): Value {
  return (record as Readonly<Record<string, Value>>)[name];
}
