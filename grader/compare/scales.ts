import type { ToleranceSpec } from "#contract/exercise.ts";
import type { TypeSpec, Value } from "#contract/values.ts";
import { largestOf, tensorsOf, type Scales } from "./values.ts";

/**
 * The size at which a difference would matter, by group of numbers: declared, or the median over the cases of max|r|.
 * Where half of the right answers are 0 the largest of them serves, and 1 where all are.
 */
export function scalesOf(
  type: TypeSpec,
  rightValues: readonly Value[],
  spec: ToleranceSpec | undefined,
): Scales {
  const maxima = new Map<string, number[]>();
  for (const value of rightValues)
    for (const [group, largest] of groupMaxima(type, value)) {
      const list = maxima.get(group);
      if (list === undefined) maxima.set(group, [largest]);
      else list.push(largest);
    }
  return Object.fromEntries(
    [...maxima].map(([group, list]) => [
      group,
      declared(spec, group) ?? (median(list) || Math.max(...list) || 1),
    ]),
  );
}

function groupMaxima(type: TypeSpec, value: Value): Map<string, number> {
  const maxima = new Map<string, number>();
  for (const tensor of tensorsOf(type, value))
    maxima.set(tensor.group, Math.max(maxima.get(tensor.group) ?? 0, largestOf(tensor.numbers)));
  return maxima;
}

function declared(spec: ToleranceSpec | undefined, group: string): number | undefined {
  const scale = spec?.scale;
  return typeof scale === "object" ? scale[group] : scale;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
