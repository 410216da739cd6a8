/** Matrix products and transposes as arrow functions; every formula is one line of linear algebra. */

type Matrix = number[][];
export type Rbm = { W: Matrix; b: number[]; c: number[] };

const transpose = (A: Matrix): Matrix => A[0].map((_, j) => A.map((row) => row[j]));
const multiply = (A: Matrix, B: Matrix): Matrix => {
  const columns = transpose(B);
  return A.map((row) => columns.map((column) => row.reduce((sum, value, i) => sum + value * column[i], 0)));
};
const addRow = (A: Matrix, v: number[]): Matrix => A.map((row) => row.map((value, j) => value + v[j]));
const zip = (A: Matrix, B: Matrix, f: (a: number, b: number) => number): Matrix =>
  A.map((row, i) => row.map((value, j) => f(value, B[i][j])));
const each = (A: Matrix, f: (a: number) => number): Matrix => A.map((row) => row.map((value) => f(value)));
const columnMeans = (A: Matrix): number[] => transpose(A).map((column) => column.reduce((s, v) => s + v) / A.length);

const field = (X: Matrix, W: Matrix, bias: number[]): Matrix => addRow(multiply(X, W), bias);
const sample = (a: Matrix, u: Matrix): Matrix => zip(u, each(a, Math.tanh), (r, m) => (r < (1 + m) / 2 ? 1 : -1));

export const hiddenMean = ({ W, c }: Rbm, X: Matrix): Matrix => each(field(X, W, c), Math.tanh);

export const sampleHidden = ({ W, c }: Rbm, X: Matrix, u: Matrix): Matrix => sample(field(X, W, c), u);

export const sampleVisible = ({ W, b }: Rbm, Z: Matrix, u: Matrix): Matrix => sample(field(Z, transpose(W), b), u);

export const freeEnergy = ({ W, b, c }: Rbm, X: Matrix): number[] => {
  const linear = multiply(
    X,
    b.map((value) => [value]),
  );
  const folded = each(field(X, W, c), (a) => Math.abs(a) + Math.log1p(Math.exp(-2 * Math.abs(a))));
  return folded.map((row, n) => -linear[n][0] - row.reduce((sum, value) => sum + value, 0));
};

export const cd1Gradient = (rbm: Rbm, X: Matrix, uHidden: Matrix, uVisible: Matrix): Rbm => {
  const Y = sampleVisible(rbm, sampleHidden(rbm, X, uHidden), uVisible);
  const [M, L] = [hiddenMean(rbm, X), hiddenMean(rbm, Y)];
  return {
    W: zip(multiply(transpose(X), M), multiply(transpose(Y), L), (data, after) => (data - after) / X.length),
    b: columnMeans(zip(X, Y, (data, after) => data - after)),
    c: columnMeans(zip(M, L, (data, after) => data - after)),
  };
};

export const cd1Update = (rbm: Rbm, X: Matrix, uHidden: Matrix, uVisible: Matrix, learningRate: number): Rbm => {
  const { W, b, c } = cd1Gradient(rbm, X, uHidden, uVisible);
  const along = (theta: number, slope: number) => theta + learningRate * slope;
  return { W: zip(rbm.W, W, along), b: zip([rbm.b], [b], along)[0], c: zip([rbm.c], [c], along)[0] };
};
