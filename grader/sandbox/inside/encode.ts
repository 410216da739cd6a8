import type { FaultKind } from "#contract/sandbox.ts";
import * as p from "./primordials.ts";

/**
 * A student's value as text. JSON, except that a string begins with "=" and that the strings "NaN", "Infinity",
 * "-Infinity", "-0" and "undefined" stand for those values. Coerces nothing: valueOf, toString and toJSON are never called.
 */
export function encode(value: unknown): string {
  nodes = 0;
  characters = 0;
  const text = encodeAny(value, 0);
  if (text.length > maxCharacters) refuse("too-large", "The result is too large.");
  return text;
}

const maxNodes = 2e6;
const maxDepth = 64;
const maxCharacters = 64e6;
let nodes = 0;
let characters = 0;

/** What `encode` threw, if it was `encode` that threw. Kept here and not in the thrown thing, whose fields could be polluted. */
let refusal: { readonly kind: FaultKind; readonly text: string } | null = null;

export function takeRefusal(): { readonly kind: FaultKind; readonly text: string } | null {
  const taken = refusal;
  refusal = null;
  return taken;
}

/** Made in advance: making an error runs through Error, which is the student's by now. */
const refused = new Error("refused");

function refuse(kind: FaultKind, text: string): never {
  refusal = { kind, text };
  throw refused;
}

function encodeAny(value: unknown, depth: number): string {
  count(1);
  switch (typeof value) {
    case "number":
      return encodeNumber(value);
    case "string":
      return encodeString(value);
    case "boolean":
      return value ? "true" : "false";
    case "undefined":
      return '"undefined"';
    case "object":
      return value === null ? "null" : encodeObject(value, depth);
    default:
      return refuse("unsupported", "A " + typeof value + " cannot be a result.");
  }
}

function encodeNumber(value: number): string {
  if (value !== value) return '"NaN"';
  if (value === Infinity) return '"Infinity"';
  if (value === -Infinity) return '"-Infinity"';
  return value === 0 && 1 / value < 0 ? '"-0"' : "" + value;
}

function encodeString(value: string): string {
  characters += value.length;
  if (characters > maxCharacters) refuse("too-large", "The result is too large.");
  return p.jsonStringify("=" + value);
}

function encodeObject(value: object, depth: number): string {
  if (depth >= maxDepth) refuse("unsupported", "The result is cyclic or nested more than 64 deep.");
  const tag = p.apply(p.typedArrayTag, value, []);
  if (tag !== undefined) return encodeTypedArray(value as Float64Array, tag);
  if (p.isArray(value)) return encodeArray(value, depth);
  return encodeRecord(value as Record<string, unknown>, depth);
}

function encodeTypedArray(value: Float64Array, tag: unknown): string {
  if (tag === "BigInt64Array" || tag === "BigUint64Array")
    refuse("unsupported", "A bigint cannot be a result.");
  const length = p.apply(p.typedArrayLength, value, []) as number;
  count(length);
  let text = "[";
  for (let index = 0; index < length; index++)
    text += (index > 0 ? "," : "") + encodeNumber(value[index] as number);
  return text + "]";
}

function encodeArray(value: readonly unknown[], depth: number): string {
  const length: unknown = value.length; // a proxy may say anything
  if (typeof length !== "number") return refuse("unsupported", "The result is no proper array.");
  count(length);
  nodes -= length; // each element counts itself
  let text = "[";
  for (let index = 0; index < length; index++)
    text += (index > 0 ? "," : "") + encodeAny(value[index], depth + 1);
  return text + "]";
}

function encodeRecord(value: Record<string, unknown>, depth: number): string {
  refuseSlotted(value);
  const fields = p.keys(value);
  const length = fields.length;
  let text = "{";
  for (let index = 0; index < length; index++) {
    const field = fields[index] as string;
    characters += field.length;
    text += (index > 0 ? "," : "") + p.jsonStringify(field) + ":" + encodeAny(value[field], depth + 1);
  }
  return text + "}";
}

/** Plain records and instances of the student's own classes pass; promises and built-in kinds do not. */
function refuseSlotted(value: Record<string, unknown>): void {
  let prototype: unknown = p.getPrototypeOf(value);
  for (let step = 0; prototype !== null && prototype !== p.objectPrototype; step++) {
    if (prototype === p.promisePrototype) refuse("asynchronous", asynchronousText);
    for (let index = 0; index < slottedCount; index++) {
      if (prototype === p.slottedPrototypes[index])
        refuse("unsupported", "An object of this kind cannot be a result.");
    }
    if (step > maxDepth) refuse("unsupported", "An object of this kind cannot be a result.");
    prototype = p.getPrototypeOf(prototype);
  }
  if (typeof value["then"] === "function") refuse("asynchronous", asynchronousText);
}

const slottedCount = p.slottedPrototypes.length;
const asynchronousText = "The function returned a promise; it must return its result directly.";

function count(more: number): void {
  nodes += more;
  // written this way round so that a NaN length is refused too
  if (!(nodes <= maxNodes)) refuse("too-large", "The result is too large.");
}
