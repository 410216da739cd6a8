import type { SceneEvent } from "#sdk/picture.ts";
import { clamp, short, words } from "#sdk/plot.ts";

/** The encoder's Gaussian for one image with two latent dimensions. */
export interface GaussianState {
  readonly mu: number[];
  readonly logVar: number[];
}

export const muRange = [-3, 3] as const;

export const logVarRange = [-2, 2] as const;

export function change(state: GaussianState, event: SceneEvent): GaussianState {
  if (event.kind === "push" && event.id === "prior") return { mu: [0, 0], logVar: [0, 0] };
  if (event.kind !== "set" && event.kind !== "drag") return state;
  const dimension = Number(event.id.slice(-1));
  const what = event.id.slice(0, -1);
  if (event.kind === "set") {
    if (what === "mu") return moved(state, dimension, { mu: Number(event.value) });
    return what === "logVar" ? moved(state, dimension, { logVar: Number(event.value) }) : state;
  }
  if (what === "peak") return moved(state, dimension, { mu: event.x, logVar: logVarOfPeak(event.y) });
  return what === "place" ? moved(state, dimension, { mu: event.x, logVar: event.y }) : state;
}

function moved(
  { mu, logVar }: GaussianState,
  dimension: number,
  to: { readonly mu?: number; readonly logVar?: number },
): GaussianState {
  const set = (values: number[], value: number | undefined, range: readonly [number, number]): number[] =>
    value === undefined
      ? values
      : values.map((old, j) => (j === dimension ? rounded(clamp(value, ...range)) : old));
  return { mu: set(mu, to.mu, muRange), logVar: set(logVar, to.logVar, logVarRange) };
}

/** To two digits, and 0 without a sign. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** The height of a Gaussian's top tells its variance. */
export function peakOf(logVar: number): number {
  return 1 / Math.sqrt(2 * Math.PI * Math.exp(logVar));
}

function logVarOfPeak(height: number): number {
  return -Math.log(2 * Math.PI * height ** 2);
}

export function placeName(mu: number, logVar: number) {
  return words(
    `mu = ${short(mu)}, logVar = ${short(logVar)}`,
    `mu = ${short(mu)}、logVar = ${short(logVar)}`,
  );
}
