import type { Message } from "#contract/messages.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Arguments, TypeSpec, Value } from "#contract/values.ts";

/** One case: the arguments, the right answer and the student's. */
export interface Pair {
  readonly caseId: string;
  readonly args: Arguments;
  readonly right: Value;
  readonly got: Value;
  /** Whether the student's has another shape than is due; their numbers then do not stand in the same places. */
  readonly otherShape: boolean;
}

export interface Evidence {
  readonly spec: FunctionSpec;
  readonly pairs: readonly Pair[];
  /** Extreme cases, where there was a result: what is said of all cases from one on must hold for them too. */
  readonly extremes: readonly Pair[];
  /** Right answers of the exercise's other functions where they take the very same arguments, by name. */
  readonly others: Readonly<Record<string, readonly (Value | undefined)[]>>;
}

/** Looks for one kind of relation that explains every number of every case. */
export type Finder = (evidence: Evidence) => Message | null;

/** Float32 expected values leave noise in the seventh digit. */
const SAME = 2e-5;

export function near(a: number, b: number, scale = Math.max(Math.abs(a), Math.abs(b))): boolean {
  return a === b || (Number.isFinite(scale) && Math.abs(a - b) <= SAME * scale);
}

/** max|v|, the size that noise is judged by. */
export function sizeOf(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

/** The size of each named axis, from the arguments' declared shapes. */
export function axisSizes(spec: FunctionSpec, args: Arguments): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  spec.parameters.forEach(({ type }, index) => {
    collect(type, args[index], sizes);
  });
  return sizes;
}

function collect(type: TypeSpec, value: Value, sizes: Map<string, number>): void {
  if (type.kind === "record")
    for (const [field, of] of Object.entries(type.fields))
      collect(of, (value as Readonly<Record<string, Value>>)[field], sizes);
  if (type.kind !== "tensor") return;
  let level = value;
  for (const axis of type.shape) {
    if (!Array.isArray(level)) return;
    sizes.set(axis, level.length);
    level = (level as readonly Value[])[0];
  }
}
