import type { Rbm } from "../starter.ts";

/** What a machine of four and four units does, counted over all of its states: what CD-1 only estimates. */

/** All 2^n states of n units, the first unit changing slowest. */
export function statesOf(n: number): number[][] {
  return Array.from({ length: 2 ** n }, (_, index) =>
    Array.from({ length: n }, (__, k) => ((index >> (n - 1 - k)) & 1) * 2 - 1),
  );
}

/** q(x) of every x in `X`, normalised over them: the sum over z is taken term by term. */
export function marginal(rbm: Rbm, X: readonly number[][]): number[] {
  const Z = statesOf(rbm.c.length);
  const exponents = X.map((x) => Z.map((z) => exponent(rbm, x, z)));
  const most = Math.max(...exponents.flat());
  return normalised(exponents.map((row) => row.reduce((sum, value) => sum + Math.exp(value - most), 0)));
}

/** x'Wz + b'x + c'z */
function exponent({ W, b, c }: Rbm, x: readonly number[], z: readonly number[]): number {
  const coupled = x.reduce((sum, xk, k) => sum + xk * (at(b, k) + dot(W[k] ?? [], z)), 0);
  return coupled + dot(c, z);
}

/** The averages of x z', x and z, where x is in row i of `X` with probability p[i] and z stands for its mean. */
export function averages(X: readonly number[][], Z: readonly number[][], p: readonly number[]): Rbm {
  const mean = (term: (row: number) => number): number =>
    p.reduce((sum, weight, row) => sum + weight * term(row), 0);
  const visible = [...(X[0] ?? []).keys()];
  const hidden = [...(Z[0] ?? []).keys()];
  return {
    W: visible.map((k) => hidden.map((l) => mean((row) => at(X[row], k) * at(Z[row], l)))),
    b: visible.map((k) => mean((row) => at(X[row], k))),
    c: hidden.map((l) => mean((row) => at(Z[row], l))),
  };
}

/** <z> given each row. */
export function meansOf({ W, c }: Rbm, X: readonly number[][]): number[][] {
  return X.map((x) => {
    const fields = [...c];
    // by rows of W: a run has no time to gather its columns
    W.forEach((weights, k) => {
      const unit = at(x, k);
      for (let l = 0; l < fields.length; l++) fields[l] = at(fields, l) + unit * at(weights, l);
    });
    return fields.map((a) => Math.tanh(a));
  });
}

/** KL(p || q) in nats. */
export function divergence(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, share, i) => (share > 0 ? sum + share * Math.log(share / at(q, i)) : sum), 0);
}

export function normalised(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** p + factor * q, parameter by parameter. */
export function moved(p: Rbm, factor: number, q: Rbm): Rbm {
  const add = (some: readonly number[], others: readonly number[] = []): number[] =>
    some.map((value, i) => value + factor * at(others, i));
  return { W: p.W.map((row, k) => add(row, q.W[k])), b: add(p.b, q.b), c: add(p.c, q.c) };
}

export interface Batch {
  readonly X: number[][];
  readonly uHidden: number[][];
  readonly uVisible: number[][];
}

/** The right update, as a yardstick for a run: one block step from each row, means in the statistics. */
export function rightUpdate(rbm: Rbm, batch: Batch, rate: number): Rbm {
  const { X } = batch;
  const after = blockStep(rbm, batch);
  const even = X.map(() => 1 / X.length);
  const [data, model] = [averages(X, meansOf(rbm, X), even), averages(after, meansOf(rbm, after), even)];
  return moved(rbm, rate, moved(data, -1, model));
}

/** x -> z -> x', each unit by its own uniform number. */
export function blockStep(rbm: Rbm, { X, uHidden, uVisible }: Batch): number[][] {
  const turned = { W: rbm.c.map((_, l) => rbm.W.map((row) => at(row, l))), b: rbm.c, c: rbm.b };
  return drawn(meansOf(turned, drawn(meansOf(rbm, X), uHidden)), uVisible);
}

/** A unit of this mean is +1 with probability (1 + mean) / 2. */
function drawn(means: readonly number[][], u: readonly number[][]): number[][] {
  return means.map((row, n) => row.map((mean, i) => (at(u[n], i) < (1 + mean) / 2 ? 1 : -1)));
}

export function isModel(rbm: Rbm | undefined, [N, H]: readonly [number, number]): rbm is Rbm {
  if (rbm === undefined) return false;
  const fits = (values: readonly number[], length: number): boolean =>
    values.length === length && values.every(Number.isFinite);
  return rbm.W.length === N && rbm.W.every((row) => fits(row, H)) && fits(rbm.b, N) && fits(rbm.c, H);
}

/** Short enough to travel with every frame. */
export function rounded(rbm: Rbm, digits = 5): Rbm {
  const short = (value: number): number => Number(value.toFixed(digits));
  return { W: rbm.W.map((row) => row.map(short)), b: rbm.b.map(short), c: rbm.c.map(short) };
}

export function at(values: readonly number[] | undefined, index: number): number {
  return values?.[index] ?? NaN;
}

function dot(some: readonly number[], others: readonly number[]): number {
  return some.reduce((sum, value, index) => sum + value * at(others, index), 0);
}
