import type { AnyFunction, FunctionNames } from "./reference.ts";
import type { Rng } from "./random.ts";

/**
 * One input on which a function is compared with the reference.
 *   value      the heart of the matter: readable sizes, nothing extreme
 *   stability  extreme but legal inputs: finite and right there too
 *   cost       one call at a size where the right growth needs under 10 ms and the wrong one could not finish
 */
export interface Case<Args extends readonly unknown[]> {
  readonly id: string;
  readonly kind: "value" | "stability" | "cost";
  /** Draws the arguments. One shape for every seed; the seed changes the numbers only. */
  readonly make: (rng: Rng) => Args;
  /** Shown with its numbers even under a secret seed (then drawn from the public one). */
  readonly visible?: boolean;
  /** Keep float64 inputs; by default they are rounded to float32. */
  readonly float64?: boolean;
  /** The size at which a difference matters on this case, where the function's own scale misleads. */
  readonly scale?: number;
  /** Taken off both results before they are compared: a mean of data around 1e8 is judged by its distance from 1e8. */
  readonly offset?: number;
}

type CaseOptions = Omit<Case<never>, "id" | "kind" | "make">;

export function valueCase<Args extends readonly unknown[]>(
  id: string,
  make: (rng: Rng) => Args,
  options: CaseOptions = {},
): Case<Args> {
  return { id, kind: "value", make, ...options };
}

export function stabilityCase<Args extends readonly unknown[]>(
  id: string,
  make: (rng: Rng) => Args,
  options: CaseOptions = {},
): Case<Args> {
  return { id, kind: "stability", make, ...options };
}

export function costCase<Args extends readonly unknown[]>(
  id: string,
  make: (rng: Rng) => Args,
  options: CaseOptions = {},
): Case<Args> {
  return { id, kind: "cost", make, ...options };
}

type ArgumentsOf<F> = F extends (...args: infer Args) => unknown ? Readonly<Args> : never;

export type Cases<Module> = {
  readonly [Name in FunctionNames<Module> & string]: readonly Case<ArgumentsOf<Module[Name]>>[];
};

/**
 * The student's own functions, called through the sandbox. A call rejects when the student's function throws, returns
 * the wrong shape or a number that is not finite; whatever is built on it then simply does not hold.
 */
export type Student<Module> = {
  readonly [Name in FunctionNames<Module> & string]: Module[Name] extends AnyFunction
    ? (...args: Parameters<Module[Name]>) => Promise<ReturnType<Module[Name]>>
    : never;
};

/** Where a number or tensor lies inside arguments or a result: field names and indexes. */
export type Path = readonly (string | number)[];

/**
 * A link between a student's own lines, looked at only when the value of `function` is wrong: if it holds, the line
 * follows correctly from the wrong line(s) in `uses` and earns its follow-through share.
 */
export type Relation<Module> = {
  readonly [Name in FunctionNames<Module> & string]:
    GradientRelation<Module, Name> | RootRelation<Module, Name> | EqualsRelation<Module, Name>;
}[FunctionNames<Module> & string];

interface RelationBase<Module, Name> {
  readonly function: Name;
  readonly uses: readonly (FunctionNames<Module> & string)[];
  /** Cases it is tried on; by default all value cases of `function`. It must hold on every one. */
  readonly cases?: readonly string[];
}

/** The result is the gradient of an objective made of the student's functions. */
export interface GradientRelation<Module, Name extends keyof Module> extends RelationBase<Module, Name> {
  readonly kind: "gradient-of";
  readonly objective: (student: Student<Module>, ...args: ArgumentsOf<Module[Name]>) => Promise<number>;
  /** Which part of the result is the derivative by which argument: `[]` is the whole result, `[1]` the second argument. */
  readonly parts: (
    ...args: ArgumentsOf<Module[Name]>
  ) => readonly { readonly output: Path; readonly argument: Path }[];
}

/** The result (a number) is a root of a residual made of the student's functions. */
export interface RootRelation<Module, Name extends keyof Module> extends RelationBase<Module, Name> {
  readonly kind: "root-of";
  readonly residual: (
    student: Student<Module>,
    candidate: number,
    ...args: ArgumentsOf<Module[Name]>
  ) => Promise<number>;
  /** How far from the root the residual must be clearly not zero; by default 0.1 (|root| + 1). */
  readonly distance?: (...args: ArgumentsOf<Module[Name]>) => number;
}

/** Two expressions of the student's functions agree: [left, right]. */
export interface EqualsRelation<Module, Name extends keyof Module> extends RelationBase<Module, Name> {
  readonly kind: "equals";
  readonly sides: (
    student: Student<Module>,
    ...args: ArgumentsOf<Module[Name]>
  ) => Promise<readonly [left: unknown, right: unknown]>;
}

/** "Given your own lines": what this function must return in terms of the student's other functions. */
export type Given<Module> = {
  readonly [Name in FunctionNames<Module> & string]?: {
    readonly uses: readonly (FunctionNames<Module> & string)[];
    readonly expected: (
      student: Student<Module>,
      ...args: ArgumentsOf<Module[Name]>
    ) => Promise<Module[Name] extends AnyFunction ? ReturnType<Module[Name]> : never>;
  };
};

/**
 * A property that must hold of the student's own functions.
 *   invariant     decided by values, with slack (a right KL may be -6e-17)
 *   distribution  decided by draws: `holds` must refuse a right sampler at most once in a million seeds
 * Its sentence stands in exercise.json under `invariants`, by id.
 */
export interface Invariant<Module> {
  readonly id: string;
  readonly kind: "invariant" | "distribution";
  readonly function: FunctionNames<Module> & string;
  readonly holds: (student: Student<Module>, rng: Rng) => Promise<boolean>;
}

/**
 * What the declared types do not say of a function's arguments, for inputs that no generator has drawn: the arguments as
 * they must be (a q that sums to 1 again, a z that belongs to its u), or null where they lie outside. How large single
 * numbers may be, whether they are whole and whether they are +-1 is learnt from the value cases. Cases lie inside.
 */
export type Domain<Module> = {
  readonly [Name in FunctionNames<Module> & string]?: (
    ...args: ArgumentsOf<Module[Name]>
  ) => ArgumentsOf<Module[Name]> | null;
};

/** Identity helpers: they give an exercise's exports their types from the starter's signatures. */
export function defineCases<Module>(cases: Cases<Module>): Cases<Module> {
  return cases;
}
export function defineRelations<Module>(relations: readonly Relation<Module>[]): readonly Relation<Module>[] {
  return relations;
}
export function defineGiven<Module>(given: Given<Module>): Given<Module> {
  return given;
}
export function defineInvariants<Module>(
  invariants: readonly Invariant<Module>[],
): readonly Invariant<Module>[] {
  return invariants;
}
export function defineDomain<Module>(domain: Domain<Module>): Domain<Module> {
  return domain;
}
