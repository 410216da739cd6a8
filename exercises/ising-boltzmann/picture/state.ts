import type { Shown } from "#sdk/picture.ts";
import type * as Starter from "../starter.ts";

/** One machine of four spins, and the data that it learns; every page looks at the same one. */
export interface State {
  readonly view: "states" | "learning" | "cooling";
  readonly W: number[][];
  readonly b: number[];
  readonly data: string;
  /** How many rows of the data are in each of the sixteen states. */
  readonly counts: number[];
  readonly rate: number;
  /** Where this run began: the right one is run from there too. */
  readonly from: Machine;
  readonly step: number;
  /** The mean log-likelihood before each step so far; null where it was no number. */
  readonly history: (number | null)[];
}

export interface Machine {
  readonly W: number[][];
  readonly b: number[];
}

export type Drawing = Shown<typeof Starter, State>;
export type Functions = Drawing["student"];
