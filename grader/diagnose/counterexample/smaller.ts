import type { FunctionSpec } from "#contract/exercise.ts";
import type { Arguments, TypeSpec, Value } from "#contract/values.ts";
import { leavesOf } from "./leaves.ts";

/**
 * The same input with one row, column, sample or layer less, in every way there is, those that take away most first. An axis
 * is shortened in all arguments that have it at once.
 */
export function smallerInputs(spec: FunctionSpec, args: Arguments): readonly Arguments[] {
  const size = (one: Arguments): number => leavesOf(spec, one).length;
  const candidates = cutsOf(spec, args).map((cut) =>
    spec.parameters.map(({ name, type }, index) => without(type, args[index], cut, name)),
  );
  return candidates.filter((one) => size(one) < size(args)).toSorted((a, b) => size(a) - size(b));
}

/** Which place of which axis; the axis of a list is the name of its argument. */
interface Cut {
  readonly axis: string;
  readonly at: number;
}

function cutsOf({ parameters }: FunctionSpec, args: Arguments): readonly Cut[] {
  const sizes = new Map<string, number>();
  parameters.forEach(({ name, type }, index) => {
    measure(type, args[index], name, sizes);
  });
  return [...sizes].flatMap(([axis, size]) =>
    size < 2 ? [] : Array.from({ length: size }, (_, at): Cut => ({ axis, at })),
  );
}

/** Axes inside a list are left alone: entries of a list have sizes of their own under one name. */
function measure(type: TypeSpec, value: Value, name: string, sizes: Map<string, number>): void {
  if (type.kind === "record")
    for (const [field, of] of Object.entries(type.fields))
      measure(of, (value as Readonly<Record<string, Value>>)[field], `${name}.${field}`, sizes);
  if (type.kind === "list") sizes.set(name, (value as readonly Value[]).length);
  if (type.kind !== "tensor") return;
  let level = value;
  for (const axis of type.shape) {
    if (!Array.isArray(level)) return;
    sizes.set(axis, level.length);
    level = (level as readonly Value[])[0];
  }
}

function without(type: TypeSpec, value: Value, cut: Cut, name: string): Value {
  switch (type.kind) {
    case "choice":
      return value;
    case "list":
      return name === cut.axis ? (value as readonly Value[]).filter((_, index) => index !== cut.at) : value;
    case "tensor":
      return withoutPlace(type.shape, value, cut);
    case "record":
      return Object.fromEntries(
        Object.entries(type.fields).map(([field, of]) => [
          field,
          without(of, (value as Readonly<Record<string, Value>>)[field], cut, `${name}.${field}`),
        ]),
      );
  }
}

function withoutPlace([axis, ...inner]: readonly string[], value: Value, cut: Cut): Value {
  if (axis === undefined) return value;
  const rows = value as readonly Value[];
  const kept = axis === cut.axis ? rows.filter((_, index) => index !== cut.at) : rows;
  return kept.map((row) => withoutPlace(inner, row, cut));
}
