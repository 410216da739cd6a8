// wrong: freeEnergy: cosh-overflow

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

function sigmoid(v: number): number {
  return 1 / (1 + Math.exp(-v));
}

function softplus(v: number): number {
  return Math.log1p(Math.exp(v));
}

function fieldAt(rbm: Rbm, x: number[], l: number): number {
  return x.reduce((s, xk, k) => s + xk * rbm.W[k][l], rbm.c[l]);
}

export function hiddenMean(rbm: Rbm, X: number[][]): number[][] {
  return X.map((x) => rbm.c.map((_, l) => 2 * sigmoid(2 * fieldAt(rbm, x, l)) - 1));
}

export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  return X.map((x, n) => rbm.c.map((_, l) => (u[n][l] < sigmoid(2 * fieldAt(rbm, x, l)) ? 1 : -1)));
}

export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  return Z.map((z, n) =>
    rbm.W.map((weights, k) => {
      const a = weights.reduce((s, w, l) => s + w * z[l], rbm.b[k]);
      return u[n][k] < sigmoid(2 * a) ? 1 : -1;
    }),
  );
}

export function freeEnergy(rbm: Rbm, X: number[][]): number[] {
  // log(2 cosh a) = softplus(2a) - a
  return X.map((x) => {
    const bias = x.reduce((s, xk, k) => s + xk * rbm.b[k], 0);
    const hidden = rbm.c.reduce((s, _, l) => {
      const a = fieldAt(rbm, x, l);
      return s + softplus(2 * a) - a;
    }, 0);
    return -(bias + hidden);
  });
}

export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  const B = X.length;
  const W = rbm.W.map((row) => row.map(() => 0));
  const b = rbm.b.map(() => 0);
  const c = rbm.c.map(() => 0);
  for (let n = 0; n < B; n++) {
    // one data row at a time
    const v0 = X[n];
    const [z] = sampleHidden(rbm, [v0], [uHidden[n]]);
    const [v1] = sampleVisible(rbm, [z], [uVisible[n]]);
    const [h0, h1] = hiddenMean(rbm, [v0, v1]);
    for (let k = 0; k < b.length; k++) {
      b[k] += (v0[k] - v1[k]) / B;
      for (let l = 0; l < c.length; l++) W[k][l] += (v0[k] * h0[l] - v1[k] * h1[l]) / B;
    }
    for (let l = 0; l < c.length; l++) c[l] += (h0[l] - h1[l]) / B;
  }
  return { W, b, c };
}

export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm {
  const { W, b, c } = cd1Gradient(rbm, X, uHidden, uVisible);
  return {
    W: rbm.W.map((row, k) => row.map((w, l) => w + learningRate * W[k][l])),
    b: rbm.b.map((v, k) => v + learningRate * b[k]),
    c: rbm.c.map((v, l) => v + learningRate * c[l]),
  };
}
