/** Copies the model once and moves the copy up, sample by sample; the gradient is read off as the way gone at rate 1. */

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

const copyOf = (rbm: Rbm): Rbm => JSON.parse(JSON.stringify(rbm)) as Rbm;

const fieldOn = {
  hidden: (rbm: Rbm, x: number[], l: number): number => {
    let a = 0;
    for (const k in rbm.W) a += rbm.W[k][l] * x[k];
    return a + rbm.c[l];
  },
  visible: (rbm: Rbm, z: number[], k: number): number => {
    let a = 0;
    for (const l in z) a += rbm.W[k][l] * z[l];
    return a + rbm.b[k];
  },
};

/** P(+1), by whichever exponential is small. */
function chance(a: number): number {
  if (a > 0) return 1 / (1 + Math.exp(-2 * a));
  const small = Math.exp(2 * a);
  return small / (1 + small);
}

export const hiddenMean = (rbm: Rbm, X: number[][]): number[][] =>
  X.map((x) => rbm.c.map((_, l) => 2 * chance(fieldOn.hidden(rbm, x, l)) - 1));

export const sampleHidden = (rbm: Rbm, X: number[][], u: number[][]): number[][] =>
  u.map((row, n) => row.map((r, l) => (r >= chance(fieldOn.hidden(rbm, X[n], l)) ? -1 : 1)));

export const sampleVisible = (rbm: Rbm, Z: number[][], u: number[][]): number[][] =>
  u.map((row, n) => row.map((r, k) => (r >= chance(fieldOn.visible(rbm, Z[n], k)) ? -1 : 1)));

/** log(2 cosh a) = -log of the larger probability + |a| */
export const freeEnergy = (rbm: Rbm, X: number[][]): number[] =>
  X.map((x) => {
    let energy = 0;
    x.forEach((value, k) => (energy -= rbm.b[k] * value));
    rbm.c.forEach((_, l) => {
      const size = Math.abs(fieldOn.hidden(rbm, x, l));
      energy += Math.log(chance(size)) - size;
    });
    return energy;
  });

/** Adds rate / B of every sample's contrast to `target`. The chain runs on `rbm`, which stays as it is. */
function climb(target: Rbm, rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][], rate: number): Rbm {
  const after = sampleVisible(rbm, sampleHidden(rbm, X, uHidden), uVisible);
  for (const [rows, sign] of [
    [X, 1],
    [after, -1],
  ] as const) {
    const means = hiddenMean(rbm, rows);
    const step = (sign * rate) / X.length;
    rows.forEach((x, n) => {
      x.forEach((value, k) => {
        target.b[k] += step * value;
        means[n].forEach((mean, l) => (target.W[k][l] += step * value * mean));
      });
      means[n].forEach((mean, l) => (target.c[l] += step * mean));
    });
  }
  return target;
}

export const cd1Gradient = (rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm => {
  const origin = copyOf(rbm);
  origin.W.forEach((row) => row.fill(0));
  origin.b.fill(0);
  origin.c.fill(0);
  return climb(origin, rbm, X, uHidden, uVisible, 1);
};

export const cd1Update = (
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm => climb(copyOf(rbm), rbm, X, uHidden, uVisible, learningRate);
