import { defaults } from "#contract/exercise.ts";
import type { CheckKind } from "#contract/report.ts";
import { hasRightValue, isRight, type Outcome } from "./outcome.ts";

/** One kind of check of a function, and whether all of it holds. */
export interface Check {
  readonly kind: CheckKind;
  readonly holds: boolean;
}

/** Every check of a function by kind, value first. Purity and invariants mean something only where there is a value. */
export function checksOf(outcome: Outcome): readonly Check[] {
  const byCase = (["value", "stability", "cost"] as const).flatMap((kind) => {
    const cases = outcome.cases.filter((one) => one.drawn.case.kind === kind);
    return cases.length === 0 ? [] : [{ kind, holds: cases.every(isRight) }];
  });
  const byInvariant = (["invariant", "distribution"] as const).flatMap((kind) => {
    const tried = outcome.invariants.filter((one) => one.kind === kind);
    return tried.length === 0 ? [] : [{ kind, holds: tried.every((one) => one.holds) }];
  });
  return [...byCase, ...byInvariant, { kind: "purity", holds: isPure(outcome) }];
}

export function isPure(outcome: Outcome): boolean {
  return outcome.mutated.length === 0 && !outcome.keepsState;
}

/**
 * Points of a called function. 70 % hang on the value cases, all of them; the rest is split evenly over the other kinds of check.
 *   right value     every check that holds counts; extremes that break with an earlier line count with the follow-through share
 *   follow-through  its share of the whole, less purity's part if that fails: the other checks fail with the earlier line
 *   wrong value     the other checks count only for a real attempt, and purity not at all (returning 0 is pure)
 */
export function pointsOf(
  outcome: Outcome,
  standing: { readonly follows: boolean; readonly attempt: boolean },
): number {
  const { points, followThroughShare = defaults.followThroughShare } = outcome.spec;
  const others = checksOf(outcome).filter((check) => check.kind !== "value");
  const each = (1 - defaults.valueShare) / others.length;
  if (standing.follows && !hasRightValue(outcome))
    return points * (followThroughShare - (isPure(outcome) ? 0 : each));
  const counts = (check: Check): boolean =>
    check.holds && (hasRightValue(outcome) || check.kind !== "purity");
  const followed = standing.follows
    ? others.filter((check) => check.kind === "stability" && !check.holds).length
    : 0;
  const earned = (others.filter(counts).length + followed * followThroughShare) * each;
  if (hasRightValue(outcome)) return points * (defaults.valueShare + earned);
  return standing.attempt ? points * earned : 0;
}
