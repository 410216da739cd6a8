// wrong: cd1Gradient: weights-transposed

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

function hiddenField(rbm: Rbm, x: ArrayLike<number>): Float64Array {
  const a = Float64Array.from(rbm.c);
  for (let k = 0; k < x.length; k++) {
    const weights = rbm.W[k];
    for (let l = 0; l < a.length; l++) a[l] += x[k] * weights[l];
  }
  return a;
}

function visibleField(rbm: Rbm, z: ArrayLike<number>): Float64Array {
  const a = Float64Array.from(rbm.b);
  for (let k = 0; k < a.length; k++) {
    const weights = rbm.W[k];
    for (let l = 0; l < z.length; l++) a[k] += weights[l] * z[l];
  }
  return a;
}

export function hiddenMean(rbm: Rbm, X: number[][]): number[][] {
  return X.map((x) => Array.from(hiddenField(rbm, x), Math.tanh));
}

export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  // u < P is the same as 2u - 1 < tanh(a)
  return X.map((x, n) => Array.from(hiddenField(rbm, x), (a, l) => (2 * u[n][l] - 1 < Math.tanh(a) ? 1 : -1)));
}

export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  return Z.map((z, n) => Array.from(visibleField(rbm, z), (a, k) => (2 * u[n][k] - 1 < Math.tanh(a) ? 1 : -1)));
}

export function freeEnergy(rbm: Rbm, X: number[][]): number[] {
  return X.map((x) => {
    let f = 0;
    for (let k = 0; k < x.length; k++) f -= rbm.b[k] * x[k];
    hiddenField(rbm, x).forEach((a) => {
      const m = Math.abs(a);
      f -= m + Math.log(1 + Math.exp(-2 * m));
    });
    return f;
  });
}

export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  const Y = sampleVisible(rbm, sampleHidden(rbm, X, uHidden), uVisible);
  const p = hiddenMean(rbm, X);
  const q = hiddenMean(rbm, Y);
  const mean = (f: (n: number) => number): number => Float64Array.from(X, (_, n) => f(n)).reduce((s, v) => s + v) / X.length;
  return {
    W: rbm.c.map((_, l) => rbm.b.map((_, k) => mean((n) => p[n][l] * X[n][k] - q[n][l] * Y[n][k]))),
    b: rbm.b.map((_, k) => mean((n) => X[n][k] - Y[n][k])),
    c: rbm.c.map((_, l) => mean((n) => p[n][l] - q[n][l])),
  };
}

export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm {
  const g = cd1Gradient(rbm, X, uHidden, uVisible);
  const step = (to: number[], by: number[]): number[] => by.map((d, i) => to[i] + learningRate * d);
  return { W: g.W.map((row, i) => step(rbm.W[i], row)), b: step(rbm.b, g.b), c: step(rbm.c, g.c) };
}
