import type { Machine } from "./state.ts";

/** What four spins do, counted over their sixteen states: a yardstick beside the student's functions. */

export const spins = 4;

/** All states of four spins, the first one changing slowest. */
export const states: readonly (readonly number[])[] = Array.from({ length: 2 ** spins }, (_, index) =>
  Array.from({ length: spins }, (__, i) => ((index >> (spins - 1 - i)) & 1) * 2 - 1),
);

export const pairs: readonly (readonly [i: number, j: number])[] = [
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 2],
  [1, 3],
  [2, 3],
];

/** sum W x x + b'x */
export function exponent({ W, b }: Machine, x: readonly number[]): number {
  const coupled = pairs.reduce((total, [i, j]) => total + at(W[i], j) * at(x, i) * at(x, j), 0);
  return b.reduce((total, field, i) => total + field * at(x, i), coupled);
}

export function probabilities(machine: Machine): number[] {
  const exponents = states.map((x) => exponent(machine, x));
  const most = Math.max(...exponents);
  return normalised(exponents.map((value) => Math.exp(value - most)));
}

export interface Moments {
  readonly mean: number[];
  readonly correlation: number[][];
}

/** Averages of x_i and x_i x_j, where state s has the probability p[s]. */
export function momentsOf(p: readonly number[]): Moments {
  const average = (of: (x: readonly number[]) => number): number =>
    states.reduce((total, x, s) => total + at(p, s) * of(x), 0);
  const each = Array.from({ length: spins }, (_, i) => i);
  return {
    mean: each.map((i) => average((x) => at(x, i))),
    correlation: each.map((i) => each.map((j) => average((x) => at(x, i) * at(x, j)))),
  };
}

/** The mean of log q over data that have these shares of the states. */
export function logLikelihood(machine: Machine, shares: readonly number[]): number {
  const q = probabilities(machine);
  return shares.reduce((total, share, s) => (share > 0 ? total + share * Math.log(at(q, s)) : total), 0);
}

/** As high as the likelihood could ever be: minus the entropy of the data. */
export function ceiling(shares: readonly number[]): number {
  return shares.reduce((total, share) => (share > 0 ? total + share * Math.log(share) : total), 0);
}

/** The machine after one step along the right gradient. */
export function rightStep(machine: Machine, shares: readonly number[], rate: number): Machine {
  const [seen, model] = [momentsOf(shares), momentsOf(probabilities(machine))];
  return moved(machine, rate, {
    W: seen.correlation.map((row, i) => row.map((value, j) => value - at(model.correlation[i], j))),
    b: seen.mean.map((value, i) => value - at(model.mean, i)),
  });
}

/** Off the diagonal, which does not count. */
export function moved({ W, b }: Machine, rate: number, by: Machine): Machine {
  return {
    W: W.map((row, i) => row.map((value, j) => (i === j ? value : short(value + rate * at(by.W[i], j))))),
    b: b.map((value, i) => short(value + rate * at(by.b, i))),
  };
}

/** Short enough to travel with every frame. */
function short(value: number): number {
  return Number(value.toFixed(5));
}

export function normalised(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

export function at(values: readonly number[] | undefined, index: number): number {
  return values?.[index] ?? NaN;
}
