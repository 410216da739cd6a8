import type { Rung } from "#contract/backend.ts";
import type { Report } from "#contract/report.ts";
import type { References } from "#contract/backend.ts";
import type { Value } from "#contract/values.ts";
import type { Counterexample } from "#diagnose/counterexample/describe.ts";
import type { Drawn, Exercise, ExpectedValues } from "#engine/ports.ts";

type Functions = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** An exercise under examination, and the means to examine it. */
export interface Examined {
  readonly folder: string;
  readonly exercise: Exercise;
  readonly rung: Rung;
  readonly solution: Functions;
  readonly references: References;
  readonly draw: (seed: string) => Drawn;
  readonly expected: (seed: string) => Promise<ExpectedValues>;
  /** Grades a submission in the sandbox under the public seed. */
  readonly grade: (source: string) => Promise<Report>;
  /** The smallest counterexample to one function of a submission, under the public seed. */
  readonly counterexample: (source: string, name: string) => Promise<Counterexample | null>;
}

/** Something that must be true of every exercise. It says what is wrong, in sentences for authors; an empty list is green. */
export interface Law {
  readonly id: string;
  readonly title: string;
  readonly failures: (examined: Examined) => Promise<readonly string[]>;
}

/** Runs a trusted function on a copy of the arguments. */
export function answer(functions: Functions, name: string, args: readonly Value[]): Value {
  const run = functions[name];
  if (run === undefined) throw new Error(`there is no function ${name}`);
  return run(...(structuredClone(args) as Value[])) as Value;
}
