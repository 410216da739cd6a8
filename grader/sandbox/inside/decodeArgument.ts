import * as p from "./primordials.ts";

/** The inverse of `encode`, for arguments: they come from the grader, so their shape is known and needs no checks. */
export function decodeArgument(encoded: string): unknown {
  const value: unknown = p.jsonParse(encoded);
  // whatever differs from its JSON form is written as a string, so text without quotes needs no second pass
  return p.apply(p.includes, encoded, ['"']) ? revive(value) : value;
}

function revive(value: unknown): unknown {
  if (typeof value === "string") return reviveString(value);
  if (typeof value !== "object" || value === null) return value;
  const container = value as Record<string, unknown>;
  const fields = p.keys(container);
  const length = fields.length;
  for (let index = 0; index < length; index++) {
    const field = fields[index] as string;
    // own, writable data fields fresh from JSON.parse: assignment runs no setter
    container[field] = revive(container[field]);
  }
  return container;
}

function reviveString(value: string): unknown {
  switch (value) {
    case "NaN":
      return NaN;
    case "Infinity":
      return Infinity;
    case "-Infinity":
      return -Infinity;
    case "-0":
      return -0;
    case "undefined":
      return undefined;
    default:
      return p.apply(p.sliceString, value, [1]);
  }
}
