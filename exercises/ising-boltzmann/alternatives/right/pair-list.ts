/** The pairs as a list, and one table of what stands beside each parameter. */

interface Pair {
  readonly i: number;
  readonly j: number;
}

function pairsOf(n: number): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) pairs.push({ i, j });
  return pairs;
}

/** First the products of the pairs, then the spins. */
function features(x: number[]): number[] {
  return [...pairsOf(x.length).map(({ i, j }) => x[i]! * x[j]!), ...x];
}

function parameters(W: number[][], b: number[]): number[] {
  return [...pairsOf(b.length).map(({ i, j }) => W[i]![j]!), ...b];
}

function exponent(theta: number[], phi: number[]): number {
  return theta.reduce((total, value, k) => total + value * phi[k]!, 0);
}

function states(n: number): number[][] {
  let list: number[][] = [[]];
  while (list[0]!.length < n) list = [...list.map((x) => [...x, 1]), ...list.map((x) => [...x, -1])];
  return list;
}

function meanFeatures(W: number[][], b: number[]): number[] {
  const theta = parameters(W, b);
  const logZ = logPartition(W, b);
  const total = theta.map(() => 0);
  for (const x of states(b.length)) {
    const phi = features(x);
    const q = Math.exp(exponent(theta, phi) - logZ);
    phi.forEach((value, k) => (total[k]! += q * value));
  }
  return total;
}

function asMatrix(values: number[], n: number, diagonal: number): number[][] {
  const matrix = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (i === j ? diagonal : 0)),
  );
  pairsOf(n).forEach(({ i, j }, k) => {
    matrix[i]![j] = values[k]!;
    matrix[j]![i] = values[k]!;
  });
  return matrix;
}

export function energy(W: number[][], b: number[], x: number[]): number {
  return -exponent(parameters(W, b), features(x));
}

export function logPartition(W: number[][], b: number[]): number {
  const theta = parameters(W, b);
  const exponents = states(b.length).map((x) => exponent(theta, features(x)));
  const top = exponents.reduce((a, c) => Math.max(a, c));
  return Math.log(exponents.reduce((Z, value) => Z + Math.exp(value - top), 0)) + top;
}

export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  const n = b.length;
  const values = meanFeatures(W, b);
  return { mean: values.slice(-n), correlation: asMatrix(values, n, 1) };
}

export function gradient(data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } {
  const n = b.length;
  const change = meanFeatures(W, b).map((value) => -value);
  for (const x of data) features(x).forEach((value, k) => (change[k]! += value / data.length));
  return { W: asMatrix(change, n, 0), b: change.slice(-n) };
}
