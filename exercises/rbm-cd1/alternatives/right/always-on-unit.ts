/** The biases as weights to one more unit that is always +1: a single (N+1) x (H+1) matrix, a single gradient. */

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

/** [[W, b], [c', 0]] */
function joined({ W, b, c }: Rbm): number[][] {
  return [...W.map((row, k) => [...row, b[k]]), [...c, 0]];
}

function parted(M: number[][]): Rbm {
  const N = M.length - 1;
  return {
    W: M.slice(0, N).map((row) => row.slice(0, -1)),
    b: M.slice(0, N).map((row) => row[row.length - 1]),
    c: M[N].slice(0, -1),
  };
}

const withOne = (row: number[]): number[] => [...row, 1];

/** Fields on the hidden units, the always-on unit's own left off. */
function down(M: number[][], x: number[]): number[] {
  const total = new Array<number>(M[0].length).fill(0);
  withOne(x).forEach((value, k) => M[k].forEach((weight, l) => (total[l] += value * weight)));
  return total.slice(0, -1);
}

function up(M: number[][], z: number[]): number[] {
  const extended = withOne(z);
  return M.slice(0, -1).map((row) => row.reduce((sum, weight, l) => sum + weight * extended[l], 0));
}

const pick = (u: number[]) => (a: number, i: number) => (Math.sign(1 / (1 + Math.exp(-(a + a))) - u[i]) > 0 ? 1 : -1);

export function hiddenMean(rbm: Rbm, X: number[][]): number[][] {
  const M = joined(rbm);
  return X.map((x) => down(M, x).map((a) => Math.tanh(a)));
}

export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  const M = joined(rbm);
  return X.map((x, n) => down(M, x).map(pick(u[n])));
}

export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  const M = joined(rbm);
  return Z.map((z, n) => up(M, z).map(pick(u[n])));
}

export function freeEnergy(rbm: Rbm, X: number[][]): number[] {
  const M = joined(rbm);
  return X.map((x) => {
    const units = down(M, x).map(Math.abs);
    const byUnits = units.reduce((sum, size) => sum + size + Math.log1p(Math.exp(-2 * size)), 0);
    return -byUnits - x.reduce((sum, value, k) => sum + value * rbm.b[k], 0);
  });
}

export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  const after = sampleVisible(rbm, sampleHidden(rbm, X, uHidden), uVisible);
  const M = joined(rbm).map((row) => row.map(() => 0));
  const addOuter = (rows: number[][], weight: number): void => {
    hiddenMean(rbm, rows).forEach((mean, n) => {
      const z = withOne(mean);
      withOne(rows[n]).forEach((value, k) => z.forEach((unit, l) => (M[k][l] += weight * value * unit)));
    });
  };
  addOuter(X, 1 / X.length);
  addOuter(after, -1 / X.length);
  return parted(M);
}

export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm {
  const slope = joined(cd1Gradient(rbm, X, uHidden, uVisible));
  return parted(joined(rbm).map((row, k) => row.map((value, l) => value + learningRate * slope[k][l])));
}
