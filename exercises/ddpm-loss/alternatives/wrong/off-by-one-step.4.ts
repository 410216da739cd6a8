// wrong: noisySample, predictX0: off-by-one-step
// table[t] is abar_t, so that table[0] = 1 needs no special case
function barTable(alpha: number[]): Float64Array {
  const table = new Float64Array(alpha.length + 1);
  table[0] = 1;
  for (let t = 1; t <= alpha.length; t++) table[t] = table[t - 1] * alpha[t - 1];
  return table;
}

export function alphaBar(alpha: number[]): number[] {
  return Array.from(barTable(alpha).subarray(1));
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const table = barTable(alpha);
  const result: number[][] = [];
  for (let n = 0; n < x0.length; n++) {
    const bar = table[t[n] - 1];
    const z = new Float64Array(x0[n].length);
    for (let d = 0; d < z.length; d++) z[d] = Math.sqrt(bar) * x0[n][d] + Math.sqrt(1 - bar) * eps[n][d];
    result.push(Array.from(z));
  }
  return result;
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const table = barTable(alpha);
  const result: number[][] = [];
  for (let n = 0; n < zt.length; n++) {
    const bar = table[t[n] - 1];
    const x = new Float64Array(zt[n].length);
    for (let d = 0; d < x.length; d++) x[d] = (zt[n][d] - Math.sqrt(1 - bar) * epsHat[n][d]) / Math.sqrt(bar);
    result.push(Array.from(x));
  }
  return result;
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  const a = Float64Array.from(eps.flat());
  const b = Float64Array.from(epsHat.flat());
  let total = 0;
  for (let i = 0; i < a.length; i++) {
    const r = b[i] - a[i];
    total += r * r;
  }
  return total / a.length;
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const size = eps.flat().length;
  const result: number[][] = [];
  for (let n = 0; n < eps.length; n++) {
    const g = new Float64Array(eps[n].length);
    for (let d = 0; d < g.length; d++) g[d] = (2 / size) * (epsHat[n][d] - eps[n][d]);
    result.push(Array.from(g));
  }
  return result;
}

export function posterior(
  x0: number[][],
  zt: number[][],
  t: number[],
  alpha: number[],
): { mean: number[][]; variance: number[] } {
  const table = barTable(alpha);
  const mean: number[][] = [];
  const variance = new Float64Array(zt.length);
  for (let n = 0; n < zt.length; n++) {
    const step = t[n];
    const a = alpha[step - 1];
    const beta = 1 - a;
    const v = 1 - table[step];
    const vPrevious = 1 - table[step - 1];
    const m = new Float64Array(zt[n].length);
    for (let d = 0; d < m.length; d++) {
      m[d] = (Math.sqrt(a) * vPrevious * zt[n][d]) / v + (Math.sqrt(table[step - 1]) * beta * x0[n][d]) / v;
    }
    mean.push(Array.from(m));
    variance[n] = (beta * vPrevious) / v;
  }
  return { mean, variance: Array.from(variance) };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const table = barTable(alpha);
  let total = 0;
  for (let n = 0; n < eps.length; n++) {
    const step = t[n];
    const a = alpha[step - 1];
    const beta = 1 - a;
    const v = 1 - table[step];
    const s2 = (beta * (1 - table[step - 1])) / v;
    const weight = (beta * beta) / (2 * s2 * a * v);
    for (let d = 0; d < eps[n].length; d++) {
      const r = epsHat[n][d] - eps[n][d];
      total += weight * r * r;
    }
  }
  return total / eps.length;
}

export function reverseStep(
  zt: number[][],
  t: number[],
  epsHat: number[][],
  alpha: number[],
  xi: number[][],
): number[][] {
  const x0Hat = predictX0(zt, t, epsHat, alpha);
  const q = posterior(x0Hat, zt, t, alpha);
  const result: number[][] = [];
  for (let n = 0; n < zt.length; n++) {
    const z = Float64Array.from(q.mean[n]);
    const sigma = Math.sqrt(q.variance[n]);
    for (let d = 0; d < z.length; d++) z[d] += sigma * xi[n][d];
    result.push(Array.from(z));
  }
  return result;
}
