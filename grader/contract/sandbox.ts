import type { Arguments, Value } from "./values.ts";

export type SandboxMode = "process" | "jail";

/**
 * What went wrong inside the sandbox. All of it is the submission's doing; a fault of the grader is an exception.
 *   syntax         the source does not parse; line and column are 1-based
 *   forbidden      the source asks for something that no exercise offers (an import, `import()`), with its position
 *   throw          the student's code threw; `text` is what it says, clipped
 *   asynchronous   the function returned a promise (or is declared async)
 *   unsupported    the result cannot cross the border (a function, a bigint, cyclic or too deep data)
 *   too-large      the result is larger than the border lets through
 *   stack          call stack exhausted
 *   timeout        CPU time used up, confirmed by a second run alone
 *   memory         the memory limit was reached
 *   crash          the process died otherwise, or broke the protocol
 *   not-run        an earlier call of the same frame timed out or crashed, so this one was not made
 */
export type FaultKind =
  | "syntax"
  | "forbidden"
  | "throw"
  | "asynchronous"
  | "unsupported"
  | "too-large"
  | "stack"
  | "timeout"
  | "memory"
  | "crash"
  | "not-run";

export interface Fault {
  readonly kind: FaultKind;
  readonly text: string;
  readonly line?: number;
  readonly column?: number;
}

export interface Submission {
  readonly fileName: string;
  readonly source: string;
}

export type LoadReply =
  | { readonly ok: true; readonly exports: Readonly<Record<string, string>> } // name -> "function", "async function", "number", ...
  | { readonly ok: false; readonly fault: Fault };

export type CallReply =
  | { readonly ok: true; readonly value: Value; readonly mutated: readonly number[] } // mutated: indexes of changed arguments
  | { readonly ok: false; readonly fault: Fault };

export interface CallLimits {
  /** CPU time for one call; the wall-clock backstop is a generous multiple of it. */
  readonly cpuMs: number;
}

/**
 * One student's sandbox. `load` puts a submission into a fresh realm; `call` runs one exported function on a list of
 * argument lists, in order, in that realm. After a kill the next `call` starts a fresh runner and loads the submission again.
 */
export interface Sandbox {
  readonly mode: SandboxMode;
  readonly runtime: string; // e.g. "node 26.10.0"
  load(submission: Submission, limits: CallLimits): Promise<LoadReply>;
  call(name: string, argumentLists: readonly Arguments[], limits: CallLimits): Promise<readonly CallReply[]>;
  close(): Promise<void>;
}
