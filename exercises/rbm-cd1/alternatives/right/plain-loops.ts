/** Nested loops over indexes, nothing shared between the functions but the sampling rule. */

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

export function hiddenMean(rbm: Rbm, X: number[][]): number[][] {
  const result: number[][] = [];
  for (let n = 0; n < X.length; n++) {
    result[n] = [];
    for (let l = 0; l < rbm.c.length; l++) {
      let a = rbm.c[l];
      for (let k = 0; k < rbm.b.length; k++) a += X[n][k] * rbm.W[k][l];
      result[n][l] = Math.tanh(a);
    }
  }
  return result;
}

export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  const result: number[][] = [];
  for (let n = 0; n < X.length; n++) {
    result[n] = [];
    for (let l = 0; l < rbm.c.length; l++) {
      let a = rbm.c[l];
      for (let k = 0; k < rbm.b.length; k++) a += X[n][k] * rbm.W[k][l];
      result[n][l] = draw(a, u[n][l]);
    }
  }
  return result;
}

export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  const result: number[][] = [];
  for (let n = 0; n < Z.length; n++) {
    result[n] = [];
    for (let k = 0; k < rbm.b.length; k++) {
      let a = rbm.b[k];
      for (let l = 0; l < rbm.c.length; l++) a += rbm.W[k][l] * Z[n][l];
      result[n][k] = draw(a, u[n][k]);
    }
  }
  return result;
}

export function freeEnergy(rbm: Rbm, X: number[][]): number[] {
  const result: number[] = [];
  for (let n = 0; n < X.length; n++) {
    let energy = 0;
    for (let k = 0; k < rbm.b.length; k++) energy -= rbm.b[k] * X[n][k];
    for (let l = 0; l < rbm.c.length; l++) {
      let a = rbm.c[l];
      for (let k = 0; k < rbm.b.length; k++) a += X[n][k] * rbm.W[k][l];
      // log(e^a + e^-a) with the larger exponential taken out
      if (a >= 0) energy -= a + Math.log(1 + Math.exp(-2 * a));
      else energy -= -a + Math.log(1 + Math.exp(2 * a));
    }
    result.push(energy);
  }
  return result;
}

export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  const B = X.length;
  const N = rbm.b.length;
  const H = rbm.c.length;
  const M0 = hiddenMean(rbm, X);
  const X1 = sampleVisible(rbm, sampleHidden(rbm, X, uHidden), uVisible);
  const M1 = hiddenMean(rbm, X1);
  const gradient: Rbm = { W: [], b: [], c: [] };
  for (let k = 0; k < N; k++) {
    gradient.W[k] = [];
    for (let l = 0; l < H; l++) {
      let total = 0;
      for (let n = 0; n < B; n++) total += X[n][k] * M0[n][l] - X1[n][k] * M1[n][l];
      gradient.W[k][l] = total / B;
    }
    let total = 0;
    for (let n = 0; n < B; n++) total += X[n][k] - X1[n][k];
    gradient.b[k] = total / B;
  }
  for (let l = 0; l < H; l++) {
    let total = 0;
    for (let n = 0; n < B; n++) total += M0[n][l] - M1[n][l];
    gradient.c[l] = total / B;
  }
  return gradient;
}

export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm {
  const gradient = cd1Gradient(rbm, X, uHidden, uVisible);
  const next: Rbm = { W: [], b: [], c: [] };
  for (let k = 0; k < rbm.b.length; k++) {
    next.W[k] = [];
    for (let l = 0; l < rbm.c.length; l++) next.W[k][l] = rbm.W[k][l] + learningRate * gradient.W[k][l];
    next.b[k] = rbm.b[k] + learningRate * gradient.b[k];
  }
  for (let l = 0; l < rbm.c.length; l++) next.c[l] = rbm.c[l] + learningRate * gradient.c[l];
  return next;
}

function draw(a: number, u: number): number {
  const P = 1 / (1 + Math.exp(-2 * a));
  if (u < P) return 1;
  return -1;
}
