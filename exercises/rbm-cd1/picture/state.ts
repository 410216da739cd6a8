import { createRng } from "#sdk/random.ts";
import type { Shown } from "#sdk/picture.ts";
import type * as Starter from "../starter.ts";
import type { Rbm } from "../starter.ts";
import type { Batch } from "./exact.ts";

/** Each page keeps its own part, so that a look at another one loses nothing. */
export interface State {
  readonly view: "states" | "unit" | "run";
  readonly toy: Toy;
  readonly unit: Unit;
  readonly run: Run;
}

/** Four visible and four hidden units, and a data set made of rows of the sixteen states. */
export interface Toy {
  readonly data: string;
  /** How often each state comes in the data. */
  readonly counts: number[];
  readonly rbm: Rbm;
  /** Where this run began: the right one is run from there too. */
  readonly from: Rbm;
  /** Row by row in the table of W with b at its right and c below. */
  readonly chosen: number;
  readonly rate: number;
  /** How many chains start from each row. */
  readonly chains: number;
  readonly seed: number;
  readonly step: number;
  /** KL(data || model) after each step so far; null where it was infinite. */
  readonly kl: (number | null)[];
}

export interface Unit {
  /** The largest field that is tried. */
  readonly reach: number;
}

/** A larger machine that learns patterns. */
export interface Run {
  readonly data: string;
  readonly rate: number;
  readonly rbm: Rbm;
  readonly updates: number;
  /** Share of pixels that a block step changes in the patterns shown, at each frame so far; null where there was nothing to see. */
  readonly errors: (number | null)[];
  /** Share of dreams that are patterns, at each frame so far. */
  readonly hits: number[];
  /** Chains that started anywhere and never saw the data. */
  readonly dreams: number[][];
}

export type Drawing = Shown<typeof Starter, State>;
export type Functions = Drawing["student"];

/** A batch and its uniforms: four digits are enough, and no number is 0 or 1. */
export function batchOf(X: number[][], hidden: number, seed: string): Batch {
  const rng = createRng(seed);
  return {
    X,
    uHidden: uniforms(rng, X.length, hidden),
    uVisible: uniforms(rng, X.length, X[0]?.length ?? 0),
  };
}

function uniforms(rng: ReturnType<typeof createRng>, rows: number, columns: number): number[][] {
  return rng.matrix(rows, columns, () => Math.round(rng.uniform(1, 9999)) / 10_000);
}

/** Small parameters, as a machine begins. */
export function youngModel(visible: number, hidden: number, size: number, seed: string): Rbm {
  const rng = createRng(seed);
  const weight = (): number => Math.round(rng.normal(0, size) * 1000) / 1000;
  return {
    W: rng.matrix(visible, hidden, weight),
    b: rng.vector(visible, weight),
    c: rng.vector(hidden, weight),
  };
}
