import { compareValues, type CompareOptions } from "#compare/values.ts";
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

/** What the calls of one function gave, by case. */
export interface Called {
  readonly replies: ReadonlyMap<DrawnCase, CallReply>;
  readonly mutated: readonly number[];
  readonly keepsState: boolean;
}

/** Calls one function on these cases, in one frame: values first, the first of them once more, then the extremes. */
export async function callFunction(
  sandbox: Sandbox,
  spec: FunctionSpec,
  drawn: readonly DrawnCase[],
): Promise<Called> {
  const ordered = kindOrder.flatMap((kind) => drawn.filter((one) => one.case.kind === kind));
  const again = ordered.filter((one) => one.case.kind === "value").length;
  const [first] = ordered;
  const calls = first === undefined ? [] : [...ordered.slice(0, again), first, ...ordered.slice(again)];
  const replies = await sandbox.call(
    spec.name,
    calls.map((one) => one.args),
    { cpuMs: spec.cpuMs ?? defaults.cpuMs },
  );
  const pairs = calls.flatMap((one, position) => {
    const reply = replies[position];
    return position === again || reply === undefined ? [] : [[one, reply] as const];
  });
  return {
    replies: new Map(pairs),
    mutated: replies.flatMap((reply) => (reply.ok ? reply.mutated : [])),
    keepsState: differs(replies[0], replies[again]),
  };
}

interface Question {
  readonly spec: FunctionSpec;
  readonly drawn: readonly DrawnCase[];
  readonly expected: readonly Value[];
}

/** Compares what a function gave with what it should have given. */
export function judgeFunction(question: Question, exported: string, called: readonly Called[]): Outcome {
  const { spec, drawn, expected } = question;
  const base = describeQuestion(spec, drawn, expected);
  if (exported !== "function") return { ...base, exported };
  const replies = new Map(called.flatMap((one) => [...one.replies]));
  const mutated = new Set(called.flatMap((one) => one.mutated));
  return {
    ...base,
    exported,
    cases: drawn.map((one, index) => judge(base, one, expected[index], replies.get(one))),
    mutated: [...mutated].toSorted((a, b) => a - b),
    keepsState: called.some((one) => one.keepsState),
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

function judge(base: Outcome, drawn: DrawnCase, expected: Value, reply: CallReply | undefined): CaseOutcome {
  if (reply === undefined)
    throw new GradusError("sandbox-failed", `The sandbox gave no reply for case ${drawn.case.id}.`);
  if (!reply.ok) return { drawn, expected, got: { fault: reply.fault }, difference: null };
  const options = compareOptionsOf(base, drawn.case);
  const difference = compareValues(base.spec.returns, expected, reply.value, options);
  return { drawn, expected, got: { value: reply.value }, difference };
}

/** How results are compared on a case: by the function's tolerance and sizes, or by the case's own. */
export function compareOptionsOf(
  { tolerance, scales }: Pick<Outcome, "tolerance" | "scales">,
  { scale, offset }: DrawnCase["case"],
): CompareOptions {
  return {
    tolerance,
    scales:
      scale === undefined ? scales : Object.fromEntries(Object.keys(scales).map((group) => [group, scale])),
    ...(offset === undefined ? {} : { offset }),
  };
}

/** Same arguments, another result: something was kept between the calls. (A NaN that stays NaN is the same.) */
function differs(first: CallReply | undefined, second: CallReply | undefined): boolean {
  if (first?.ok !== true || second === undefined) return false;
  if (!second.ok) return second.fault.kind !== "not-run" && second.fault.kind !== "timeout";
  return JSON.stringify(first.value) !== JSON.stringify(second.value) && !areEqual(first.value, second.value);
}
