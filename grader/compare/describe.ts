import type { TypeSpec, Value } from "#contract/values.ts";

/** A type as a student would write it: `number`, `number[n][dim]`, `{ mean: number[batch][dim] }`. */
export function describeType(type: TypeSpec): string {
  switch (type.kind) {
    case "tensor":
      return `number${type.shape.map((axis) => `[${axis}]`).join("")}`;
    case "choice":
      return type.options.map((option) => `"${option}"`).join(" | ");
    case "list":
      return `list of ${describeType(type.of)}`;
    case "record":
      return `{ ${Object.entries(type.fields)
        .map(([field, of]) => `${field}: ${describeType(of)}`)
        .join(", ")} }`;
  }
}

/** What a value is, in a few words: `number[3][2]`, `string`, `undefined`. */
export function describeValue(value: Value): string {
  if (Array.isArray(value)) return describeArray(value as readonly Value[]);
  if (value === null) return "null";
  if (typeof value === "object") return `{ ${Object.keys(value).slice(0, 6).join(", ")} }`;
  return typeof value;
}

function describeArray(value: readonly Value[]): string {
  const sizes: number[] = [];
  let level: Value = value;
  while (Array.isArray(level)) {
    sizes.push(level.length);
    level = (level as readonly Value[])[0];
  }
  const entry = sizes.includes(0) ? "" : describeValue(level);
  return `${entry}${sizes.map((size) => `[${size}]`).join("")}`;
}

/** A number with the digits that matter to a reader. */
export function printNumber(value: number): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return Object.is(value, -0) ? "0" : String(value);
  const text = value.toPrecision(6);
  return text.includes("e") ? text.replace(/\.?0+e/, "e") : text.replace(/\.?0+$/, "");
}

/** From here on fewer digits than a number has would be another number to whoever subtracts two of them. */
const LARGE = 1000;

/** The shortest decimal that is the same number in float32, where the number is one: its 0.1 is 0.10000000149. */
export function shortest(value: number): number {
  if (Number.isInteger(value) || Math.abs(value) >= LARGE || Math.fround(value) !== value) return value;
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

/** A value on one line, as one would type it. Inputs are printed in full, results with the digits that matter. */
export function printInline(
  value: Value,
  print = (number: number): string => String(shortest(number)),
): string {
  if (typeof value === "number") return print(value);
  if (value === undefined) return "undefined";
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${Array.from(value as readonly Value[], (entry) => printInline(entry, print)).join(", ")}]`;
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${printInline(field, print)}`);
  return `{ ${fields.join(", ")} }`;
}

export function printPath(path: readonly (string | number)[]): string {
  return path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
}
