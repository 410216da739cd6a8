// wrong: posterior: posterior-drops-zt
// Everything through logarithms: log abar_t is a sum, and 1 - abar_t = -expm1(log abar_t).
const logBars = (alpha: number[]): number[] => {
  const logs = [0];
  for (const a of alpha) logs.push(logs[logs.length - 1] + Math.log(a));
  return logs; // logs[t] belongs to step t
};
const rest = (log: number): number => -Math.expm1(log);

export function alphaBar(alpha: number[]): number[] {
  return logBars(alpha)
    .slice(1)
    .map((l) => Math.exp(l));
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const logs = logBars(alpha);
  return x0.map((row, n) => {
    const log = logs[t[n]];
    const keep = Math.exp(log / 2);
    const spread = Math.sqrt(rest(log));
    return row.map((x, d) => keep * x + spread * eps[n][d]);
  });
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const logs = logBars(alpha);
  return zt.map((row, n) => {
    const log = logs[t[n]];
    const spread = Math.sqrt(rest(log));
    return row.map((z, d) => Math.exp(-log / 2) * (z - spread * epsHat[n][d]));
  });
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  const squares = eps.flatMap((row, n) => row.map((e, d) => (e - epsHat[n][d]) ** 2));
  return squares.reduce((s, q) => s + q, 0) / squares.length;
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const entries = eps.flat().length;
  return epsHat.map((row, n) => row.map((guess, d) => (guess - eps[n][d]) * (2 / entries)));
}

export function posterior(
  x0: number[][],
  zt: number[][],
  t: number[],
  alpha: number[],
): { mean: number[][]; variance: number[] } {
  const logs = logBars(alpha);
  const mean: number[][] = [];
  const variance: number[] = [];
  t.forEach((step, n) => {
    const a = alpha[step - 1];
    const past = logs[step - 1];
    const shareX = (Math.exp(past / 2) * (1 - a)) / rest(logs[step]);
    mean.push(x0[n].map((x) => shareX * x));
    variance.push(((1 - a) * rest(past)) / rest(logs[step]));
  });
  return { mean, variance };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const logs = logBars(alpha);
  const rows = t.map((step, n) => {
    const a = alpha[step - 1];
    const square = eps[n].reduce((s, e, d) => s + (e - epsHat[n][d]) ** 2, 0);
    return ((1 - a) * square) / (2 * a * rest(logs[step - 1]));
  });
  return rows.reduce((s, r) => s + r, 0) / rows.length;
}

export function reverseStep(
  zt: number[][],
  t: number[],
  epsHat: number[][],
  alpha: number[],
  xi: number[][],
): number[][] {
  const { mean, variance } = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  const deviations = variance.map((v) => Math.sqrt(v));
  return mean.map((row, n) => (t[n] === 1 ? row : row.map((m, d) => m + deviations[n] * xi[n][d])));
}
