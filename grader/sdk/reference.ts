import type * as tfjs from "@tensorflow/tfjs-core";

export type TensorFlow = typeof tfjs;
export type Tensor = tfjs.Tensor;

/** A number or nested arrays of numbers, rectangular. */
export type NestedNumbers = number | readonly NestedNumbers[];

/** Any function; `Parameters` and `ReturnType` recover the exact one. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- there is no other way to name the widest function type
export type AnyFunction = (...args: any[]) => unknown;

/** What `prepare` hands over for one instance. */
export interface Prepared<Tensors, Statics, Kept> {
  /** Arrays to upload, by name; every instance of a case gives the same shapes. */
  readonly tensors: Tensors;
  /** Sizes, activations and the like: JSON, equal for all instances of a case. */
  readonly statics?: Statics;
  /** Float64 numbers that stay on the host for `finish`: an offset taken out, say. */
  readonly kept?: Kept;
}

/**
 * The reference of one function, in three parts.
 *   prepare  host, float64, O(input), one instance: centring, 1 - alpha, logs; nothing that matters more
 *   compute  tfjs, float32, on the rung, all instances at once: every tensor has a leading `instances` axis
 *            (a number per instance arrives as [instances]) and so has everything it returns
 *   finish   host, float64, one instance: puts back what `prepare` took out
 * `compute` does the arithmetic: replaced by zeros it must break every expected value.
 */
export interface FunctionReference {
  prepare(...args: readonly unknown[]): Prepared<Readonly<Record<string, NestedNumbers>>, unknown, unknown>;
  compute(
    tf: TensorFlow,
    tensors: Readonly<Record<string, Tensor>>,
    statics: unknown,
  ): Readonly<Record<string, Tensor>>;
  finish(outputs: Readonly<Record<string, NestedNumbers>>, kept: unknown): unknown;
  /**
   * Optional: what a person works out on the way to the result, by the name that the statement gives it. Computed like
   * `compute`, only for a counterexample; a quantity whose formula is the exercise has no place here.
   */
  steps?(
    tf: TensorFlow,
    tensors: Readonly<Record<string, Tensor>>,
    statics: unknown,
  ): Readonly<Record<string, Tensor>>;
}

/**
 * Declares the reference of one function: `reference<typeof Starter.muHat>()({ prepare, compute, finish })`.
 * The first pair of parentheses fixes the signature, the second lets the compiler infer names of tensors, statics and kept.
 */
export function reference<F extends AnyFunction>() {
  return <
    const Tensors extends Readonly<Record<string, NestedNumbers>>,
    Outputs extends Readonly<Record<string, Tensor>>,
    Statics = undefined,
    Kept = undefined,
  >(parts: {
    readonly prepare: (...args: Parameters<F>) => Prepared<Tensors, Statics, Kept>;
    readonly compute: (
      tf: TensorFlow,
      tensors: { readonly [Name in keyof Tensors]: Tensor },
      statics: Statics,
    ) => Outputs;
    readonly finish: (
      outputs: { readonly [Name in keyof Outputs]: NestedNumbers },
      kept: Kept,
    ) => ReturnType<F>;
    readonly steps?: (
      tf: TensorFlow,
      tensors: { readonly [Name in keyof Tensors]: Tensor },
      statics: Statics,
    ) => Readonly<Record<string, Tensor>>;
    // the names are checked above; the host that runs it knows records only
  }): FunctionReference => parts;
}

/** The names of a module's exported functions. */
export type FunctionNames<Module> = {
  [Name in keyof Module]: Module[Name] extends AnyFunction ? Name : never;
}[keyof Module];

/** Declares an exercise's references, one for each function of the starter: `export default defineReference<typeof Starter>({ ... })`. */
export function defineReference<Module>(
  references: Readonly<Record<FunctionNames<Module> & string, FunctionReference>>,
): Readonly<Record<string, FunctionReference>> {
  return references;
}
