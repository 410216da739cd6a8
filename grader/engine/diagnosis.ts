import { explains, nameMisconceptions, type Observed } from "#diagnose/misconceptions.ts";
import { isNamedConstant } from "#diagnose/relations/factor.ts";
import { findRelation } from "#diagnose/relations/findRelation.ts";
import type { Pair } from "#diagnose/relations/pair.ts";
import { areEqual } from "#compare/relations.ts";
import type { Value } from "#contract/values.ts";
import type { Message } from "#contract/messages.ts";
import { hasRightValue, isRight, ofKind, type CaseOutcome, type Outcome } from "./outcome.ts";
import { checksOf } from "./points.ts";
import type { Drawn, Exercise } from "./ports.ts";
import { candidatesFor } from "./variants.ts";

export interface Finding {
  readonly misconception: string | null;
  readonly relation: Message | null;
}

/** The one misconception that explains each wrong function, where exactly one does. */
export async function nameSlips(
  exercise: Exercise,
  drawn: Drawn,
  outcomes: ReadonlyMap<string, Outcome>,
): Promise<ReadonlyMap<string, string>> {
  const explanations = new Map<string, readonly string[]>();
  for (const [name, outcome] of outcomes) {
    if (outcome.exported !== "function" || outcome.skipped) continue;
    if (checksOf(outcome).every((check) => check.holds)) continue;
    const candidates = await candidatesFor(exercise, name, drawn[name] ?? []);
    const observed = observe(outcome);
    const ids = candidates.filter((one) => explains(one, observed)).map((one) => one.id);
    explanations.set(name, ids);
  }
  return nameMisconceptions(explanations);
}

/** The name of changing an argument, for a function whose value merely follows: nothing else is wrong with it. */
export function nameImpure(exercise: Exercise, outcome: Outcome): string | undefined {
  const ids = Object.entries(exercise.misconceptions)
    .filter(
      ([, { functions, recognisedBy }]) =>
        recognisedBy.kind === "purity" && functions.includes(outcome.spec.name),
    )
    .map(([id]) => id);
  return outcome.mutated.length > 0 && ids.length === 1 ? ids[0] : undefined;
}

/** What is said of a function: of one that merely follows, nothing; where only its value does, nothing about that. */
export function findingOf(
  outcome: Outcome,
  outcomes: ReadonlyMap<string, Outcome>,
  known: { readonly name: string | undefined; readonly follows: boolean; readonly valueFollows: boolean },
): Finding {
  if (known.follows) return { misconception: null, relation: null };
  const relation = known.valueFollows ? null : relationOf(outcome, outcomes);
  return { misconception: known.name ?? null, relation };
}

function observe(outcome: Outcome): Observed {
  return {
    name: outcome.spec.name,
    returns: outcome.spec.returns,
    tolerance: outcome.tolerance,
    scales: outcome.scales,
    argumentsChanged: outcome.mutated.length > 0,
    cases: outcome.cases.map((one) => ({
      caseId: one.drawn.case.id,
      kind: one.drawn.case.kind,
      answer: "value" in one.got ? { value: one.got.value } : null,
      right: isRight(one),
    })),
  };
}

function relationOf(outcome: Outcome, outcomes: ReadonlyMap<string, Outcome>): Message | null {
  const cases = ofKind(outcome, "value");
  if (cases.length === 0 || hasRightValue(outcome)) return null;
  const pairs = cases.flatMap(pairOf);
  if (pairs.length < cases.length) return null;
  const relation = findRelation({
    spec: outcome.spec,
    pairs,
    extremes: ofKind(outcome, "stability").flatMap(pairOf),
    // looked for only when every other relation has failed: it compares all arguments with all
    get others() {
      return answersOfOthers(cases, outcome, outcomes);
    },
  });
  const hidden = cases.some((one) => !one.drawn.visible);
  return relation !== null && hidden && tellsNumber(relation) ? null : relation;
}

function pairOf({ drawn, expected, got, difference }: CaseOutcome): readonly Pair[] {
  if (!("value" in got)) return [];
  const otherShape = difference?.kind === "shape";
  return [{ caseId: drawn.case.id, args: drawn.args, right: expected, got: got.value, otherShape }];
}

/** The right answers of other functions on the same cases: those that share their inputs share their cases' ids. */
function answersOfOthers(
  cases: readonly CaseOutcome[],
  outcome: Outcome,
  outcomes: ReadonlyMap<string, Outcome>,
): Readonly<Record<string, readonly (Value | undefined)[]>> {
  const others = [...outcomes.values()].filter((other) => other.spec.name !== outcome.spec.name);
  return Object.fromEntries(
    others.map((other) => [
      other.spec.name,
      cases.map((one) => other.cases.find((its) => areEqual(its.drawn.args, one.drawn.args))?.expected),
    ]),
  );
}

/**
 * A factor or an offset in digits could be a hidden number that the student's code has put there; a small whole one cannot, nor
 * a constant with a name. What other relations name (a case, an axis, a base) is no number of anybody's.
 */
function tellsNumber({ key, values }: Message): boolean {
  if (key !== "relation.times" && key !== "relation.offset") return false;
  return Object.values(values).some(
    (value) => !isNamedConstant(String(value)) && /\d\.\d|\d{2}|e[+-]?\d/.test(String(value)),
  );
}
