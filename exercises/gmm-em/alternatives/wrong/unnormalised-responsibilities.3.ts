// wrong: responsibilities: unnormalised-responsibilities

type Mixture = { weights: number[]; means: number[][]; variances: number[][] };

function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

function logDensity(point: number[], mean: number[], variance: number[], d = 0): number {
  if (d === point.length) return 0;
  const here = Math.log(2 * Math.PI * variance[d]) + (point[d] - mean[d]) ** 2 / variance[d];
  return -here / 2 + logDensity(point, mean, variance, d + 1);
}

function joint(point: number[], weights: number[], means: number[][], variances: number[][]): number[] {
  const terms = [];
  for (const [k, weight] of weights.entries()) terms.push(Math.log(weight) + logDensity(point, means[k], variances[k]));
  return terms;
}

export function responsibilities(x: number[][], weights: number[], means: number[][], variances: number[][]): number[][] {
  const r = [];
  for (const point of x) {
    const terms = joint(point, weights, means, variances);
    r.push(terms.map((term) => Math.exp(term)));
  }
  return r;
}

export function logLikelihood(x: number[][], weights: number[], means: number[][], variances: number[][]): number {
  let average = 0;
  for (const [i, point] of x.entries()) {
    const whole = joint(point, weights, means, variances).reduce(logAdd, -Infinity);
    average += (whole - average) / (i + 1);
  }
  return average;
}

/** Weighted moments one sample at a time (West, 1979). */
export function mStep(x: number[][], r: number[][]): Mixture {
  const weights: number[] = [];
  const means: number[][] = [];
  const variances: number[][] = [];
  for (const k of r[0].keys()) {
    let whole = 0;
    for (const row of r) whole += row[k];
    const isEmpty = whole < 1e-8;
    let count = 0;
    const mean = x[0].map(() => 0);
    const spread = x[0].map(() => 0);
    for (const [i, point] of x.entries()) {
      const share = isEmpty ? 1 : r[i][k];
      if (share === 0) continue;
      count += share;
      for (const [d, value] of point.entries()) {
        const before = value - mean[d];
        mean[d] += (share / count) * before;
        spread[d] += share * before * (value - mean[d]);
      }
    }
    weights.push(isEmpty ? 0 : whole / x.length);
    means.push(mean);
    variances.push(spread.map((value) => (value / count > 1e-6 ? value / count : 1e-6)));
  }
  return { weights, means, variances };
}

export function em(x: number[][], weights: number[], means: number[][], variances: number[][], steps: number): Mixture {
  let [w, m, v] = [weights, means, variances];
  for (let left = steps; left > 0; left--) {
    ({ weights: w, means: m, variances: v } = mStep(x, responsibilities(x, w, m, v)));
  }
  return { weights: w, means: m, variances: v };
}
