import { conforms } from "#compare/conforms.ts";
import type { Tolerance } from "#compare/tolerance.ts";
import { compareValues, type Scales } from "#compare/values.ts";
import type { Recogniser } from "#contract/exercise.ts";
import type { TypeSpec, Value } from "#contract/values.ts";

/** What a call gave, seen from here: a value, or nothing. */
export type Answer = { readonly value: Value } | null;

/** One case of a function, as far as naming a slip needs it. */
export interface Observation {
  readonly caseId: string;
  readonly kind: "value" | "stability" | "cost";
  readonly answer: Answer;
  readonly right: boolean;
}

export interface Observed {
  readonly name: string;
  readonly returns: TypeSpec;
  readonly tolerance: Tolerance;
  readonly scales: Scales;
  readonly cases: readonly Observation[];
  readonly argumentsChanged: boolean;
}

/** One misconception that can live in a function: how it shows, and what each of its forms answers, case by case. */
export interface Candidate {
  readonly id: string;
  readonly recognisedBy: Recogniser;
  readonly forms: readonly (readonly Answer[])[];
}

/** Whether a misconception explains every case of the function. */
export function explains(candidate: Candidate, observed: Observed): boolean {
  const { recognisedBy } = candidate;
  switch (recognisedBy.kind) {
    case "purity":
      return observed.argumentsChanged && observed.cases.every((one) => one.right);
    case "cases": {
      const failing = observed.cases.filter((one) => !one.right);
      return failing.length > 0 && failing.every((one) => recognisedBy.fails.includes(one.caseId));
    }
    case "outputs":
      return candidate.forms.some((answers) => sameAnswers(observed, answers, recognisedBy.definedOn));
  }
}

/**
 * The function's answers are the variant's on every value case on which the slip has one meaning, and at least one of them is wrong. A slip can break in more
 * than one way (a transpose throws in one program and gives NaN in another): where the variant gives nothing of the right
 * type, anything that is not of the right type is the same.
 */
function sameAnswers(
  observed: Observed,
  answers: readonly Answer[],
  definedOn: readonly string[] | undefined,
): boolean {
  let seenWrong = false;
  for (const [index, one] of observed.cases.entries()) {
    if (one.kind !== "value" || definedOn?.includes(one.caseId) === false) continue;
    const variant = answers[index] ?? null;
    const usable = isUsable(observed, variant);
    if (usable !== isUsable(observed, one.answer)) return false;
    if (variant === null || one.answer === null) continue;
    if (usable && compareValues(observed.returns, variant.value, one.answer.value, observed) !== null)
      return false;
    seenWrong ||=
      !one.right && (usable || JSON.stringify(variant.value) === JSON.stringify(one.answer.value));
  }
  return seenWrong;
}

function isUsable(observed: Observed, answer: Answer): boolean {
  return answer !== null && conforms(observed.returns, answer.value, "any");
}

/**
 * Names at most one misconception per function: the only one that explains it. Where several do, the one that also is the
 * only explanation of another function is taken; else none is named.
 */
export function nameMisconceptions(
  explanations: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> {
  const certain = new Map<string, string>();
  for (const [name, ids] of explanations)
    if (ids.length === 1 && ids[0] !== undefined) certain.set(name, ids[0]);
  const elsewhere = new Set(certain.values());
  for (const [name, ids] of explanations) {
    const shared = ids.filter((id) => elsewhere.has(id));
    if (ids.length > 1 && shared.length === 1 && shared[0] !== undefined) certain.set(name, shared[0]);
  }
  return certain;
}
