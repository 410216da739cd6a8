import type { Backend } from "#contract/backend.ts";
import type { ExerciseManifest, MisconceptionManifest } from "#contract/exercise.ts";
import type { Diagnostic } from "#contract/report.ts";
import type { Sandbox, Submission } from "#contract/sandbox.ts";
import type { Arguments, Value } from "#contract/values.ts";
import type { Case, Invariant, Relation } from "#sdk/cases.ts";
import type { Rng } from "#sdk/random.ts";

/** A student's function as relations and invariants call it: through the sandbox, shape-checked. */
export type StudentFunctions = Readonly<Record<string, (...args: readonly unknown[]) => Promise<Value>>>;

/** What an exercise's typed declarations are once the compiler's knowledge of signatures is forgotten. */
export type AnyCase = Omit<Case<Arguments>, "make"> & { readonly make: (rng: Rng) => Arguments };
// The declared types name each function's arguments; here they are plain values, checked by shape at run time.
export type AnyRelation = Relation<Readonly<Record<string, (...args: Value[]) => Value>>>;
export type AnyInvariant = Omit<Invariant<never>, "function" | "holds"> & {
  readonly function: string;
  readonly holds: (student: StudentFunctions, rng: Rng) => Promise<boolean>;
};
export interface AnyGiven {
  readonly uses: readonly string[];
  readonly expected: (student: StudentFunctions, ...args: Arguments) => Promise<Value>;
}

export type AnyDomain = (...args: Arguments) => Arguments | null;

/** One form of a slip: a submission of the author's, run on the trusted side to know what the slip computes. */
export interface Variant {
  readonly misconception: string;
  readonly form: string;
  readonly functions: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
}

export interface Exercise {
  readonly manifest: ExerciseManifest;
  /** `version` of the manifest and a hash of everything that decides a verdict. */
  readonly version: string;
  readonly referencePath: string;
  readonly cases: Readonly<Record<string, readonly AnyCase[]>>;
  readonly relations: readonly AnyRelation[];
  readonly given: Readonly<Record<string, AnyGiven>>;
  readonly invariants: readonly AnyInvariant[];
  readonly domain: Readonly<Record<string, AnyDomain>>;
  readonly misconceptions: Readonly<Record<string, MisconceptionManifest>>;
  /** Loaded only when there is something to name. */
  readonly variants: () => Promise<readonly Variant[]>;
}

export interface Seed {
  readonly kind: "public" | "secret" | "personal";
  readonly value: string;
  /** A hash that binds the report to the seed without telling it. */
  readonly commitment: string;
}

/** The seed of local checks, and of visible cases whatever the seed. */
export const PUBLIC_SEED = "public";

/** Expected values of every case, by function, in the order of the cases drawn. */
export type ExpectedValues = Readonly<Record<string, readonly Value[]>>;

/** What grading needs from outside; nothing of Node's comes in by any other way. */
export interface Ports {
  readonly sandbox: Sandbox;
  readonly expected: {
    readonly backend: Backend;
    get(exercise: Exercise, seed: Seed, drawn: Drawn): Promise<ExpectedValues>;
  };
  readonly placeSyntaxError: (submission: Submission) => Promise<readonly Diagnostic[]>;
  readonly now: () => number;
  readonly graderVersion: string;
}

/** The reference on inputs that are no case's: a counterexample is shrunk against it. */
export interface Oracle {
  readonly answers: (
    exercise: Exercise,
    name: string,
    argumentLists: readonly Arguments[],
  ) => Promise<readonly Value[]>;
  /** The reference's named intermediate values on one input. */
  readonly steps: (
    exercise: Exercise,
    name: string,
    args: Arguments,
  ) => Promise<Readonly<Record<string, Value>>>;
}

export interface DrawnCase {
  readonly case: AnyCase;
  readonly visible: boolean;
  readonly args: Arguments;
}

/** The cases of one exercise under one seed, by function. */
export type Drawn = Readonly<Record<string, readonly DrawnCase[]>>;

export interface GradeRequest {
  readonly exercise: Exercise;
  readonly submission: Submission;
  readonly seed: Seed;
}
