import type { Value } from "#contract/values.ts";
import { printNumber } from "#compare/describe.ts";

/** More lines than this say nothing more to a reader. */
const MOST_LINES = 200;

/** A value as a reader compares it: one row of a matrix a line, six digits a number. */
export function printValue(value: Value): string {
  const lines = print(value, "").split("\n");
  return lines.length <= MOST_LINES ? lines.join("\n") : [...lines.slice(0, MOST_LINES), "…"].join("\n");
}

function print(value: Value, indent: string): string {
  if (typeof value === "number") return printNumber(value);
  if (value === undefined) return "undefined";
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (isList(value)) {
    if (!value.some((entry) => typeof entry === "object" && entry !== null))
      return `[${value.map((entry) => print(entry, "")).join(", ")}]`;
    return `[\n${value.map((entry) => deeper + print(entry, deeper)).join(",\n")}\n${indent}]`;
  }
  const fields = Object.entries(value).map(([name, field]) => `${deeper}${name}: ${print(field, deeper)}`);
  return `{\n${fields.join(",\n")}\n${indent}}`;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}
