import type { Message } from "./messages.ts";
import type { SandboxMode } from "./sandbox.ts";
import type { Rung } from "./backend.ts";

export const statuses = [
  "passed",
  "follow-through",
  "failed",
  "error",
  "timeout",
  "not-attempted",
  "ungradable",
] as const;

/**
 * What became of one graded function.
 *   passed          every check holds
 *   follow-through  wrong, but right given the student's own earlier lines
 *   failed          some check does not hold
 *   error           it threw, returned the wrong shape, or is not a function
 *   timeout         it used up its CPU time
 *   not-attempted   the starter's body, or not exported at all
 *   ungradable      the file as a whole cannot be read as a submission, or grading it ends the grader again and again
 */
export type Status = (typeof statuses)[number];

export type CheckKind = "value" | "stability" | "cost" | "invariant" | "distribution" | "purity";

export interface CaseResult {
  readonly id: string;
  readonly kind: CheckKind;
  readonly visible: boolean;
  readonly status: "passed" | "failed" | "error" | "timeout" | "not-run";
}

export interface Mismatch {
  readonly case: string;
  /** Where inside the result: `[2][0]`, `.mean[1]`, or "" for the result itself. */
  readonly path: string;
  /** Printed values: outside the verdict's hash. */
  readonly expected: string;
  readonly got: string;
}

export interface FunctionReport {
  readonly name: string;
  readonly status: Status;
  readonly points: number;
  readonly maxPoints: number;
  /** Id of the one misconception that explains every case, if exactly one does. */
  readonly misconception: string | null;
  /** What the wrong result is in terms of the right one ("times n"), if one relation explains every case. */
  readonly relation: Message | null;
  /** The student's own functions that this one depends on and that are wrong. */
  readonly followsFrom: readonly string[];
  /** Something is wrong here and not merely because of an earlier line. */
  readonly rootCause: boolean;
  readonly message: Message;
  readonly firstMismatch: Mismatch | null;
  readonly cases: readonly CaseResult[];
}

export interface Diagnostic {
  readonly line: number; // 1-based
  readonly column: number; // 1-based
  readonly message: string;
}

export interface Report {
  readonly schemaVersion: 1;
  readonly exercise: string;
  readonly exerciseVersion: string;
  readonly graderVersion: string;
  readonly seed: { readonly kind: "public" | "secret" | "personal"; readonly commitment: string };
  readonly backend: { readonly rung: Rung; readonly device: string };
  readonly sandbox: { readonly mode: SandboxMode; readonly runtime: string };
  readonly score: number;
  readonly maxScore: number;
  readonly wallMs: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly functions: readonly FunctionReport[];
}
