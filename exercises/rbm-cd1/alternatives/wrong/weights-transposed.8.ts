// wrong: hiddenMean, sampleHidden, freeEnergy: weights-transposed

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

type M = number[][];

const dot = (p: number[], q: number[]): number => p.reduce((s, v, i) => s + v * q[i], 0);
const transpose = (m: M): M => m[0].map((_, j) => m.map((row) => row[j]));
const matmul = (p: M, q: M): M => {
  const columns = transpose(q);
  return p.map((row) => columns.map((column) => dot(row, column)));
};
const zip = (p: number[], q: number[], f: (x: number, y: number) => number): number[] => p.map((v, i) => f(v, q[i]));
const zip2 = (p: M, q: M, f: (x: number, y: number) => number): M => p.map((row, i) => zip(row, q[i], f));
const addRow = (m: M, row: number[]): M => m.map((r) => zip(r, row, (x, y) => x + y));
const columnMeans = (m: M): number[] => transpose(m).map((column) => column.reduce((s, v) => s + v, 0) / m.length);

const hiddenField = (rbm: Rbm, X: M): M => addRow(matmul(X, transpose(rbm.W)), rbm.c);
const visibleField = (rbm: Rbm, Z: M): M => addRow(matmul(Z, transpose(rbm.W)), rbm.b);

const draw = (field: M, u: M): M => zip2(field, u, (a, r) => (r < (1 + Math.tanh(a)) / 2 ? 1 : -1));

export const hiddenMean = (rbm: Rbm, X: M): M => hiddenField(rbm, X).map((row) => row.map(Math.tanh));

export const sampleHidden = (rbm: Rbm, X: M, u: M): M => draw(hiddenField(rbm, X), u);

export const sampleVisible = (rbm: Rbm, Z: M, u: M): M => draw(visibleField(rbm, Z), u);

const log2cosh = (a: number): number => Math.abs(a) + Math.log1p(Math.exp(-2 * Math.abs(a)));

export const freeEnergy = (rbm: Rbm, X: M): number[] =>
  hiddenField(rbm, X).map((row, n) => -dot(rbm.b, X[n]) - row.reduce((s, a) => s + log2cosh(a), 0));

export const cd1Gradient = (rbm: Rbm, X: M, uHidden: M, uVisible: M): Rbm => {
  const X1 = sampleVisible(rbm, sampleHidden(rbm, X, uHidden), uVisible);
  const [m0, m1] = [hiddenMean(rbm, X), hiddenMean(rbm, X1)];
  const minus = (x: number, y: number): number => x - y;
  const correlation = zip2(matmul(transpose(X), m0), matmul(transpose(X1), m1), minus);
  return {
    W: correlation.map((row) => row.map((v) => v / X.length)),
    b: zip(columnMeans(X), columnMeans(X1), minus),
    c: zip(columnMeans(m0), columnMeans(m1), minus),
  };
};

export const cd1Update = (rbm: Rbm, X: M, uHidden: M, uVisible: M, learningRate: number): Rbm => {
  const g = cd1Gradient(rbm, X, uHidden, uVisible);
  const step = (p: number, d: number): number => p + learningRate * d;
  return { W: zip2(rbm.W, g.W, step), b: zip(rbm.b, g.b, step), c: zip(rbm.c, g.c, step) };
};
