import type { CallReply, Fault, FaultKind, LoadReply } from "#contract/sandbox.ts";
import { decodeValue } from "./codec.ts";

/** What came out of the sandbox is data of unknown origin until it went through here. Throws at anything unexpected. */
export function parseLoadReply(reply: unknown): LoadReply {
  const { ok, exports, fault } = record(reply);
  if (ok !== true) return { ok: false, fault: parseFault(fault) };
  const names = Object.entries(record(exports)).map(([name, kind]) => [name, text(kind, 40)] as const);
  return { ok: true, exports: Object.fromEntries(names) };
}

export function parseCallReply(reply: unknown): CallReply {
  const { ok, value, mutated, fault } = record(reply);
  if (ok !== true) return { ok: false, fault: parseFault(fault) };
  if (!Array.isArray(mutated) || !mutated.every(isPosition))
    throw new Error("the list of mutated arguments is malformed");
  return { ok: true, value: decodeValue(value), mutated };
}

/** A runner says these; timeout, memory, crash and not-run are for the trusted side to say. */
const kinds: ReadonlySet<FaultKind> = new Set<FaultKind>([
  "syntax",
  "forbidden",
  "throw",
  "asynchronous",
  "unsupported",
  "too-large",
  "stack",
  "memory",
  "crash",
]);

function parseFault(fault: unknown): Fault {
  const { kind, text: said, line, column } = record(fault);
  if (!kinds.has(kind as FaultKind)) throw new Error("a fault has an unknown kind");
  return {
    kind: kind as FaultKind,
    text: text(said, 1000),
    ...(isPosition(line) && { line }),
    ...(isPosition(column) && { column }),
  };
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("an object was expected");
  return value as Record<string, unknown>;
}

function text(value: unknown, maxLength: number): string {
  if (typeof value !== "string") throw new Error("a text was expected");
  return value.slice(0, maxLength);
}

function isPosition(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
