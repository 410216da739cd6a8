/**
 * JSON that keeps every number of float64 and `undefined`: NaN, the infinities, -0 and undefined travel as marked strings,
 * and a string that begins with the mark gets a second one. Finite numbers need no help: JSON prints them exactly.
 * A Float64Array is put into `blocks` where the caller carries them beside the text, which then only names its place.
 */
export function toExactJson(value: unknown, blocks?: Float64Array[]): string {
  return JSON.stringify(mark(value, blocks));
}

/** The inverse of `toExactJson`. Throws a SyntaxError on what is no JSON. */
export function fromExactJson(text: string, blocks: readonly Float64Array[] = []): unknown {
  const value: unknown = JSON.parse(text);
  return text.includes(`"${sign}`) ? unmark(value, blocks) : value;
}

const sign = "~";
const blockSign = "~#";

const specials = new Map<string, number | undefined>([
  ["~NaN", Number.NaN],
  ["~Infinity", Number.POSITIVE_INFINITY],
  ["~-Infinity", Number.NEGATIVE_INFINITY],
  ["~-0", -0],
  ["~undefined", undefined],
]);

function mark(value: unknown, blocks?: Float64Array[]): unknown {
  if (isPlainNumber(value) || typeof value === "boolean" || value === null) return value;
  if (typeof value === "number") return sign + (Object.is(value, -0) ? "-0" : String(value));
  if (value === undefined) return "~undefined";
  if (typeof value === "string") return value.startsWith(sign) ? sign + value : value;
  if (Array.isArray(value))
    return isPlainVector(value) ? value : Array.from(value, (entry) => mark(entry, blocks));
  if (blocks !== undefined && value instanceof Float64Array)
    return blockSign + String(blocks.push(value) - 1);
  if (typeof value === "object") return mapFields(value, (entry) => mark(entry, blocks));
  throw new TypeError(`a ${typeof value} cannot be written as JSON`);
}

function unmark(value: unknown, blocks: readonly Float64Array[]): unknown {
  if (typeof value === "string") return unmarkString(value, blocks);
  if (Array.isArray(value)) return isPlainVector(value) ? value : value.map((entry) => unmark(entry, blocks));
  return typeof value === "object" && value !== null
    ? mapFields(value, (entry) => unmark(entry, blocks))
    : value;
}

function unmarkString(text: string, blocks: readonly Float64Array[]): unknown {
  if (!text.startsWith(sign)) return text;
  if (text.startsWith(blockSign)) return blocks[Number(text.slice(blockSign.length))];
  return specials.has(text) ? specials.get(text) : text.slice(sign.length);
}

function mapFields(record: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

/** A loop, because `every` passes over holes. */
function isPlainVector(values: readonly unknown[]): boolean {
  for (const value of values) if (!isPlainNumber(value)) return false;
  return true;
}

function isPlainNumber(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && !Object.is(value, -0);
}
