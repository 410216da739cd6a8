// wrong: cd1Gradient: phases-swapped

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

function sigmoid(v: number): number {
  return 1 / (1 + Math.exp(-v));
}

function softplus(v: number): number {
  return v > 0 ? v + Math.log1p(Math.exp(-v)) : Math.log1p(Math.exp(v));
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
  const X1 = sampleVisible(rbm, sampleHidden(rbm, X, uHidden), uVisible);
  const h = { data: hiddenMean(rbm, X), model: hiddenMean(rbm, X1) };
  const mean = (f: (n: number) => number): number => X.reduce((s, _, n) => s + f(n) / X.length, 0);
  return {
    W: rbm.W.map((row, k) => row.map((_, l) => mean((n) => X1[n][k] * h.model[n][l] - X[n][k] * h.data[n][l]))),
    b: rbm.b.map((_, k) => mean((n) => X1[n][k] - X[n][k])),
    c: rbm.c.map((_, l) => mean((n) => h.model[n][l] - h.data[n][l])),
  };
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
