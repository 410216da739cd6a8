import type { Call, Shown } from "#sdk/picture.ts";
import type * as Starter from "../starter.ts";

/** Each page keeps its own part, so that a look at the other one loses nothing. */
export interface State {
  readonly view: "cooling" | "step";
  readonly run: Run;
  readonly one: Step;
}

/** A population on its way down. */
export interface Run {
  readonly rule: "half" | "always" | "never";
  readonly seed: number;
  readonly round: number;
  /** Where each copy is, and from which of the first copies it comes. */
  readonly sites: number[];
  readonly families: number[];
  /** Its log-weight since the population was last drawn anew. */
  readonly logs: number[];
  /** The estimate of log Z gathered up to then. */
  readonly gathered: number;
  readonly history: readonly Round[];
}

/** What the student's functions said of one round; null where they gave no number. */
export interface Round {
  readonly estimate: number | null;
  readonly size: number | null;
  readonly resampled: boolean;
}

/** A single step of a few copies, everything to be dragged. */
export interface Step {
  readonly energies: number[];
  readonly betaFrom: number;
  readonly betaTo: number;
  /** Added to all of the log-weights before the step. */
  readonly shift: number;
  readonly u: number;
}

export type Asked = Call<typeof Starter>;
export type Drawing = Shown<typeof Starter, State>;
export type Functions = Drawing["student"];
