import { describeThrown, type Thrown } from "./describeThrown.ts";
import { encode, takeRefusal } from "./encode.ts";
import { isAsKept, keepCopy, type Kept } from "./keptCopy.ts";
import * as p from "./primordials.ts";
import { decodeArgument } from "./decodeArgument.ts";
import { restartRandom, trimSurface } from "./surface.ts";

/**
 * Our side of the student's realm: evaluated there once, before the student's code. Strings go in and strings come out, so
 * that no object of the runner's realm is ever within the student's reach.
 */
export interface Realm {
  /** Runs the module and answers {"ok":true,"exports":{...}} or a thrown fault. */
  readonly load: (module: (exports: object) => void) => string;
  /** Calls one export with encoded arguments and answers {"ok":true,"value":...,"mutated":[...]} or a thrown fault. */
  readonly call: (name: string, ...encodedArguments: string[]) => string;
}

trimSurface();
const studentExports = p.create(null) as Record<string, unknown>;

export function load(module: (exports: object) => void): string {
  restartRandom();
  try {
    p.apply(module, undefined, [studentExports]);
    return '{"ok":true,"exports":' + describeExports() + "}";
  } catch (thrown) {
    return faultText(describeThrown(thrown));
  }
}

export function call(name: string, ...encodedArguments: string[]): string {
  restartRandom();
  takeRefusal();
  try {
    return callExport(name, encodedArguments);
  } catch (thrown) {
    const refusal = takeRefusal();
    return faultText(
      refusal === null ? describeThrown(thrown) : { kind: refusal.kind, text: refusal.text, stack: "" },
    );
  }
}

function callExport(name: string, encodedArguments: readonly string[]): string {
  const own = p.getOwnPropertyDescriptor(studentExports, name);
  const exported: unknown = own !== undefined && p.hasOwn(own, "value") ? own.value : undefined;
  if (typeof exported !== "function")
    return faultText({ kind: "unsupported", text: name + " is not an exported function.", stack: "" });
  const count = encodedArguments.length;
  const decoded = p.create(null) as { [index: number]: unknown; length: number };
  const kept = p.create(null) as Record<number, Kept>;
  for (let index = 0; index < count; index++) {
    decoded[index] = decodeArgument(encodedArguments[index] as string);
    kept[index] = keepCopy(decoded[index]);
  }
  decoded.length = count;
  // the result of apply on a null-prototype list: neither side of the call can be intercepted
  const value = encode(p.apply(exported, undefined, decoded as ArrayLike<unknown>));
  let mutated = "";
  for (let index = 0; index < count; index++) {
    if (!isAsGiven(decoded[index], kept[index] as Kept, encodedArguments[index] as string))
      mutated += (mutated === "" ? "" : ",") + index;
  }
  return '{"ok":true,"value":' + value + ',"mutated":[' + mutated + "]}";
}

/** What is not quite as it was may still be the same to everybody: a list replaced by an equal typed array. */
function isAsGiven(argument: unknown, kept: Kept, before: string): boolean {
  try {
    return isAsKept(argument, kept) || encode(argument) === before;
  } catch {
    takeRefusal();
    return false;
  }
}

function describeExports(): string {
  const names = p.keys(studentExports);
  const count = names.length;
  let text = "{";
  for (let index = 0; index < count; index++) {
    const name = names[index] as string;
    text += (index > 0 ? "," : "") + p.jsonStringify(name) + ':"' + exportKind(name) + '"';
  }
  return text + "}";
}

function exportKind(name: string): string {
  const own = p.getOwnPropertyDescriptor(studentExports, name);
  if (own === undefined || !p.hasOwn(own, "value")) return "getter";
  const value: unknown = own.value;
  if (typeof value !== "function") return typeof value;
  const prototype: unknown = p.getPrototypeOf(value);
  if (prototype === p.asyncFunctionPrototype) return "async function";
  if (prototype === p.generatorFunctionPrototype) return "generator function";
  if (prototype === p.asyncGeneratorFunctionPrototype) return "async generator function";
  return isClass(value) ? "class" : "function";
}

function isClass(value: object): boolean {
  try {
    return p.apply(p.startsWith, p.apply(p.functionText, value, []), ["class"]);
  } catch {
    return false; // a revoked proxy has no text
  }
}

function faultText(fault: Thrown): string {
  return (
    '{"ok":false,"kind":"' +
    fault.kind +
    '","text":' +
    p.jsonStringify(fault.text) +
    ',"stack":' +
    p.jsonStringify(fault.stack) +
    "}"
  );
}
