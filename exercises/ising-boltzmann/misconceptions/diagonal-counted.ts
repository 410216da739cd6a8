/** Lets j begin at i, so that every W_ii x_i x_i counts. */

export function energy(W: number[][], b: number[], x: number[]): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const spin = entry(x, i);
    sum += entry(b, i) * spin;
    for (let j = i; j < x.length; j++) sum += entry(row(W, i), j) * spin * entry(x, j);
  }
  return -sum;
}

export function logPartition(W: number[][], b: number[]): number {
  const exponents = states(b.length).map((x) => -energy(W, b, x));
  const largest = Math.max(...exponents);
  let sum = 0;
  for (const exponent of exponents) sum += Math.exp(exponent - largest);
  return largest + Math.log(sum);
}

export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  const logZ = logPartition(W, b);
  const X = states(b.length);
  const q = X.map((x) => Math.exp(-energy(W, b, x) - logZ));
  return moments(X, q);
}

export function gradient(data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } {
  const seen = moments(
    data,
    data.map(() => 1 / data.length),
  );
  const model = expectations(W, b);
  return {
    W: seen.correlation.map((values, i) =>
      values.map((value, j) => value - entry(row(model.correlation, i), j)),
    ),
    b: seen.mean.map((value, i) => value - entry(model.mean, i)),
  };
}

/** Averages of x_i and of x_i x_j over rows that have these weights. */
function moments(X: number[][], weights: number[]): { mean: number[]; correlation: number[][] } {
  const n = row(X, 0).length;
  const mean = new Array<number>(n).fill(0);
  const correlation = mean.map(() => new Array<number>(n).fill(0));
  for (const [s, x] of X.entries()) {
    for (let i = 0; i < n; i++) {
      const weighted = entry(weights, s) * entry(x, i);
      mean[i] = entry(mean, i) + weighted;
      const values = row(correlation, i);
      for (let j = 0; j < n; j++) values[j] = entry(values, j) + weighted * entry(x, j);
    }
  }
  return { mean, correlation };
}

/** All 2^n states of n spins. */
function states(n: number): number[][] {
  let found: number[][] = [[]];
  for (let i = 0; i < n; i++)
    found = found.flatMap((x) => [
      [...x, -1],
      [...x, 1],
    ]);
  return found;
}

function entry(values: number[], i: number): number {
  return values[i] ?? Number.NaN;
}

function row(matrix: number[][], i: number): number[] {
  return matrix[i] ?? [];
}
