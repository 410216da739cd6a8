import type { Shown } from "#sdk/picture.ts";
import type * as Starter from "../starter.ts";

/** Three spins, small enough to draw every state, and how far each page has got. */
export interface State {
  readonly view: "step" | "run" | "matrix";
  readonly energies: number[];
  readonly up: number;
  /** The state in which every walk begins. */
  readonly start: number;
  readonly seed: number;
  /** Steps that have been made on the first page, pieces of the long run, and steps of the whole distribution. */
  readonly steps: number;
  readonly pieces: number;
  readonly power: number;
}

export type Drawing = Shown<typeof Starter, State>;
export type Functions = Drawing["student"];

/** Two valleys with a ridge between them, along the order of places. */
export const start: State = {
  view: "step",
  energies: [0.3, -0.7, 1.2, 0.5, 0.9, 0.6, -0.2, -1.4],
  up: 0.35,
  start: 0,
  seed: 39,
  steps: 18,
  pieces: 12,
  power: 6,
};

export const most = { steps: 48, pieces: 20, power: 40 } as const;
export const pieceLength = 100;
export const energyRange = [-2, 2] as const;
export const sites = [0.5, 0.3, 0.2];
