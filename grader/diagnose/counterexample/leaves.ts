import type { FunctionSpec } from "#contract/exercise.ts";
import type { Arguments, TypeSpec, Value } from "#contract/values.ts";
import type { Path } from "#compare/numbers.ts";

/** One number inside the arguments. */
export interface Leaf {
  readonly path: Path;
  readonly value: number;
  /** Numbers of one group mean the same: the argument and the record fields that lead to it, indexes left out. */
  readonly group: string;
}

/** Every number of the arguments, in the order of the signature. */
export function leavesOf({ parameters }: FunctionSpec, args: Arguments): readonly Leaf[] {
  return parameters.flatMap(({ name, type }, index) => leavesIn(type, args[index], [index], name));
}

function leavesIn(type: TypeSpec, value: Value, path: Path, group: string): readonly Leaf[] {
  switch (type.kind) {
    case "choice":
      return [];
    case "tensor":
      return numbersAt(value, path, group);
    case "list":
      return (value as readonly Value[]).flatMap((entry, index) =>
        leavesIn(type.of, entry, [...path, index], group),
      );
    case "record":
      return Object.entries(type.fields).flatMap(([field, of]) =>
        leavesIn(
          of,
          (value as Readonly<Record<string, Value>>)[field],
          [...path, field],
          `${group}.${field}`,
        ),
      );
  }
}

function numbersAt(value: Value, path: Path, group: string): readonly Leaf[] {
  if (typeof value === "number") return [{ path, value, group }];
  return (value as readonly Value[]).flatMap((entry, index) => numbersAt(entry, [...path, index], group));
}
