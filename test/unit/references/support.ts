import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";
import type { References } from "#contract/backend.ts";
import type { Arguments, Value } from "#contract/values.ts";

/** The path of a fixture's reference module. */
export function fixture(exercise: string): string {
  return fileURLToPath(new URL(`../../fixtures/references/${exercise}/reference.ts`, import.meta.url));
}

/** Expected values of one function. */
export async function expectedValues(
  references: References,
  exercise: string,
  name: string,
  instances: readonly Arguments[],
): Promise<readonly Value[]> {
  const [values] = await references.compute(fixture(exercise), [{ function: name, instances }]);
  assert.ok(values);
  return values;
}

/** Asserts that nested numbers agree: equal shapes, and each within `tolerance` of the largest. */
export function assertClose(got: unknown, want: unknown, tolerance: number, what: string): void {
  const [gotNumbers, wantNumbers] = [flatten(got), flatten(want)];
  assert.deepEqual(shapeOf(got), shapeOf(want), `${what}: shape`);
  const scale = Math.max(1, ...wantNumbers.map(Math.abs));
  wantNumbers.forEach((number, index) => {
    const difference = Math.abs((gotNumbers[index] ?? Number.NaN) - number);
    assert.ok(
      difference <= tolerance * scale,
      `${what} at ${String(index)}: ${String(gotNumbers[index])}, not ${String(number)}`,
    );
  });
}

function flatten(value: unknown): number[] {
  return Array.isArray(value) ? value.flatMap(flatten) : [value as number];
}

function shapeOf(value: unknown): unknown {
  return Array.isArray(value) ? value.map(shapeOf) : typeof value;
}
