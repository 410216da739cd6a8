import type { Localized } from "./messages.ts";
import type { TypeSpec } from "./values.ts";

/** exercise.json: everything about an exercise that is data. Its schema is exercise.schema.json beside this file. */
export interface ExerciseManifest {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly version: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly track: { readonly number: number; readonly title: Localized };
  readonly prerequisites: readonly string[];
  readonly minutes: number;
  readonly functions: readonly FunctionSpec[];
  /** Sentence of each invariant, a clause without a full stop. */
  readonly invariants: Readonly<Record<string, Localized>>;
  readonly sources: readonly { readonly title: string; readonly equation?: string }[];
}

export interface FunctionSpec {
  readonly name: string;
  readonly points: number;
  readonly parameters: readonly { readonly name: string; readonly type: TypeSpec }[];
  readonly returns: TypeSpec;
  readonly tolerance?: ToleranceSpec;
  /** Parameters that the right answer, some right way of writing it, or an honest slip does not depend on numerically. */
  readonly insensitiveTo?: readonly string[];
  /** Share of the points for a line that follows correctly from a wrong earlier one. */
  readonly followThroughShare?: number;
  /** CPU time for one call. */
  readonly cpuMs?: number;
}

export interface ToleranceSpec {
  readonly rtol?: number;
  readonly atol?: number;
  /** The size at which a difference matters; one for the whole result, or one per field of a record. */
  readonly scale?: number | Readonly<Record<string, number>>;
}

/** How a slip is told from others; see misconception.schema.json. */
export type Recogniser =
  /**
   * The student's results are the variant's, on every value case. Some slips have no meaning on some inputs - a transpose of
   * a matrix that is not square throws, or ends early, or gives NaN, as the program's loops happen to run: then `definedOn`
   * lists the cases that count.
   */
  | { readonly kind: "outputs"; readonly definedOn?: readonly string[] }
  /** Wrong on at least one of these cases and right on all others. */
  | { readonly kind: "cases"; readonly fails: readonly string[] }
  /** The result is right, but an argument was changed. */
  | { readonly kind: "purity" };

/** misconceptions/<id>.json */
export interface MisconceptionManifest {
  /** The functions in which the slip can be made (not those that merely follow from it). */
  readonly functions: readonly string[];
  readonly recognisedBy: Recogniser;
  /** What the student computed: a clause, no full stop. */
  readonly says: Localized;
  /** Where to look; never the answer. */
  readonly look: Localized;
  /** In what form the slip stands in a file, so that it can be pointed at; the first that is found once counts. */
  readonly locators?: readonly Locator[];
}

/** A small syntax-tree query: an expression with holes, `$sum / ($n - 1)`. */
export interface Locator {
  readonly match: string;
  /** The functions in which it means the slip; by default all that can have it. */
  readonly in?: readonly string[];
}

export const defaults = {
  rtol: 1e-4,
  atol: 1e-5,
  followThroughShare: 0.8,
  cpuMs: 1000,
  valueShare: 0.7,
} as const;
