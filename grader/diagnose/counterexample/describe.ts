import { printInline, printNumber } from "#compare/describe.ts";
import type { FunctionSpec } from "#contract/exercise.ts";
import type { Language } from "#contract/messages.ts";
import type { CallReply } from "#contract/sandbox.ts";
import type { Arguments, Value } from "#contract/values.ts";
import { render } from "../render.ts";

/** An input that a person can follow by hand, on which a student's function is wrong. */
export interface Counterexample {
  readonly function: string;
  /** The case that it was shrunk from. */
  readonly case: string;
  readonly args: Arguments;
  readonly expected: Value;
  readonly got: CallReply;
  /** The reference's intermediate values, by name. */
  readonly steps: Readonly<Record<string, Value>>;
}

/** A counterexample as it is read: what to put in, what should come out and what came, and what lies between. */
export function describeCounterexample(
  { args, expected, got, steps }: Counterexample,
  { parameters }: FunctionSpec,
  language: Language,
): readonly string[] {
  const say = (key: string, values: Readonly<Record<string, string>>): string =>
    render({ key: `counterexample.${key}`, values }, language);
  const inputs = parameters.map(({ name }, index) => `${name} = ${printInline(args[index])}`);
  const right = printInline(expected, printNumber);
  const between = Object.entries(steps).map(
    ([name, value]) => `${name} = ${printInline(value, printNumber)}`,
  );
  return [
    say("title", {}),
    ...inputs.map((line) => `  ${line}`),
    got.ok
      ? say("values", { expected: right, got: printInline(got.value, printNumber) })
      : say("throws", { expected: right, ...(got.fault.text === "" ? {} : { text: got.fault.text }) }),
    ...(between.length === 0 ? [] : [say("steps", { steps: between.join("; ") })]),
  ];
}
