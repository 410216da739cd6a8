import { explains, nameMisconceptions, type Observed } from "#diagnose/misconceptions.ts";
import { findRelation } from "#diagnose/relations.ts";
import type { Message } from "#contract/messages.ts";
import { hasRightValue, isRight, ofKind, type Outcome } from "./outcome.ts";
import { checksOf } from "./points.ts";
import type { Drawn, Exercise } from "./ports.ts";
import type { Standing } from "./standing.ts";
import { candidatesFor } from "./variants.ts";

export interface Finding {
  readonly misconception: string | null;
  readonly relation: Message | null;
}

const nothing: Finding = { misconception: null, relation: null };

/** Names what went wrong in each function that is wrong by its own doing; what merely follows is not named. */
export async function diagnose(
  exercise: Exercise,
  drawn: Drawn,
  outcomes: ReadonlyMap<string, Outcome>,
  standings: ReadonlyMap<string, Standing>,
): Promise<ReadonlyMap<string, Finding>> {
  const wrong = [...outcomes.values()].filter((outcome) =>
    needsName(outcome, standings.get(outcome.spec.name)),
  );
  const explanations = new Map<string, readonly string[]>();
  for (const outcome of wrong) {
    const candidates = await candidatesFor(exercise, outcome.spec.name, drawn[outcome.spec.name] ?? []);
    const observed = observe(outcome);
    explanations.set(
      outcome.spec.name,
      candidates.filter((one) => explains(one, observed)).map((one) => one.id),
    );
  }
  const names = nameMisconceptions(explanations);
  return new Map(
    [...outcomes].map(([name, outcome]) => {
      if (!explanations.has(name)) return [name, nothing];
      return [name, { misconception: names.get(name) ?? null, relation: relationOf(outcome) }];
    }),
  );
}

function needsName(outcome: Outcome, standing: Standing | undefined): boolean {
  if (outcome.exported !== "function" || outcome.skipped || (standing?.follows.length ?? 0) > 0) return false;
  return checksOf(outcome).some((check) => !check.holds);
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
  if (hasRightValue(outcome)) return null;
  const pairs = ofKind(outcome, "value").flatMap((one) =>
    "value" in one.got && one.difference?.kind !== "shape"
      ? [{ right: one.expected, got: one.got.value }]
      : [],
  );
  return pairs.length === ofKind(outcome, "value").length ? findRelation(pairs) : null;
}
