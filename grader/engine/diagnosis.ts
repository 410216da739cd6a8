import { explains, nameMisconceptions, type Observed } from "#diagnose/misconceptions.ts";
import { findRelation } from "#diagnose/relations.ts";
import type { Message } from "#contract/messages.ts";
import { hasRightValue, isRight, ofKind, type Outcome } from "./outcome.ts";
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

/** What is said of a function: of one that merely follows, nothing. */
export function findingOf(outcome: Outcome, name: string | undefined, follows: boolean): Finding {
  if (follows) return { misconception: null, relation: null };
  return { misconception: name ?? null, relation: relationOf(outcome) };
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

function relationOf(outcome: Outcome): Message | null {
  if (outcome.cases.length === 0 || hasRightValue(outcome)) return null;
  const pairs = ofKind(outcome, "value").flatMap((one) =>
    "value" in one.got && one.difference?.kind !== "shape"
      ? [{ right: one.expected, got: one.got.value }]
      : [],
  );
  return pairs.length === ofKind(outcome, "value").length ? findRelation(pairs) : null;
}
