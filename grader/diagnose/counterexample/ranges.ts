import type { FunctionSpec } from "#contract/exercise.ts";
import type { Arguments } from "#contract/values.ts";
import { leavesOf } from "./leaves.ts";

/** What the numbers of one group have been on an exercise's own inputs. A smaller input stays inside. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
  /** All values there are, where they are few: the units of a Boltzmann machine, binary pixels. */
  readonly few: readonly number[] | null;
}

export type Ranges = ReadonlyMap<string, Range>;

/** A group with at most this many different values, seen in at least that many places, has no others. */
const FEW = 3;
const ENOUGH = 8;

/**
 * Learns the domain of every group of numbers from inputs that are known to lie in it: no author has to write it down.
 * Where the input to start from is extreme, it is the only guide to how extreme its numbers may be.
 */
export function learnRanges(spec: FunctionSpec, plain: readonly Arguments[], start: Arguments): Ranges {
  const usual = valuesByGroup(spec, plain);
  const own = valuesByGroup(spec, [start]);
  return new Map(
    [...own].map(([group, values]) => {
      const range = rangeOf(usual.get(group) ?? values);
      return [group, values.every((value) => isInside(range, value)) ? range : rangeOf(values)];
    }),
  );
}

function valuesByGroup(spec: FunctionSpec, inputs: readonly Arguments[]): Map<string, number[]> {
  const seen = new Map<string, number[]>();
  for (const { group, value } of inputs.flatMap((args) => leavesOf(spec, args))) {
    const values = seen.get(group);
    if (values === undefined) seen.set(group, [value]);
    else values.push(value);
  }
  return seen;
}

/** From here on a number may as well be the whole one beside it: it is large, not near an edge. */
const LARGE = 100;

function rangeOf(values: readonly number[]): Range {
  const different = [...new Set(values)];
  const low = different.reduce((least, value) => Math.min(least, value), Infinity);
  const high = different.reduce((most, value) => Math.max(most, value), -Infinity);
  return {
    low: Math.abs(low) < LARGE ? low : Math.floor(low),
    high: Math.abs(high) < LARGE ? high : Math.ceil(high),
    whole: different.every(Number.isInteger),
    few: different.length <= FEW && values.length >= ENOUGH ? different : null,
  };
}

export function isInside(range: Range | undefined, value: number): boolean {
  if (range === undefined) return false;
  if (range.few !== null) return range.few.includes(value);
  return value >= range.low && value <= range.high && (!range.whole || Number.isInteger(value));
}
