/** Recursion over lists instead of loops, with accumulators as default parameters. */

export type Rbm = { W: number[][]; b: number[]; c: number[] };

function dot(p: number[], q: number[], i = 0, total = 0): number {
  return i === p.length ? total : dot(p, q, i + 1, total + p[i] * q[i]);
}

function columns(rows: number[][], l = 0): number[][] {
  return l === rows[0].length ? [] : [rows.map((row) => row[l]), ...columns(rows, l + 1)];
}

/** The fields that `values` make through `weights`, one list of weights per unit. */
function fields(weights: number[][], biases: number[], values: number[]): number[] {
  if (biases.length === 0) return [];
  const [first, ...others] = weights;
  const [bias, ...rest] = biases;
  return [dot(first, values, 0, bias), ...fields(others, rest, values)];
}

function choose([a, ...field]: number[], [u, ...others]: number[]): number[] {
  if (a === undefined) return [];
  // the upper tail is exact: 1 - P = 1 / (1 + e^2a)
  const value = 1 - u > 1 / (1 + Math.exp(2 * a)) ? 1 : -1;
  return [value, ...choose(field, others)];
}

export function hiddenMean(rbm: Rbm, [x, ...others]: number[][]): number[][] {
  if (x === undefined) return [];
  return [fields(columns(rbm.W), rbm.c, x).map((a) => Math.tanh(a)), ...hiddenMean(rbm, others)];
}

export function sampleHidden(rbm: Rbm, [x, ...others]: number[][], [u, ...rest]: number[][]): number[][] {
  if (x === undefined) return [];
  return [choose(fields(columns(rbm.W), rbm.c, x), u), ...sampleHidden(rbm, others, rest)];
}

export function sampleVisible(rbm: Rbm, [z, ...others]: number[][], [u, ...rest]: number[][]): number[][] {
  if (z === undefined) return [];
  return [choose(fields(rbm.W, rbm.b, z), u), ...sampleVisible(rbm, others, rest)];
}

export function freeEnergy(rbm: Rbm, [x, ...others]: number[][]): number[] {
  if (x === undefined) return [];
  const logTwoCosh = (a: number): number => (a < 0 ? logTwoCosh(-a) : a + Math.log1p(Math.exp(-2 * a)));
  const sum = ([a, ...rest]: number[]): number => (a === undefined ? 0 : logTwoCosh(a) + sum(rest));
  return [-dot(rbm.b, x) - sum(fields(columns(rbm.W), rbm.c, x)), ...freeEnergy(rbm, others)];
}

/** Halves the batch until a single row is left; means of halves are joined by their sizes. */
export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  if (X.length === 1) {
    const [xAfter] = sampleVisible(rbm, sampleHidden(rbm, X, uHidden), uVisible);
    const [z, zAfter] = hiddenMean(rbm, [X[0], xAfter]);
    return {
      W: X[0].map((value, k) => z.map((mean, l) => value * mean - xAfter[k] * zAfter[l])),
      b: X[0].map((value, k) => value - xAfter[k]),
      c: z.map((mean, l) => mean - zAfter[l]),
    };
  }
  const half = X.length >> 1;
  const part = (from: number, to: number) =>
    cd1Gradient(rbm, X.slice(from, to), uHidden.slice(from, to), uVisible.slice(from, to));
  return mixed(part(0, half), half / X.length, part(half, X.length), 1 - half / X.length);
}

function mixed(p: Rbm, ofP: number, q: Rbm, ofQ: number): Rbm {
  const mix = (left: number[], right: number[]) => left.map((value, i) => ofP * value + ofQ * right[i]);
  return { W: p.W.map((row, k) => mix(row, q.W[k])), b: mix(p.b, q.b), c: mix(p.c, q.c) };
}

export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm {
  return mixed(rbm, 1, cd1Gradient(rbm, X, uHidden, uVisible), learningRate);
}
