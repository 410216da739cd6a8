import type { Difference } from "#compare/values.ts";
import type { Scales } from "#compare/values.ts";
import type { Tolerance } from "#compare/tolerance.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Fault } from "#contract/sandbox.ts";
import type { Value } from "#contract/values.ts";
import type { DrawnCase } from "./ports.ts";

/** What one call gave, beside what it should have given. */
export interface CaseOutcome {
  readonly drawn: DrawnCase;
  readonly expected: Value;
  readonly got: { readonly value: Value } | { readonly fault: Fault };
  /** Null when right; of no meaning when there is a fault. */
  readonly difference: Difference | null;
}

export interface InvariantOutcome {
  readonly id: string;
  readonly kind: "invariant" | "distribution";
  readonly holds: boolean;
}

/** Everything that was measured of one graded function. */
export interface Outcome {
  readonly spec: FunctionSpec;
  /** "function" where it can be called; otherwise what is exported under the name, or "missing". */
  readonly exported: string;
  readonly tolerance: Tolerance;
  readonly scales: Scales;
  readonly cases: readonly CaseOutcome[];
  /** Indexes of arguments that some call changed. */
  readonly mutated: readonly number[];
  /** The same arguments gave another result the second time. */
  readonly keepsState: boolean;
  readonly invariants: readonly InvariantOutcome[];
  /** Calls were not made because two earlier functions had used up their time. */
  readonly skipped: boolean;
}

export function faultOf(outcome: CaseOutcome): Fault | null {
  return "fault" in outcome.got ? outcome.got.fault : null;
}

export function isRight(outcome: CaseOutcome): boolean {
  return faultOf(outcome) === null && outcome.difference === null;
}

export function ofKind(outcome: Outcome, kind: "value" | "stability" | "cost"): readonly CaseOutcome[] {
  return outcome.cases.filter((one) => one.drawn.case.kind === kind);
}

/** Every value case is right: this alone decides whether the function's value is right. */
export function hasRightValue(outcome: Outcome): boolean {
  const cases = ofKind(outcome, "value");
  return cases.length > 0 && cases.every(isRight);
}

/** The first fault on a value case: the function as a whole then has no value to judge. */
export function valueFault(outcome: Outcome): Fault | null {
  for (const one of ofKind(outcome, "value")) {
    const fault = faultOf(one);
    if (fault !== null) return fault;
  }
  return null;
}

/** What the starter's bodies throw; the name tells whose body it is. */
export const SENTINEL = "Your turn: ";

/** The function whose starter body was reached, if a fault comes from one. */
export function unattempted(fault: Fault | null): string | null {
  if (fault?.kind !== "throw") return null;
  const at = fault.text.indexOf(SENTINEL);
  return at < 0 ? null : (/^\w+/.exec(fault.text.slice(at + SENTINEL.length))?.[0] ?? null);
}
