import type { Value } from "#contract/values.ts";

/**
 * A value as text, exactly as `inside/encode.ts` writes it: JSON, except that a string begins with "=" and that "NaN",
 * "Infinity", "-Infinity", "-0" and "undefined" stand for those values. Equal text means an argument was left unchanged.
 */
export function encodeValue(value: Value): string {
  if (typeof value === "number") return encodeNumber(value);
  if (typeof value === "string") return JSON.stringify(`=${value}`);
  if (value === undefined) return '"undefined"';
  if (value === null || typeof value === "boolean") return String(value);
  if (isList(value)) {
    let text = "["; // a loop, because map would skip holes and Array.from is slow
    for (let index = 0; index < value.length; index++)
      text += (index > 0 ? "," : "") + encodeValue(value[index]);
    return `${text}]`;
  }
  return `{${Object.entries(value)
    .map(([field, inner]) => `${JSON.stringify(field)}:${encodeValue(inner)}`)
    .join(",")}}`;
}

function encodeNumber(value: number): string {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? String(value)
    : Object.is(value, -0)
      ? '"-0"'
      : `"${String(value)}"`;
}

const maxDepth = 64;

/** The inverse, for text that student code had its hands on: anything that `inside/encode.ts` would not write throws. */
export function decodeValue(parsed: unknown, depth = 0): Value {
  if (depth > maxDepth) throw new Error("a value from the sandbox is nested too deeply");
  if (typeof parsed === "number" || typeof parsed === "boolean" || parsed === null) return parsed;
  if (typeof parsed === "string") return decodeString(parsed);
  if (Array.isArray(parsed)) return parsed.map((inner) => decodeValue(inner, depth + 1));
  if (typeof parsed !== "object") throw new Error("a value from the sandbox has an unknown kind");
  // fromEntries defines fields, so that one named __proto__ stays a field
  return Object.fromEntries(
    Object.entries(parsed).map(([field, inner]) => [field, decodeValue(inner, depth + 1)]),
  );
}

function decodeString(text: string): Value {
  if (text.startsWith("=")) return text.slice(1);
  if (!specials.has(text)) throw new Error("a string from the sandbox has no mark");
  return specials.get(text);
}

const specials: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
  ["-0", -0],
  ["undefined", undefined],
]);

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
