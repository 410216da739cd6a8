import { createRng } from "#sdk/random.ts";
import { sites, type State } from "./state.ts";

/** From place to place one spin is turned over, so that most flips lead to a neighbour. */
export const order = [0, 1, 3, 2, 6, 7, 5, 4];

export function placeOf(state: number): number {
  return order.indexOf(state);
}

/** "+−−": spin 0 first. */
export function nameOf(state: number): string {
  return sites.map((_, i) => (isUp(state, i) ? "+" : "−")).join("");
}

export function isUp(state: number, i: number): boolean {
  return ((state >> i) & 1) === 1;
}

/** The two ends of every flip, the one with the spin down first. */
export const flips = order
  .flatMap((down) => sites.map((_, i) => ({ i, down, up: down | (1 << i) })))
  .filter(({ down, up }) => down !== up);

/** The target e^-E / Z, which three spins allow to be counted out. */
export function targetOf(energies: readonly number[]): number[] {
  const lowest = Math.min(...energies);
  const weights = energies.map((energy) => Math.exp(lowest - energy));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Three decimals, in (0, 1). */
export function uniformsOf(seed: number | string, count: number): number[][] {
  const rng = createRng(`metropolis ${seed}`);
  return rng.matrix(count, 3, () => rng.integer(1, 999) / 1000);
}

/** What the statement's rule proposes from a state. */
export interface Proposal {
  readonly i: number;
  readonly to: number;
  readonly forward: number;
  readonly backward: number;
}

export function proposalFrom(
  from: number,
  [forSite = 0, forSpin = 0]: readonly number[],
  up: number,
): Proposal {
  let [i, below] = [0, sites[0] ?? 0];
  while (forSite >= below && i < sites.length - 1) below += at(sites, ++i);
  const to = forSpin < up ? from | (1 << i) : from & ~(1 << i);
  return { i, to, ...chances(from, to, i, up) };
}

/** c(to|from) and c(from|to). */
export function chances(from: number, to: number, i: number, up: number) {
  const towards = (state: number) => at(sites, i) * (isUp(state, i) ? up : 1 - up);
  return { forward: towards(to), backward: towards(from) };
}

export function isState(value: number | undefined, { energies }: State): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0 && value < energies.length;
}

export function at(values: readonly number[], index: number): number {
  return values[index] ?? NaN;
}
