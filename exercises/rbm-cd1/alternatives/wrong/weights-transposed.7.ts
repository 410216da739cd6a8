// wrong: sampleVisible: weights-transposed

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
  for (let l = 0; l < z.length; l++) {
    const weights = rbm.W[l];
    for (let k = 0; k < a.length; k++) a[k] += weights[k] * z[l];
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
  const N = rbm.b.length;
  const H = rbm.c.length;
  const W = new Float64Array(N * H);
  const b = new Float64Array(N);
  const c = new Float64Array(H);
  const accumulate = (rows: number[][], sign: number): void => {
    hiddenMean(rbm, rows).forEach((m, n) => {
      const x = rows[n];
      const scale = sign / X.length;
      for (let k = 0; k < N; k++) {
        b[k] += scale * x[k];
        for (let l = 0; l < H; l++) W[k * H + l] += scale * x[k] * m[l];
      }
      for (let l = 0; l < H; l++) c[l] += scale * m[l];
    });
  };
  accumulate(X, 1);
  accumulate(sampleVisible(rbm, sampleHidden(rbm, X, uHidden), uVisible), -1);
  return {
    W: Array.from({ length: N }, (_, k) => Array.from(W.subarray(k * H, (k + 1) * H))),
    b: Array.from(b),
    c: Array.from(c),
  };
}

export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm {
  const next: Rbm = { W: rbm.W.map((row) => Array.from(row)), b: Array.from(rbm.b), c: Array.from(rbm.c) };
  const g = cd1Gradient(rbm, X, uHidden, uVisible);
  next.W.forEach((row, k) => {
    for (let l = 0; l < row.length; l++) row[l] += learningRate * g.W[k][l];
  });
  for (let k = 0; k < next.b.length; k++) next.b[k] += learningRate * g.b[k];
  for (let l = 0; l < next.c.length; l++) next.c[l] += learningRate * g.c[l];
  return next;
}
