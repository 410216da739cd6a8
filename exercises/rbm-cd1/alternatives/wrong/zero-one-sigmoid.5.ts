// wrong: hiddenMean, sampleHidden, sampleVisible: zero-one-sigmoid

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

export function hiddenMean(rbm: Rbm, X: number[][]): number[][] {
  const result: number[][] = [];
  for (let n = 0; n < X.length; n++) {
    const row: number[] = [];
    for (let l = 0; l < rbm.c.length; l++) {
      let a = rbm.c[l];
      for (let k = 0; k < rbm.b.length; k++) a += X[n][k] * rbm.W[k][l];
      row.push(1 / (1 + Math.exp(-a)));
    }
    result.push(row);
  }
  return result;
}

export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  const P = hiddenMean(rbm, X);
  const result: number[][] = [];
  for (let n = 0; n < X.length; n++) {
    const row: number[] = [];
    for (let l = 0; l < P[n].length; l++) row.push(u[n][l] < P[n][l] ? 1 : -1);
    result.push(row);
  }
  return result;
}

export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  const result: number[][] = [];
  for (let n = 0; n < Z.length; n++) {
    const row: number[] = [];
    for (let k = 0; k < rbm.b.length; k++) {
      let a = rbm.b[k];
      for (let l = 0; l < rbm.c.length; l++) a += rbm.W[k][l] * Z[n][l];
      row.push(u[n][k] < 1 / (1 + Math.exp(-a)) ? 1 : -1);
    }
    result.push(row);
  }
  return result;
}

export function freeEnergy(rbm: Rbm, X: number[][]): number[] {
  const F: number[] = [];
  for (let n = 0; n < X.length; n++) {
    let f = 0;
    for (let k = 0; k < rbm.b.length; k++) f -= rbm.b[k] * X[n][k];
    for (let l = 0; l < rbm.c.length; l++) {
      let a = rbm.c[l];
      for (let k = 0; k < rbm.b.length; k++) a += X[n][k] * rbm.W[k][l];
      f -= Math.abs(a) + Math.log1p(Math.exp(-2 * Math.abs(a)));
    }
    F.push(f);
  }
  return F;
}

export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  const B = X.length;
  const N = rbm.b.length;
  const H = rbm.c.length;
  const Z = sampleHidden(rbm, X, uHidden);
  const X1 = sampleVisible(rbm, Z, uVisible);
  const M0 = hiddenMean(rbm, X);
  const M1 = hiddenMean(rbm, X1);
  const W: number[][] = [];
  const b: number[] = [];
  const c: number[] = [];
  for (let k = 0; k < N; k++) {
    W.push([]);
    for (let l = 0; l < H; l++) {
      let s = 0;
      for (let n = 0; n < B; n++) s += X[n][k] * M0[n][l] - X1[n][k] * M1[n][l];
      W[k].push(s / B);
    }
  }
  for (let k = 0; k < N; k++) {
    let s = 0;
    for (let n = 0; n < B; n++) s += X[n][k] - X1[n][k];
    b.push(s / B);
  }
  for (let l = 0; l < H; l++) {
    let s = 0;
    for (let n = 0; n < B; n++) s += M0[n][l] - M1[n][l];
    c.push(s / B);
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
  const g = cd1Gradient(rbm, X, uHidden, uVisible);
  const W: number[][] = [];
  for (let k = 0; k < rbm.W.length; k++) {
    W.push([]);
    for (let l = 0; l < rbm.W[k].length; l++) W[k].push(rbm.W[k][l] + learningRate * g.W[k][l]);
  }
  const b: number[] = [];
  for (let k = 0; k < rbm.b.length; k++) b.push(rbm.b[k] + learningRate * g.b[k]);
  const c: number[] = [];
  for (let l = 0; l < rbm.c.length; l++) c.push(rbm.c[l] + learningRate * g.c[l]);
  return { W, b, c };
}
