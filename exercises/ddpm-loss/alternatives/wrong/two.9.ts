// wrong: predictX0: predicts-zt; weightedLoss: same-t-for-batch
// The batch lies in one flat array; entry i is dimension i % dim of row floor(i / dim).
function flatten(m: number[][]): Float64Array {
  return Float64Array.from(m.flat());
}
function unflatten(v: Float64Array, dim: number): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i < v.length; i += dim) rows.push(Array.from(v.subarray(i, i + dim)));
  return rows;
}

export function alphaBar(alpha: number[]): number[] {
  const bars = Float64Array.from(alpha);
  for (let i = 1; i < bars.length; i++) bars[i] = bars[i - 1] * alpha[i];
  return [...bars];
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const dim = x0[0].length;
  const bars = alphaBar(alpha);
  const x = flatten(x0);
  const e = flatten(eps);
  const z = x.map((value, i) => {
    const bar = bars[t[Math.floor(i / dim)] - 1];
    return Math.sqrt(bar) * value + Math.sqrt(1 - bar) * e[i];
  });
  return unflatten(z, dim);
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const dim = zt[0].length;
  const bars = alphaBar(alpha);
  const x = flatten(epsHat).map((guess, i) => guess / Math.sqrt(bars[t[Math.floor(i / dim)] - 1]));
  return unflatten(x, dim);
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  const e = flatten(eps);
  return flatten(epsHat).reduce((sum, guess, i) => sum + (guess - e[i]) ** 2, 0) / e.length;
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const e = flatten(eps);
  const g = flatten(epsHat).map((guess, i) => (2 * (guess - e[i])) / e.length);
  return unflatten(g, eps[0].length);
}

export function posterior(
  x0: number[][],
  zt: number[][],
  t: number[],
  alpha: number[],
): { mean: number[][]; variance: number[] } {
  const dim = zt[0].length;
  const bars = alphaBar(alpha);
  const x = flatten(x0);
  const a = t.map((step) => alpha[step - 1]);
  const rest = t.map((step) => 1 - bars[step - 1]);
  const before = t.map((step) => (step > 1 ? bars[step - 2] : 1));
  const m = flatten(zt).map((z, i) => {
    const n = Math.floor(i / dim);
    return (Math.sqrt(a[n]) * (1 - before[n]) * z + Math.sqrt(before[n]) * (1 - a[n]) * x[i]) / rest[n];
  });
  return { mean: unflatten(m, dim), variance: a.map((an, n) => ((1 - an) * (1 - before[n])) / rest[n]) };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const bars = alphaBar(alpha);
  const e = flatten(eps);
  const weights = t.map((step) => {
    const a = alpha[step - 1];
    const rest = 1 - bars[step - 1];
    const s2 = ((1 - a) * (1 - (step > 1 ? bars[step - 2] : 1))) / rest;
    return (1 - a) ** 2 / (2 * s2 * a * rest);
  });
  const sum = flatten(epsHat).reduce((s, g, i) => s + weights[0] * (g - e[i]) ** 2, 0);
  return sum / eps.length;
}

export function reverseStep(
  zt: number[][],
  t: number[],
  epsHat: number[][],
  alpha: number[],
  xi: number[][],
): number[][] {
  const dim = zt[0].length;
  const { mean, variance } = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  const noise = flatten(xi);
  const next = flatten(mean).map((m, i) => {
    const n = Math.floor(i / dim);
    return m + Math.sqrt(variance[n]) * noise[i];
  });
  return unflatten(next, dim);
}
