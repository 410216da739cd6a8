/** em does both steps itself; the others are cut out of it. */

export function em(x: number[][], weights: number[], means: number[][], variances: number[][], steps: number) {
  let w = weights.slice();
  let m = means.map((row) => row.slice());
  let v = variances.map((row) => row.slice());
  for (let step = 0; step < steps; step++) {
    const gamma = expectation(x, w, m, v).gamma;
    const K = w.length;
    const D = x[0].length;
    const nextW: number[] = [];
    const nextM: number[][] = [];
    const nextV: number[][] = [];
    for (let k = 0; k < K; k++) {
      let total = 0;
      for (const row of gamma) total += row[k];
      const use = total < 1e-8 ? gamma.map(() => 1) : gamma.map((row) => row[k]);
      const size = total < 1e-8 ? x.length : total;
      nextW.push(total < 1e-8 ? 0 : total / x.length);
      const mean: number[] = [];
      const variance: number[] = [];
      for (let d = 0; d < D; d++) {
        let s = 0;
        for (let i = 0; i < x.length; i++) s += use[i] * x[i][d];
        mean.push(s / size);
        let q = 0;
        for (let i = 0; i < x.length; i++) q += use[i] * (x[i][d] - mean[d]) ** 2;
        variance.push(Math.max(1e-6, q / size));
      }
      nextM.push(mean);
      nextV.push(variance);
    }
    w = nextW;
    m = nextM;
    v = nextV;
  }
  return { weights: w, means: m, variances: v };
}

function expectation(x: number[][], w: number[], m: number[][], v: number[][]): { gamma: number[][]; evidence: number[] } {
  const gamma: number[][] = [];
  const evidence: number[] = [];
  for (const sample of x) {
    const a = w.map((weight, k) => {
      let log = Math.log(weight);
      for (let d = 0; d < sample.length; d++) log -= 0.5 * (Math.log(2 * Math.PI * v[k][d]) + (sample[d] - m[k][d]) ** 2 / v[k][d]);
      return log;
    });
    const peak = Math.max(...a);
    const e = a.map((value) => Math.exp(value - peak));
    const z = e.reduce((p, q) => p + q, 0);
    gamma.push(e.map((value) => value / z));
    evidence.push(peak + Math.log(z));
  }
  return { gamma, evidence };
}

export function responsibilities(x: number[][], weights: number[], means: number[][], variances: number[][]): number[][] {
  return expectation(x, weights, means, variances).gamma;
}

export function logLikelihood(x: number[][], weights: number[], means: number[][], variances: number[][]): number {
  const { evidence } = expectation(x, weights, means, variances);
  return evidence.reduce((p, q) => p + q, 0) / evidence.length;
}

export function mStep(x: number[][], r: number[][]) {
  const total = (f: (i: number) => number): number => x.reduce((sum, _, i) => sum + f(i), 0);
  const weights: number[] = [];
  const means: number[][] = [];
  const variances: number[][] = [];
  r[0].forEach((_, k) => {
    const isEmpty = total((i) => r[i][k]) < 1e-8;
    const share = (i: number): number => (isEmpty ? 1 : r[i][k]);
    const count = total(share);
    weights.push(isEmpty ? 0 : count / x.length);
    means.push(x[0].map((_, d) => total((i) => share(i) * x[i][d]) / count));
    variances.push(x[0].map((_, d) => Math.max(total((i) => share(i) * (x[i][d] - means[k][d]) ** 2) / count, 1e-6)));
  });
  return { weights, means, variances };
}
