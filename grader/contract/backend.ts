import type { Arguments, Value } from "./values.ts";

/** The rungs of the ladder, best first: all of them compute in float32. */
export const rungs = ["node-gpu", "webgpu", "node", "wasm", "cpu"] as const;
export type Rung = (typeof rungs)[number];

export interface Backend {
  readonly rung: Rung;
  readonly device: string; // as the driver names it
  readonly hardware: boolean; // true where an accelerator does the arithmetic
}

/** What probing one rung in a throwaway process found: upload, compute and read-back agreed with float64, or why not. */
export type Probe =
  | { readonly rung: Rung; readonly ok: true; readonly backend: Backend; readonly wallMs: number }
  | { readonly rung: Rung; readonly ok: false; readonly why: string; readonly wallMs: number };

/** Instances of one function's inputs, all of one shape: one launch on the device. */
export interface ReferenceBatch {
  readonly function: string;
  readonly instances: readonly Arguments[];
  /** For the law that the device does the work: `compute` gives zeros. */
  readonly zeroed?: boolean;
  /** Asks for the reference's named intermediate values, as a record, instead of the result. */
  readonly steps?: boolean;
}

/** Runs an exercise's reference in its own process. One list of outputs per batch, in order. */
export interface References {
  readonly backend: Backend;
  compute(referencePath: string, batches: readonly ReferenceBatch[]): Promise<readonly (readonly Value[])[]>;
  close(): Promise<void>;
}
