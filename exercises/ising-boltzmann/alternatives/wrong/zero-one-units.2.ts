// wrong: logPartition, expectations: zero-one-units

const sum = (v: number[]): number => v.reduce((a, c) => a + c, 0);
const range = (n: number): number[] => [...Array(n).keys()];
const configurations = (n: number): number[][] =>
  n === 0
    ? [[]]
    : configurations(n - 1).flatMap((rest) => [
        [1, ...rest],
        [0, ...rest],
      ]);

export const energy = (W: number[][], b: number[], x: number[]): number =>
  -sum(range(x.length).flatMap((i) => range(i).map((j) => W[i][j] * x[i] * x[j]))) -
  sum(x.map((s, i) => s * b[i]));

const softmax = (a: number[]): number[] => {
  const top = Math.max(...a);
  const w = a.map((v) => Math.exp(v - top));
  const t = sum(w);
  return w.map((v) => v / t);
};

export const logPartition = (W: number[][], b: number[]): number => {
  const a = configurations(b.length).map((x) => -energy(W, b, x));
  const top = Math.max(...a);
  return Math.log(sum(a.map((v) => Math.exp(v - top)))) + top;
};

export const expectations = (W: number[][], b: number[]): { mean: number[]; correlation: number[][] } => {
  const xs = configurations(b.length);
  const q = softmax(xs.map((x) => -energy(W, b, x)));
  const mean = range(b.length).map((i) => sum(xs.map((x, s) => q[s] * x[i])));
  const correlation = range(b.length).map((i) =>
    range(b.length).map((j) => sum(xs.map((x, s) => q[s] * x[i] * x[j]))),
  );
  return { mean, correlation };
};

export const gradient = (data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } => {
  const avg = (v: number[]): number => sum(v) / data.length;
  const { mean, correlation } = expectations(W, b);
  return {
    W: correlation.map((r, i) => r.map((c, j) => avg(data.map((x) => x[i] * x[j])) - c)),
    b: mean.map((m, i) => avg(data.map((x) => x[i])) - m),
  };
};
