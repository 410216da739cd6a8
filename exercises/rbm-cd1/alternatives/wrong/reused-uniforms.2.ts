// wrong: cd1Gradient: reused-uniforms

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

function fieldOnHidden(rbm: Rbm, x: number[]): number[] {
  return rbm.c.map((bias, l) => {
    let a = bias;
    x.forEach((xk, k) => {
      a += xk * rbm.W[k][l];
    });
    return a;
  });
}

function fieldOnVisible(rbm: Rbm, z: number[]): number[] {
  return rbm.b.map((bias, k) => {
    let a = bias;
    z.forEach((zl, l) => {
      a += rbm.W[k][l] * zl;
    });
    return a;
  });
}

function probabilityOfPlus(a: number): number {
  // e^a / (e^a + e^-a), divided through by the larger of the two
  if (a >= 0) return 1 / (1 + Math.exp(-2 * a));
  const e = Math.exp(2 * a);
  return e / (1 + e);
}

function drawUnit(a: number, u: number): number {
  return u < probabilityOfPlus(a) ? 1 : -1;
}

function logTwoCosh(a: number): number {
  const top = Math.max(a, -a);
  return top + Math.log(Math.exp(a - top) + Math.exp(-a - top));
}

function statistics(X: number[][], Z: number[][]): Rbm {
  const mean = (f: (n: number) => number): number => X.reduce((s, _, n) => s + f(n), 0) / X.length;
  return {
    W: X[0].map((_, k) => Z[0].map((_, l) => mean((n) => X[n][k] * Z[n][l]))),
    b: X[0].map((_, k) => mean((n) => X[n][k])),
    c: Z[0].map((_, l) => mean((n) => Z[n][l])),
  };
}

function combine(p: Rbm, scale: number, q: Rbm): Rbm {
  return {
    W: p.W.map((row, k) => row.map((v, l) => v + scale * q.W[k][l])),
    b: p.b.map((v, k) => v + scale * q.b[k]),
    c: p.c.map((v, l) => v + scale * q.c[l]),
  };
}

export function hiddenMean(rbm: Rbm, X: number[][]): number[][] {
  return X.map((x) => fieldOnHidden(rbm, x).map((a) => Math.tanh(a)));
}

export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  return X.map((x, n) => fieldOnHidden(rbm, x).map((a, l) => drawUnit(a, u[n][l])));
}

export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  return Z.map((z, n) => fieldOnVisible(rbm, z).map((a, k) => drawUnit(a, u[n][k])));
}

export function freeEnergy(rbm: Rbm, X: number[][]): number[] {
  return X.map((x) => {
    let minusF = 0;
    x.forEach((xk, k) => {
      minusF += rbm.b[k] * xk;
    });
    for (const a of fieldOnHidden(rbm, x)) minusF += logTwoCosh(a);
    return -minusF;
  });
}

export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  const z = sampleHidden(rbm, X, uVisible);
  const reconstruction = sampleVisible(rbm, z, uVisible);
  const positive = statistics(X, hiddenMean(rbm, X));
  const negative = statistics(reconstruction, hiddenMean(rbm, reconstruction));
  return combine(positive, -1, negative);
}

export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm {
  return combine(rbm, learningRate, cd1Gradient(rbm, X, uHidden, uVisible));
}
