/** Only the hidden side is written; the visible side is the hidden side of the model seen in a mirror. */

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

function mirrored({ W, b, c }: Rbm): Rbm {
  return { W: c.map((_, l) => W.map((row) => row[l])), b: c, c: b };
}

export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  return sampleHidden(mirrored(rbm), Z, u);
}

export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  return hiddenMean(rbm, X).map((row, n) => row.map((mean, l) => (2 * u[n][l] - 1 < mean ? 1 : -1)));
}

export function hiddenMean({ W, c }: Rbm, X: number[][]): number[][] {
  return X.map((x) => {
    const field = c.slice();
    for (let k = 0; k < x.length; k++) {
      // a spin only adds or takes away its row of weights
      for (let l = 0; l < field.length; l++) field[l] += x[k] > 0 ? W[k][l] : -W[k][l];
    }
    return field.map((a) => Math.tanh(a));
  });
}

/** log 2 cosh a = log 2 - log(1 - m^2) / 2 would lose m near 1, so the field itself is used. */
export function freeEnergy({ W, b, c }: Rbm, X: number[][]): number[] {
  return X.map((x) => {
    const terms = c.map((bias, l) => {
      const a = W.reduce((sum, row, k) => sum + row[l] * x[k], bias);
      return Math.max(a, -a) + Math.log1p(Math.exp(-Math.abs(2 * a)));
    });
    return [...terms, ...b.map((bias, k) => bias * x[k])].reduce((energy, term) => energy - term, 0);
  });
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
    W: W.map((row, k) => row.map((slope, l) => learningRate * slope + rbm.W[k][l])),
    b: b.map((slope, k) => learningRate * slope + rbm.b[k]),
    c: c.map((slope, l) => learningRate * slope + rbm.c[l]),
  };
}

export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  const after = sampleVisible(rbm, sampleHidden(rbm, X, uHidden), uVisible);
  // one signed batch of 2B rows: the data count +1/B, the rows after the step -1/B
  const rows = [...X, ...after];
  const means = hiddenMean(rbm, rows);
  const share = rows.map((_, n) => (n < X.length ? 1 : -1) / X.length);
  const total = (term: (n: number) => number) => share.reduce((sum, weight, n) => sum + weight * term(n), 0);
  return {
    W: rbm.W.map((row, k) => row.map((_, l) => total((n) => rows[n][k] * means[n][l]))),
    b: rbm.b.map((_, k) => total((n) => rows[n][k])),
    c: rbm.c.map((_, l) => total((n) => means[n][l])),
  };
}
