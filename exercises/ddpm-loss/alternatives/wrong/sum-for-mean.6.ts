// wrong: simpleLoss: sum-for-mean
/** abar_t for one step; abar_0 = 1. */
function abarAt(alpha: number[], t: number): number {
  let p = 1;
  for (let k = 1; k <= t; k++) p *= alpha[k - 1];
  return p;
}

/** a x + b y, entry by entry. */
function combine(a: number, x: number[], b: number, y: number[]): number[] {
  return x.map((_, i) => a * x[i] + b * y[i]);
}

function squaredDistance(x: number[], y: number[]): number {
  let s = 0;
  for (let i = 0; i < x.length; i++) s += (x[i] - y[i]) * (x[i] - y[i]);
  return s;
}

function posteriorVariance(alpha: number[], t: number): number {
  return ((1 - alpha[t - 1]) * (1 - abarAt(alpha, t - 1))) / (1 - abarAt(alpha, t));
}

export function alphaBar(alpha: number[]): number[] {
  return alpha.map((_, i) => abarAt(alpha, i + 1));
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  return x0.map((x, n) => {
    const ab = abarAt(alpha, t[n]);
    return combine(Math.sqrt(ab), x, Math.sqrt(1 - ab), eps[n]);
  });
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  return zt.map((z, n) => {
    const ab = abarAt(alpha, t[n]);
    return combine(1 / Math.sqrt(ab), z, -Math.sqrt((1 - ab) / ab), epsHat[n]);
  });
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  let s = 0;
  for (let n = 0; n < eps.length; n++) s += squaredDistance(eps[n], epsHat[n]);
  return s / eps.length;
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const c = 2 / (eps.length * eps[0].length);
  return epsHat.map((e, n) => combine(c, e, -c, eps[n]));
}

export function posterior(
  x0: number[][],
  zt: number[][],
  t: number[],
  alpha: number[],
): { mean: number[][]; variance: number[] } {
  const mean = zt.map((z, n) => {
    const a = alpha[t[n] - 1];
    const before = abarAt(alpha, t[n] - 1);
    const rest = 1 - abarAt(alpha, t[n]);
    const forZ = (Math.sqrt(a) * (1 - before)) / rest;
    const forX = (Math.sqrt(before) * (1 - a)) / rest;
    return combine(forZ, z, forX, x0[n]);
  });
  const variance = t.map((step) => posteriorVariance(alpha, step));
  return { mean, variance };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  let s = 0;
  for (let n = 0; n < eps.length; n++) {
    const a = alpha[t[n] - 1];
    const s2 = posteriorVariance(alpha, t[n]);
    const weight = ((1 - a) * (1 - a)) / (2 * s2 * a * (1 - abarAt(alpha, t[n])));
    s += weight * squaredDistance(eps[n], epsHat[n]);
  }
  return s / eps.length;
}

export function reverseStep(
  zt: number[][],
  t: number[],
  epsHat: number[][],
  alpha: number[],
  xi: number[][],
): number[][] {
  const guess = predictX0(zt, t, epsHat, alpha);
  const { mean } = posterior(guess, zt, t, alpha);
  return mean.map((m, n) => {
    const scale = Math.sqrt(posteriorVariance(alpha, t[n]));
    return combine(1, m, scale, xi[n]);
  });
}
