/** Adds up the log-densities of the components. */

interface Mixture {
  weights: number[];
  means: number[][];
  variances: number[][];
}

const MIN_VARIANCE = 1e-6;
const MIN_COUNT = 1e-8;

export function responsibilities(
  x: number[][],
  weights: number[],
  means: number[][],
  variances: number[][],
): number[][] {
  return x.map((sample) => {
    const joint = logJoint(sample, weights, means, variances);
    const evidence = logSumExp(joint);
    return joint.map((value) => Math.exp(value - evidence));
  });
}

export function mStep(x: number[][], r: number[][]): Mixture {
  const mixture: Mixture = { weights: [], means: [], variances: [] };
  for (const k of (r[0] ?? []).keys()) {
    const shares = r.map((row) => row[k] ?? Number.NaN);
    const isEmpty = sum(shares) < MIN_COUNT;
    const { mean, variance } = weightedMoments(x, isEmpty ? shares.map(() => 1) : shares);
    mixture.weights.push(sum(shares) / x.length);
    mixture.means.push(mean);
    mixture.variances.push(variance);
  }
  return mixture;
}

export function logLikelihood(
  x: number[][],
  weights: number[],
  means: number[][],
  variances: number[][],
): number {
  const ofSample = (sample: number[]): number =>
    sum(weights.map((_, k) => logDensity(sample, means[k] ?? [], variances[k] ?? [])));
  return sum(x.map(ofSample)) / x.length;
}

export function em(
  x: number[][],
  weights: number[],
  means: number[][],
  variances: number[][],
  steps: number,
): Mixture {
  let mixture: Mixture = { weights, means, variances };
  for (let step = 0; step < steps; step++) {
    mixture = mStep(x, responsibilities(x, mixture.weights, mixture.means, mixture.variances));
  }
  return mixture;
}

/** log( w_k N(x | k) ) for each component k; -Infinity where the weight is 0. */
function logJoint(sample: number[], weights: number[], means: number[][], variances: number[][]): number[] {
  return weights.map(
    (weight, k) => Math.log(weight) + logDensity(sample, means[k] ?? [], variances[k] ?? []),
  );
}

function logDensity(sample: number[], mean: number[], variance: number[]): number {
  let total = 0;
  for (const [d, value] of sample.entries()) {
    const spread = variance[d] ?? Number.NaN;
    total += Math.log(2 * Math.PI * spread) + (value - (mean[d] ?? Number.NaN)) ** 2 / spread;
  }
  return -total / 2;
}

/** log sum_k e^v_k: the largest term is taken out first, so that no exponential overflows and not all of them vanish. */
function logSumExp(values: number[]): number {
  const largest = Math.max(...values);
  return largest + Math.log(sum(values.map((value) => Math.exp(value - largest))));
}

/** Mean and variance of the samples in each dimension, each sample counting by its share. */
function weightedMoments(x: number[][], shares: number[]): { mean: number[]; variance: number[] } {
  const count = sum(shares);
  const average = (values: number[]): number =>
    sum(values.map((value, i) => (shares[i] ?? Number.NaN) * value)) / count;
  const columns = (x[0] ?? []).map((_, d) => x.map((sample) => sample[d] ?? Number.NaN));
  const mean = columns.map(average);
  const variance = columns.map((column, d) =>
    Math.max(average(column.map((value) => (value - (mean[d] ?? Number.NaN)) ** 2)), MIN_VARIANCE),
  );
  return { mean, variance };
}

function sum(values: number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
