import type { TypeSpec, Value } from "#contract/values.ts";

/** Which numbers count: finite ones, or NaN and infinities too. */
export type Numbers = "finite" | "any";

/** Whether a value has the declared type: the right nesting, rectangular tensors, numbers, known choices. */
export function conforms(type: TypeSpec, value: Value, numbers: Numbers = "finite"): boolean {
  switch (type.kind) {
    case "choice":
      return typeof value === "string" && type.options.includes(value);
    case "tensor":
      return sizesOf(value, type.shape.length, numbers) !== null;
    case "list":
      return (
        Array.isArray(value) &&
        entriesOf(value as readonly Value[]).every((entry) => conforms(type.of, entry, numbers))
      );
    case "record":
      return (
        typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        Object.entries(type.fields).every(([field, of]) =>
          conforms(of, (value as Readonly<Record<string, Value>>)[field], numbers),
        )
      );
  }
}

/** The sizes of a rectangular array of numbers of this depth, as text, or null if it is not one. */
function sizesOf(value: Value, depth: number, numbers: Numbers): string | null {
  if (depth === 0)
    return typeof value === "number" && (numbers === "any" || Number.isFinite(value)) ? "" : null;
  if (!Array.isArray(value)) return null;
  const rows = entriesOf(value as readonly Value[]);
  const inner = rows.map((row) => sizesOf(row, depth - 1, numbers));
  const first = inner[0] ?? "";
  return inner.every((sizes) => sizes !== null && sizes === first) ? `${rows.length},${first}` : null;
}

/** A hole is an entry, and a wrong one: `map` and `every` alone would pass over it. */
function entriesOf(array: readonly Value[]): readonly Value[] {
  return Array.from(array);
}
