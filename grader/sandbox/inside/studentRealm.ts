import type { Fault, FaultKind } from "#contract/sandbox.ts";
import vm from "node:vm";
import type { Place } from "./place.ts";
import type { Realm } from "./realm.ts";
import { transpile, type Transpiled, type TranspileResult } from "./transpile.ts";

/** The text of realm.ts as one expression; put in its place when the runner is bundled. */
declare const realmSource: string;

interface StudentRealm {
  readonly context: vm.Context;
  readonly realm: Realm;
}

interface ThrownReply {
  readonly kind: FaultKind;
  readonly text: string;
  readonly stack: string;
}

/** The name that V8 writes into stacks; the submission's own name stays outside the sandbox. */
const fileName = "submission.ts";
const realmScript = new vm.Script(realmSource, { filename: "realm.js" });
let spare: StudentRealm | undefined;
let latest: { readonly source: string; readonly result: TranspileResult } | undefined;
let current: { readonly realm: Realm; readonly transpiled: Transpiled } | undefined;

/** Makes the realm that the next load will use, after the reply to this one is out. */
export function prepareSpareRealm(): void {
  spare ??= makeRealm();
}

/** `vm.createContext({})` would answer every global name through an interceptor and make Math-heavy code ten times slower. */
function makeRealm(): StudentRealm {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
  });
  return { context, realm: realmScript.runInContext(context) as Realm };
}

/** Answers the JSON text of a LoadReply. */
export function loadSubmission(source: string): string {
  current = undefined;
  const result = transpileOnce(source);
  if (!result.ok) return refused(result.fault);
  const { context, realm } = spare ?? makeRealm();
  spare = undefined;
  const { transpiled } = result;
  let module: (exports: object) => void;
  try {
    module = vm.compileFunction(transpiled.code, ["exports"], {
      filename: fileName,
      parsingContext: context,
    }) as typeof module;
  } catch (error) {
    return refused(compileFault(error, transpiled));
  }
  current = { realm, transpiled };
  return finish(realm.load(module), transpiled);
}

/** A submission is loaded twice, for its visible and for its hidden cases; a cold parser takes longer than all else of a load. */
function transpileOnce(source: string): TranspileResult {
  if (latest?.source !== source)
    latest = { source, result: transpile(source.charCodeAt(0) === 0xfeff ? source.slice(1) : source) };
  return latest.result;
}

/** Answers the JSON text of a CallReply. */
export function callExport(name: string, encodedArguments: readonly string[]): string {
  if (!current) return refused({ kind: "crash", text: "Nothing is loaded." });
  return finish(current.realm.call(name, ...encodedArguments), current.transpiled);
}

function finish(reply: unknown, transpiled: Transpiled): string {
  if (typeof reply !== "string") return refused({ kind: "crash", text: "The sandbox lost its footing." });
  if (reply.startsWith('{"ok":true')) return reply;
  const { kind, text, stack } = JSON.parse(reply) as ThrownReply;
  const place = /submission\.ts:(\d+):(\d+)/.exec(stack);
  if (!place) return refused({ kind, text });
  return refused({
    kind,
    text,
    ...transpiled.sourcePlace({ line: Number(place[1]), column: Number(place[2]) }),
  });
}

/** The error belongs to the student's realm, in which no student code ran yet: its fields can be trusted, instanceof cannot. */
function compileFault(error: unknown, transpiled: Transpiled): Fault {
  const { name, message, stack } = error as Error;
  if (name === "RangeError")
    return { kind: "stack", text: "The source is nested too deeply to be compiled." };
  const place = caretPlace(stack ?? "");
  return { kind: "syntax", text: message, ...(place && transpiled.sourcePlace(place)) };
}

/** V8 puts `submission.ts:LINE`, the line itself and a caret under the place before the stack of a SyntaxError. */
function caretPlace(stack: string): Place | undefined {
  const found = /^submission\.ts:(\d+)\n.*\n( *)\^/.exec(stack);
  return found ? { line: Number(found[1]), column: (found[2] ?? "").length + 1 } : undefined;
}

function refused(fault: Fault): string {
  return JSON.stringify({ ok: false, fault });
}
