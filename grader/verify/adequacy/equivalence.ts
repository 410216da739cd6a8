import { mapNumbers, numbersIn } from "#compare/numbers.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { CallReply, Sandbox } from "#contract/sandbox.ts";
import type { Arguments, Value } from "#contract/values.ts";
import type { DrawnCase } from "#engine/ports.ts";
import { answer, type Examined } from "../law.ts";

/**
 * A mutant is equivalent if it gives the solution's numbers on all of the inputs below, within this share of the largest
 * number of the answer or of the size at which the function's answers usually lie: a sum taken in another order differs by
 * float64's noise, which is small beside its terms and not beside what is left when they cancel.
 */
const SHARE = 1e-12;
/** Random inputs of each function: its value cases drawn anew, under as many seeds as it takes. */
const RANDOM_INPUTS = 1000;

interface Question {
  readonly spec: FunctionSpec;
  readonly inputs: readonly Input[];
}

interface Input {
  readonly args: Arguments;
  readonly right: Value;
  /** What the share is a share of. */
  readonly size: number;
}

/** The inputs on which a survivor is compared with the solution, and the solution's answers. */
export function questionsOf(examined: Examined): readonly Question[] {
  return examined.exercise.manifest.functions.map((spec) => {
    const drawn = drawnAnew(examined, spec.name);
    const right = drawn.map((one) => answer(examined.solution, spec.name, one.args));
    const sizes = right.map((value) => Math.max(0, ...numbersIn(value).map(Math.abs)));
    const usual = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
    const inputs = drawn.map((one, index): Input => ({
      args: one.args,
      right: right[index],
      size: Math.max(sizes[index] ?? 0, one.case.scale ?? usual),
    }));
    return { spec, inputs };
  });
}

/**
 * Every case drawn again and again; and, since a case's arguments may have been chosen for each other (uniform numbers that
 * keep clear of a probability), every other time with one argument of another draw among them.
 */
function drawnAnew({ draw }: Examined, name: string): readonly DrawnCase[] {
  const drawn: DrawnCase[] = [];
  for (let seed = 0, values = 0; values < RANDOM_INPUTS; seed++) {
    const others = draw(`adequacy ${seed}, another`)[name] ?? [];
    for (const [index, one] of (draw(`adequacy ${seed}`)[name] ?? []).entries()) {
      if (one.case.kind === "cost" && seed > 0) continue; // one call of that size is as good as many
      if (one.case.kind === "value") values++;
      drawn.push(seed % 2 === 0 ? one : mixed(one, others[index], Math.floor(seed / 2) + index));
    }
  }
  return drawn;
}

function mixed(one: DrawnCase, other: DrawnCase | undefined, turn: number): DrawnCase {
  const at = turn % one.args.length;
  return { ...one, args: one.args.with(at, other?.args[at]) };
}

/** Whether the submission that is loaded gives the solution's answers everywhere, and leaves its arguments alone. */
export async function isEquivalent(
  sandbox: Sandbox,
  questions: readonly Question[],
  cpuMs: number,
): Promise<boolean> {
  for (const { spec, inputs } of questions) {
    const calls = inputs.map((one) => one.args);
    const replies = await sandbox.call(spec.name, calls, { cpuMs });
    if (!inputs.every((one, index) => isSame(one, replies[index]))) return false;
  }
  return true;
}

function isSame({ right, size }: Input, reply: CallReply | undefined): boolean {
  if (reply?.ok !== true || reply.mutated.length > 0) return false;
  if (structureOf(right) !== structureOf(reply.value)) return false;
  const [expected, got] = [numbersIn(right), numbersIn(reply.value)];
  return expected.every((value, index) => {
    const other = got[index] ?? Number.NaN;
    return Object.is(value, other) || Math.abs(value - other) <= SHARE * size;
  });
}

function structureOf(value: Value): string {
  return JSON.stringify(mapNumbers(value, () => 0));
}
