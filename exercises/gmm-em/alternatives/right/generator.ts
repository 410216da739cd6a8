/** A generator yields one mixture after another. */

type Mixture = { weights: number[]; means: number[][]; variances: number[][] };

function* runOf(x: number[][], start: Mixture): Generator<Mixture> {
  let mixture = start;
  for (;;) {
    yield mixture;
    mixture = mStep(x, responsibilities(x, mixture.weights, mixture.means, mixture.variances));
  }
}

export function em(x: number[][], weights: number[], means: number[][], variances: number[][], steps: number): Mixture {
  let count = 0;
  for (const mixture of runOf(x, { weights, means, variances })) {
    if (count === steps) return mixture;
    count++;
  }
  throw new Error("a run never ends by itself");
}

const halfLogTwoPi = 0.9189385332046727;

function logOf(point: number[], mean: number[], variance: number[]): number {
  const z = point.map((value, d) => (value - mean[d]) / Math.sqrt(variance[d]));
  const squares = z.reduce((total, value) => total + value ** 2, 0);
  const logDeviations = variance.reduce((total, value) => total + Math.log(Math.sqrt(value)), 0);
  return -squares / 2 - logDeviations - halfLogTwoPi * point.length;
}

export function responsibilities(x: number[][], weights: number[], means: number[][], variances: number[][]): number[][] {
  const logs = x.map((point) => means.map((mean, k) => Math.log(weights[k]) + logOf(point, mean, variances[k])));
  const largest = logs.map((row) => Math.max(...row));
  const shifted = logs.map((row, i) => row.map((value) => Math.exp(value - largest[i])));
  const totals = shifted.map((row) => row.reduce((a, b) => a + b));
  return shifted.map((row, i) => row.map((value) => value / totals[i]));
}

export function mStep(x: number[][], r: number[][]): Mixture {
  const weights: number[] = [];
  const means: number[][] = [];
  const variances: number[][] = [];
  for (let k = 0; k < r[0].length; k++) {
    const count = r.map((row) => row[k]).reduce((a, b) => a + b);
    if (count < 1e-8) {
      const n = x.length;
      const mean = x[0].map((_, d) => x.map((row) => row[d]).reduce((a, b) => a + b) / n);
      weights.push(0);
      means.push(mean);
      variances.push(mean.map((m, d) => Math.max(1e-6, x.map((row) => (row[d] - m) ** 2).reduce((a, b) => a + b) / n)));
      continue;
    }
    const mean = x[0].map((_, d) => x.map((row, i) => r[i][k] * row[d]).reduce((a, b) => a + b) / count);
    weights.push(count / x.length);
    means.push(mean);
    variances.push(
      mean.map((m, d) => Math.max(1e-6, x.map((row, i) => r[i][k] * (row[d] - m) ** 2).reduce((a, b) => a + b) / count)),
    );
  }
  return { weights, means, variances };
}

export function logLikelihood(x: number[][], weights: number[], means: number[][], variances: number[][]): number {
  const logs = x.map((point) => {
    const terms = means.map((mean, k) => Math.log(weights[k]) + logOf(point, mean, variances[k]));
    const largest = Math.max(...terms);
    return largest + Math.log(terms.map((term) => Math.exp(term - largest)).reduce((a, b) => a + b));
  });
  return logs.reduce((a, b) => a + b) / x.length;
}
