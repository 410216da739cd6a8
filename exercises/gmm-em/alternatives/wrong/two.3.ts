// wrong: responsibilities: normalised-over-samples; logLikelihood: two-pi-not-per-dimension

export function responsibilities(x: number[][], weights: number[], means: number[][], variances: number[][]): number[][] {
  const p = x.map((row) => weights.map((weight, k) => weight * Math.exp(logNormal(row, means[k], variances[k]))));
  const columns = weights.map((_, k) => p.reduce((total, row) => total + row[k], 0));
  return p.map((row) => row.map((value, k) => value / columns[k]));
}

function logNormal(sample: number[], mean: number[], variance: number[]): number {
  let value = 0;
  for (let d = 0; d < sample.length; d++) {
    const difference = sample[d] - mean[d];
    value -= 0.5 * Math.log(variance[d]);
    value -= (0.5 * difference * difference) / variance[d];
  }
  return value;
}

export function mStep(x: number[][], r: number[][]): { weights: number[]; means: number[][]; variances: number[][] } {
  const n = x.length;
  const K = r[0].length;
  const D = x[0].length;
  const weights: number[] = [];
  const means: number[][] = [];
  const variances: number[][] = [];
  for (let k = 0; k < K; k++) {
    let Nk = 0;
    for (let i = 0; i < n; i++) Nk += r[i][k];
    const empty = Nk < 1e-8;
    const total = empty ? n : Nk;
    weights[k] = empty ? 0 : Nk / n;
    means[k] = [];
    variances[k] = [];
    for (let d = 0; d < D; d++) {
      let mean = 0;
      for (let i = 0; i < n; i++) mean += (empty ? 1 : r[i][k]) * x[i][d];
      mean /= total;
      let variance = 0;
      for (let i = 0; i < n; i++) variance += (empty ? 1 : r[i][k]) * (x[i][d] - mean) ** 2;
      variance /= total;
      means[k][d] = mean;
      variances[k][d] = variance < 1e-6 ? 1e-6 : variance;
    }
  }
  return { weights, means, variances };
}

export function logLikelihood(x: number[][], weights: number[], means: number[][], variances: number[][]): number {
  let result = 0;
  for (let i = 0; i < x.length; i++) {
    const logs: number[] = [];
    for (let k = 0; k < weights.length; k++) {
      logs[k] = Math.log(weights[k]) + logNormal(x[i], means[k], variances[k]);
    }
    const largest = Math.max(...logs);
    let total = 0;
    for (let k = 0; k < weights.length; k++) total += Math.exp(logs[k] - largest);
    result += largest + Math.log(total);
  }
  return result / x.length;
}

export function em(x: number[][], weights: number[], means: number[][], variances: number[][], steps: number): { weights: number[]; means: number[][]; variances: number[][] } {
  for (let t = 0; t < steps; t++) {
    const r = responsibilities(x, weights, means, variances);
    const fitted = mStep(x, r);
    weights = fitted.weights;
    means = fitted.means;
    variances = fitted.variances;
  }
  return { weights, means, variances };
}
