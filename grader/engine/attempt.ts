import { isCopied, movesWith } from "#compare/attempt.ts";
import { conforms } from "#compare/conforms.ts";
import { numbersIn } from "#compare/numbers.ts";
import { defaults } from "#contract/exercise.ts";
import type { Sandbox } from "#contract/sandbox.ts";
import type { Arguments, Value } from "#contract/values.ts";
import { redraw } from "./draw.ts";
import { hasRightValue, ofKind, type CaseOutcome, type Outcome } from "./outcome.ts";
import type { Exercise, Seed } from "./ports.ts";

/** Cases on which a function's dependence on its arguments is tried. */
const PROBES = 4;

/**
 * Whether a line is a real attempt, so that something may be said to follow from it: finite, of the right shape, and moving
 * with every argument that the right one moves with. Five functions returning 0 would satisfy every gradient and root
 * relation there is; this is what denies them.
 */
export async function isAttempt(
  exercise: Exercise,
  seed: Seed,
  outcome: Outcome,
  sandbox: Sandbox,
): Promise<boolean> {
  if (hasRightValue(outcome)) return true;
  return (
    isSound(outcome) &&
    !isConstant(outcome) &&
    (await dependsOnItsArguments(exercise, seed, outcome, sandbox))
  );
}

/**
 * Whether the results are made of the inputs' own numbers, copied or permuted: that earns nothing. Where the right answers
 * are among the inputs themselves (units of +-1, say), this says nothing.
 */
export function isCopy(outcome: Outcome): boolean {
  const cases = ofKind(outcome, "value");
  if (hasRightValue(outcome) || cases.every((one) => isCopied(one.drawn.args, one.expected))) return false;
  return cases.every((one) => isCopied(one.drawn.args, valueOf(one)?.value));
}

/** Whether every value case gave finite numbers of the declared shape, and the shape that was due. */
export function isSound(outcome: Outcome): boolean {
  if (outcome.cases.length === 0) return false;
  return ofKind(outcome, "value").every((one) => {
    const value = valueOf(one);
    return value !== null && conforms(outcome.spec.returns, value.value) && one.difference?.kind !== "shape";
  });
}

/** Whether the numbers are the same in every case, where the right ones are not. */
export function isConstant(outcome: Outcome): boolean {
  const numbers = ofKind(outcome, "value").flatMap((one) => numbersIn(valueOf(one)?.value));
  return !hasRightValue(outcome) && numbers.every((value) => value === numbers[0]);
}

function valueOf(one: CaseOutcome): { readonly value: Value } | null {
  return "value" in one.got ? one.got : null;
}

async function dependsOnItsArguments(
  exercise: Exercise,
  seed: Seed,
  outcome: Outcome,
  sandbox: Sandbox,
): Promise<boolean> {
  const { spec } = outcome;
  const probes = spread(ofKind(outcome, "value"), PROBES);
  const needed = spec.parameters.flatMap(({ name }, index) =>
    spec.insensitiveTo?.includes(name) === true ? [] : [index],
  );
  // none of these inputs is a case's own: a list of remembered answers moves on the cases and nowhere else
  const calls = probes.flatMap((probe) => {
    const [base, other] = (["again", "once more"] as const).map((time) =>
      redraw(exercise, seed, { name: spec.name, one: probe.drawn.case, time }),
    );
    if (base === undefined || other === undefined) return [];
    return [base, ...needed.map((index): Arguments => base.with(index, other[index]))];
  });
  const replies = await sandbox.call(spec.name, calls, { cpuMs: spec.cpuMs ?? defaults.cpuMs });
  return needed.every((_, position) =>
    probes.some((_, row) => {
      const start = row * (needed.length + 1);
      const [before, after] = [replies[start], replies[start + 1 + position]];
      return before?.ok === true && after?.ok === true && movesWith(before.value, after.value);
    }),
  );
}

function spread<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, items.length / count);
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, index) => items[Math.floor(index * step)],
  ).filter((item) => item !== undefined);
}
