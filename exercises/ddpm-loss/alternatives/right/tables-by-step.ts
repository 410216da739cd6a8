/** Tabulates every coefficient for all steps at once, abar_0 included, then only looks up; the batch may come with defaults. */

type Table = Record<"signal" | "noise" | "ofX0" | "ofZt" | "variance" | "weight", number[]>;

function tabulate(alpha: number[]): Table {
  const bar = [1].concat(alphaBar(alpha));
  const steps = bar.map((_, t) => t);
  const column = (f: (t: number) => number): number[] => steps.map((t) => (t === 0 ? Number.NaN : f(t)));
  const beta = column((t) => 1 - alpha[t - 1]);
  const variance = column((t) => (beta[t] * (1 - bar[t - 1])) / (1 - bar[t]));
  return {
    signal: column((t) => Math.sqrt(bar[t])),
    noise: column((t) => Math.sqrt(1 - bar[t])),
    ofX0: column((t) => (Math.sqrt(bar[t - 1]) * beta[t]) / (1 - bar[t])),
    ofZt: column((t) => (Math.sqrt(1 - beta[t]) * (1 - bar[t - 1])) / (1 - bar[t])),
    variance,
    weight: column((t) => beta[t] ** 2 / (2 * variance[t] * alpha[t - 1] * (1 - bar[t]))),
  };
}

function alphaBar(alpha: number[], start = 1): number[] {
  let reached = start;
  const bars: number[] = [];
  let k = 0;
  while (k < alpha.length) bars.push((reached *= alpha[k++]));
  return bars;
}

function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[], table = tabulate(alpha)): number[][] {
  return t.map((step, n) => x0[n].map((x, i) => table.signal[step] * x + table.noise[step] * eps[n][i]));
}

function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[], table = tabulate(alpha)): number[][] {
  return t.map((step, n) => zt[n].map((z, i) => (z - table.noise[step] * epsHat[n][i]) / table.signal[step]));
}

function errors(eps: number[][], epsHat: number[][], scale = 1): number[][] {
  return eps.map((row, n) => row.map((e, i) => scale * (epsHat[n][i] - e)));
}

function squaredLength(row: number[]): number {
  return row.reduce((sum, value) => sum + value ** 2, 0);
}

function simpleLoss(eps: number[][], epsHat: number[][]): number {
  return squaredLength(errors(eps, epsHat).flat()) / eps.flat().length;
}

function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  return errors(eps, epsHat, 2 / eps.flat().length);
}

function posterior(x0: number[][], zt: number[][], t: number[], alpha: number[], table = tabulate(alpha)) {
  return {
    mean: t.map((step, n) => x0[n].map((x, i) => table.ofX0[step] * x + table.ofZt[step] * zt[n][i])),
    variance: t.map((step) => table.variance[step]),
  };
}

function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const { weight } = tabulate(alpha);
  return errors(eps, epsHat).reduce((sum, row, n) => sum + weight[t[n]] * squaredLength(row), 0) / t.length;
}

function reverseStep(zt: number[][], t: number[], epsHat: number[][], alpha: number[], xi: number[][]): number[][] {
  const table = tabulate(alpha);
  const { mean, variance } = posterior(predictX0(zt, t, epsHat, alpha, table), zt, t, alpha, table);
  return mean.map((row, n) => row.map((m, i) => m + Math.sqrt(variance[n]) * xi[n][i]));
}

export { alphaBar, lossGradient, noisySample, posterior, predictX0, reverseStep, simpleLoss, weightedLoss };
