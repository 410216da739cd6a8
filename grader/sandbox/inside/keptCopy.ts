import * as p from "./primordials.ts";

/**
 * An argument as it was before the call, to know afterwards whether it was left alone: what a walk through it meets, one after
 * the other. Without a prototype, so that nothing that the student does to a built-in reaches it.
 */
export interface Kept {
  [step: number]: unknown;
  length: number;
}

/** What a walk meets at a list, before its length and its entries; at a record it meets the list of the fields' names. */
const listHere = p.create(null) as object;

/** Of an argument as `decodeArgument` gives it: plain data. */
export function keepCopy(argument: unknown): Kept {
  const kept = p.create(null) as Kept;
  kept.length = 0;
  keep(argument, kept);
  return kept;
}

function keep(value: unknown, kept: Kept): void {
  if (typeof value !== "object" || value === null) {
    kept[kept.length++] = value;
  } else if (p.isArray(value)) {
    const { length } = value;
    kept[kept.length++] = listHere;
    kept[kept.length++] = length;
    for (let index = 0; index < length; index++) keep(value[index], kept);
  } else {
    const fields = p.keys(value);
    const { length } = fields;
    kept[kept.length++] = fields;
    for (let index = 0; index < length; index++)
      keep((value as Record<string, unknown>)[fields[index] as string], kept);
  }
}

let step = 0;

/** Whether an argument is still what was kept. May be false of what `encode` would not tell apart, never the other way round. */
export function isAsKept(argument: unknown, kept: Kept): boolean {
  step = 0;
  return isNext(argument, kept);
}

function isNext(value: unknown, kept: Kept): boolean {
  const met = kept[step++];
  if (typeof met !== "object" || met === null) return p.is(value, met);
  if (typeof value !== "object" || value === null) return false;
  return met === listHere
    ? isList(value as readonly unknown[], kept)
    : isRecord(value as Record<string, unknown>, met as readonly string[], kept);
}

function isList(value: readonly unknown[], kept: Kept): boolean {
  const length = kept[step++] as number;
  if (!p.isArray(value) || p.getPrototypeOf(value) !== p.arrayPrototype || value.length !== length)
    return false;
  for (let index = 0; index < length; index++) if (!isNext(value[index], kept)) return false;
  return true;
}

function isRecord(value: Record<string, unknown>, before: readonly string[], kept: Kept): boolean {
  const fields = p.keys(value);
  const { length } = fields;
  if (p.getPrototypeOf(value) !== p.objectPrototype || length !== before.length) return false;
  for (let index = 0; index < length; index++) {
    const field = fields[index] as string;
    if (field !== before[index] || !isNext(value[field], kept)) return false;
  }
  return true;
}
