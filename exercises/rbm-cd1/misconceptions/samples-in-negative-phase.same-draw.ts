/** Puts the z that the block step was made from into the statistics after it, where the mean of a new z belongs. */

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

export function hiddenMean(rbm: Rbm, X: number[][]): number[][] {
  return X.map((x) => hiddenField(rbm, x).map((a) => Math.tanh(a)));
}

export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  return X.map((x, n) => draw(hiddenField(rbm, x), row(u, n)));
}

export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  return Z.map((z, n) => draw(visibleField(rbm, z), row(u, n)));
}

export function freeEnergy(rbm: Rbm, X: number[][]): number[] {
  return X.map((x) => {
    let energy = -dot(rbm.b, x);
    for (const a of hiddenField(rbm, x)) energy -= logTwoCosh(a);
    return energy;
  });
}

export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  const Z = sampleHidden(rbm, X, uHidden);
  const XAfter = sampleVisible(rbm, Z, uVisible);
  const data = statistics(X, hiddenMean(rbm, X));
  const after = statistics(XAfter, Z);
  return plus(data, -1, after);
}

export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm {
  return plus(rbm, learningRate, cd1Gradient(rbm, X, uHidden, uVisible));
}

/** a_l = sum_k x_k W_kl + c_l */
function hiddenField({ W, c }: Rbm, x: number[]): number[] {
  return c.map((bias, l) => bias + dot(column(W, l), x));
}

/** sum_l W_kl z_l + b_k */
function visibleField({ W, b }: Rbm, z: number[]): number[] {
  return b.map((bias, k) => bias + dot(row(W, k), z));
}

/** +1 where u < P = e^a / (2 cosh a) = 1 / (1 + e^-2a), else -1 */
function draw(field: number[], u: number[]): number[] {
  return field.map((a, i) => (entry(u, i) < 1 / (1 + Math.exp(-2 * a)) ? 1 : -1));
}

/** log(2 cosh a) = |a| + log(1 + e^-2|a|) */
function logTwoCosh(a: number): number {
  return Math.abs(a) + Math.log1p(Math.exp(-2 * Math.abs(a)));
}

/** Means over the batch of x z', x and z. */
function statistics(X: number[][], Z: number[][]): Rbm {
  const B = X.length;
  const columnsOfX = row(X, 0).map((_, k) => column(X, k));
  const columnsOfZ = row(Z, 0).map((_, l) => column(Z, l));
  return {
    W: columnsOfX.map((xk) => columnsOfZ.map((zl) => dot(xk, zl) / B)),
    b: columnsOfX.map((xk) => sum(xk) / B),
    c: columnsOfZ.map((zl) => sum(zl) / B),
  };
}

/** A fresh model with parameters p + factor * q. */
function plus(p: Rbm, factor: number, q: Rbm): Rbm {
  const add = (left: number[], right: number[]) => left.map((value, i) => value + factor * entry(right, i));
  return { W: p.W.map((left, k) => add(left, row(q.W, k))), b: add(p.b, q.b), c: add(p.c, q.c) };
}

function dot(left: number[], right: number[]): number {
  let total = 0;
  for (const [i, value] of left.entries()) total += value * entry(right, i);
  return total;
}

function sum(values: number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function entry(values: number[], i: number): number {
  return values[i] ?? Number.NaN;
}

function row(matrix: number[][], n: number): number[] {
  return matrix[n] ?? [];
}

function column(matrix: number[][], l: number): number[] {
  return matrix.map((values) => entry(values, l));
}
