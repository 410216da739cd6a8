import type { FunctionSpec } from "#contract/exercise.ts";
import type { Arguments } from "#contract/values.ts";
import { shortest } from "#compare/describe.ts";
import { replaceAt } from "#compare/numbers.ts";
import { leavesOf, type Leaf } from "./leaves.ts";
import { isInside, type Ranges } from "./ranges.ts";

/**
 * How much a person has to carry in the head: little for a small whole number, more for every further digit. 0 and 1 cost
 * more than they look: r, r^2 and 1/r coincide there, and an example must not hide what it is to show.
 */
export function effortOf(value: number): number {
  const digits = String(Math.abs(value)).replace(/^0\./, ".");
  const decimals = digits.includes("e") ? digits.length : (digits.split(".")[1]?.length ?? 0);
  const hiding = value === 0 || Math.abs(value) === 1 ? 6 : 0;
  return digits.length + 3 * decimals + (value < 0 ? 1 : 0) + hiding;
}

/** A number that stands there twice does not tell which of the two was used. */
const REPEATED = 5;

/** The effort of a whole input. */
export function effortOfAll(spec: FunctionSpec, args: Arguments, ranges: Ranges): number {
  const seen = new Set<number>();
  return leavesOf(spec, args).reduce((sum, { value, group }) => {
    const repeated = ranges.get(group)?.few === null && seen.has(value);
    seen.add(value);
    return sum + effortOf(shortest(value)) + (repeated ? REPEATED : 0);
  }, 0);
}

const roundings: readonly ((value: number) => number)[] = [
  (value) => Math.round(value) + 0, // never -0
  (value) => Math.round(2 * value) / 2 + 0,
  (value) => Math.round(10 * value) / 10 + 0,
  (value) => Math.round(100 * value) / 100 + 0,
];

/** The same input with all numbers rounded alike, the coarsest rounding first. What would leave its range stays as it is. */
export function roundedInputs(spec: FunctionSpec, args: Arguments, ranges: Ranges): readonly Arguments[] {
  return roundings.map((round) =>
    leavesOf(spec, args).reduce<Arguments>((inputs, leaf) => {
      const value = round(leaf.value);
      return isInside(ranges.get(leaf.group), value) ? replaced(inputs, leaf, value) : inputs;
    }, args),
  );
}

/** One number made simpler. */
export interface Change {
  readonly leaf: Leaf;
  readonly value: number;
}

/** Small, and such that no two operations do the same to them. */
const friendly = [2, 3, 4, 5, 6, -2, -3, 0.5, -0.5, 1.5, 0.2, 0, 1, -1];
/** As many are tried for one number at once. */
const TRIED = 7;

/** For every number of the input, the simpler ones that may stand in its place, the simplest first. */
export function simplerNumbers(spec: FunctionSpec, args: Arguments, ranges: Ranges): readonly Change[] {
  const leaves = leavesOf(spec, args);
  const taken = new Set(leaves.map(({ value }) => value));
  return leaves.flatMap((leaf) => {
    const range = ranges.get(leaf.group);
    const cost = (value: number): number => effortOf(value) + (taken.has(value) ? REPEATED : 0);
    const near = roundings.map((round) => round(leaf.value));
    const candidates = new Set(range?.few ?? [...friendly, ...near]);
    const own =
      effortOf(shortest(leaf.value)) +
      (leaves.some((one) => one !== leaf && one.value === leaf.value) ? REPEATED : 0);
    return [...candidates]
      .filter((value) => isInside(range, value) && cost(value) < own)
      .toSorted((a, b) => cost(a) - cost(b))
      .slice(0, TRIED)
      .map((value) => ({ leaf, value }));
  });
}

/** Of the changes that may be made singly, one for every number, no value twice where that can be had. */
export function chosenTogether(changes: readonly Change[]): readonly Change[] {
  const byPlace = Map.groupBy(changes, ({ leaf }) => leaf.path.join("."));
  const taken = new Set<number>();
  return [...byPlace.values()].flatMap((own) => {
    const chosen = own.find(({ value }) => !taken.has(value)) ?? own[0];
    if (chosen === undefined) return [];
    taken.add(chosen.value);
    return [chosen];
  });
}

export function withChanges(args: Arguments, changes: readonly Change[]): Arguments {
  return changes.reduce<Arguments>((inputs, { leaf, value }) => replaced(inputs, leaf, value), args);
}

function replaced(args: Arguments, { path }: Leaf, value: number): Arguments {
  return replaceAt(args, path, value) as Arguments;
}
