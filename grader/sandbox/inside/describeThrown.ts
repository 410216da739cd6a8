import type { FaultKind } from "#contract/sandbox.ts";
import * as p from "./primordials.ts";

export interface Thrown {
  readonly kind: FaultKind;
  readonly text: string;
  readonly stack: string;
}

const maxText = 300;
const maxStack = 8000;

/** What a thrown value says, without calling anything of the student's: its fields are read as data or not at all. */
export function describeThrown(thrown: unknown): Thrown {
  try {
    if (typeof thrown === "string") return { kind: "throw", text: clip(thrown, maxText), stack: "" };
    if (typeof thrown !== "object" || thrown === null)
      return { kind: "throw", text: "threw a value that is no Error", stack: "" };
    return describeObject(thrown);
  } catch {
    return { kind: "throw", text: "threw a value that cannot be described", stack: "" };
  }
}

function describeObject(thrown: object): Thrown {
  const message = clip(ownText(thrown, "message"), maxText);
  const name = clip(inheritedText(thrown, "name"), 40);
  const text =
    name === "" && message === ""
      ? "threw a value that is no Error"
      : (name === "" ? "Error" : name) + ": " + message;
  return { kind: name === "RangeError" ? rangeErrorKind(message) : "throw", text, stack: stackOf(thrown) };
}

/** V8 has no other sign for these two than the message. A student who imitates one only mislabels their own error. */
function rangeErrorKind(message: string): FaultKind {
  if (message === "Maximum call stack size exceeded") return "stack";
  if (message === "Array buffer allocation failed") return "memory";
  return "throw";
}

function stackOf(thrown: object): string {
  const own = p.getOwnPropertyDescriptor(thrown, "stack");
  if (own === undefined) return "";
  if (p.hasOwn(own, "value")) return clip(own.value, maxStack);
  if (p.stackGetter === undefined || own.get !== p.stackGetter) return "";
  try {
    return clip(p.apply(p.stackGetter, thrown, []), maxStack);
  } catch {
    return ""; // the student's own Error.prepareStackTrace threw
  }
}

function inheritedText(start: object, key: string): string {
  let owner: object | null = start;
  for (let step = 0; owner !== null && step < 8; step++) {
    const text = ownText(owner, key);
    if (text !== "") return text;
    owner = p.getPrototypeOf(owner) as object | null;
  }
  return "";
}

function ownText(owner: object, key: string): string {
  const own = p.getOwnPropertyDescriptor(owner, key);
  if (own === undefined || !p.hasOwn(own, "value")) return "";
  return typeof own.value === "string" ? own.value : "";
}

function clip(text: unknown, length: number): string {
  return typeof text === "string" ? p.apply(p.sliceString, text, [0, length]) : "";
}
