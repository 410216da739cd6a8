import { compareValues } from "#compare/values.ts";
import { scalesOf } from "#compare/scales.ts";
import { areEqual } from "#compare/relations.ts";
import { toleranceOf } from "#compare/tolerance.ts";
import { GradusError } from "#contract/errors.ts";
import { defaults, type FunctionSpec } from "#contract/exercise.ts";
import type { CallReply, Sandbox } from "#contract/sandbox.ts";
import type { Value } from "#contract/values.ts";
import type { CaseOutcome, Outcome } from "./outcome.ts";
import type { DrawnCase } from "./ports.ts";

const kindOrder = ["value", "stability", "cost"] as const;

/** Calls one function on all of its cases, in one frame: values first, the first of them once more, then the extremes. */
export async function measureFunction(
  sandbox: Sandbox,
  exported: string,
  question: {
    readonly spec: FunctionSpec;
    readonly drawn: readonly DrawnCase[];
    readonly expected: readonly Value[];
  },
): Promise<Outcome> {
  const { spec, drawn, expected } = question;
  const base = describeQuestion(spec, drawn, expected);
  if (exported !== "function") return { ...base, exported };
  const order = callOrder(drawn);
  const again = order.filter((index) => drawn[index]?.case.kind === "value").length;
  const calls = [...order.slice(0, again), order[0] ?? 0, ...order.slice(again)];
  const replies = await sandbox.call(
    spec.name,
    calls.map((index) => drawn[index]?.args ?? []),
    { cpuMs: spec.cpuMs ?? defaults.cpuMs },
  );
  const repeated = replies[again];
  const replyOf = new Map(
    calls.map((index, position) => [index, replies[position]] as const).filter((_, at) => at !== again),
  );
  const cases = drawn.map((one, index) => judge(base, one, expected[index], replyOf.get(index)));
  const mutated = new Set(replies.flatMap((reply) => (reply.ok ? reply.mutated : [])));
  return {
    ...base,
    exported,
    cases,
    mutated: [...mutated].toSorted((a, b) => a - b),
    keepsState: differs(replies[0], repeated),
  };
}

/** A function that was never called, because the submission did not load or its time was used up. */
export function describeQuestion(
  spec: FunctionSpec,
  drawn: readonly DrawnCase[],
  expected: readonly Value[],
): Outcome {
  if (!drawn.some((one) => one.case.kind === "value"))
    throw new GradusError("case-invalid", `${spec.name} has no value case: nothing could be graded.`);
  const valueAnswers = expected.filter((_, index) => drawn[index]?.case.kind === "value");
  return {
    spec,
    exported: "missing",
    tolerance: toleranceOf(spec.tolerance),
    scales: scalesOf(spec.returns, valueAnswers, spec.tolerance),
    cases: [],
    mutated: [],
    keepsState: false,
    invariants: [],
    skipped: false,
  };
}

function callOrder(drawn: readonly DrawnCase[]): number[] {
  return kindOrder.flatMap((kind) => drawn.flatMap((one, index) => (one.case.kind === kind ? [index] : [])));
}

function judge(base: Outcome, drawn: DrawnCase, expected: Value, reply: CallReply | undefined): CaseOutcome {
  if (reply === undefined)
    throw new GradusError("sandbox-failed", `The sandbox gave no reply for case ${drawn.case.id}.`);
  if (!reply.ok) return { drawn, expected, got: { fault: reply.fault }, difference: null };
  const { scale, offset } = drawn.case;
  const scales =
    scale === undefined
      ? base.scales
      : Object.fromEntries(Object.keys(base.scales).map((group) => [group, scale]));
  const difference = compareValues(base.spec.returns, expected, reply.value, {
    tolerance: base.tolerance,
    scales,
    ...(offset === undefined ? {} : { offset }),
  });
  return { drawn, expected, got: { value: reply.value }, difference };
}

/** Same arguments, another result: something was kept between the calls. (A NaN that stays NaN is the same.) */
function differs(first: CallReply | undefined, second: CallReply | undefined): boolean {
  if (first?.ok !== true || second === undefined) return false;
  if (!second.ok) return second.fault.kind !== "not-run" && second.fault.kind !== "timeout";
  return JSON.stringify(first.value) !== JSON.stringify(second.value) && !areEqual(first.value, second.value);
}
