/** Arrow functions only, and no loop. */

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const average = (values: number[]): number => sum(values) / values.length;

const allStates = (n: number): number[][] =>
  n === 0 ? [[]] : allStates(n - 1).flatMap((x) => [-1, 1].map((spin) => [...x, spin]));

export const energy = (W: number[][], b: number[], x: number[]): number => {
  const pairs = x.flatMap((xi, i) => x.slice(0, i).map((xj, j) => W[i]![j]! * xi * xj));
  return -sum(pairs) - sum(x.map((xi, i) => b[i]! * xi));
};

export const logPartition = (W: number[][], b: number[]): number => {
  const exponents = allStates(b.length).map((x) => -energy(W, b, x));
  const most = Math.max(...exponents);
  return most + Math.log(sum(exponents.map((e) => Math.exp(e - most))));
};

export const expectations = (W: number[][], b: number[]): { mean: number[]; correlation: number[][] } => {
  const logZ = logPartition(W, b);
  const weighed = allStates(b.length).map((x) => ({ x, q: Math.exp(-energy(W, b, x) - logZ) }));
  return {
    mean: b.map((_, i) => sum(weighed.map(({ x, q }) => q * x[i]!))),
    correlation: b.map((_, i) => b.map((__, j) => sum(weighed.map(({ x, q }) => q * x[i]! * x[j]!)))),
  };
};

export const gradient = (data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } => {
  const model = expectations(W, b);
  return {
    W: b.map((_, i) => b.map((__, j) => average(data.map((x) => x[i]! * x[j]!)) - model.correlation[i]![j]!)),
    b: b.map((_, i) => average(data.map((x) => x[i]!)) - model.mean[i]!),
  };
};
