// wrong: noisySample: swapped-coefficients; posterior: off-by-one-step
const zip = (x: number[], y: number[], f: (a: number, b: number) => number): number[] =>
  x.map((a, i) => f(a, y[i]));

const zipRows = (
  X: number[][],
  Y: number[][],
  f: (n: number) => (a: number, b: number) => number,
): number[][] => X.map((x, n) => zip(x, Y[n], f(n)));

const total = (v: number[]): number => {
  let s = 0;
  for (const x of v) s += x;
  return s;
};

const barOf = (bars: number[], t: number): number => (t < 1 ? 1 : bars[t - 1]);

export function alphaBar(alpha: number[]): number[] {
  const bars: number[] = [];
  alpha.forEach((a, i) => bars.push(i === 0 ? a : bars[i - 1] * a));
  return bars;
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const bars = alphaBar(alpha);
  return zipRows(x0, eps, (n) => {
    const share = barOf(bars, t[n]);
    const [c, s] = [Math.sqrt(share), Math.sqrt(1 - share)];
    return (x, e) => s * x + c * e;
  });
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const bars = alphaBar(alpha);
  return zipRows(zt, epsHat, (n) => {
    const share = barOf(bars, t[n]);
    const [c, s] = [Math.sqrt(share), Math.sqrt(1 - share)];
    return (z, e) => (z - s * e) / c;
  });
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  const squares = zipRows(eps, epsHat, () => (e, g) => (g - e) * (g - e));
  return total(squares.map((row) => total(row) / row.length)) / squares.length;
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const [B, D] = [eps.length, eps[0].length];
  return zipRows(eps, epsHat, () => (e, g) => (2 * (g - e)) / (B * D));
}

export function posterior(
  x0: number[][],
  zt: number[][],
  t: number[],
  alpha: number[],
): { mean: number[][]; variance: number[] } {
  const bars = alphaBar(alpha);
  const mean = zipRows(zt, x0, (n) => {
    const a = alpha[t[n] - 1];
    const now = barOf(bars, t[n]);
    const before = barOf(bars, t[n]);
    return (z, x) => (Math.sqrt(a) * (1 - before) * z + Math.sqrt(before) * (1 - a) * x) / (1 - now);
  });
  const variance = t.map((s) => ((1 - alpha[s - 1]) * (1 - barOf(bars, s))) / (1 - barOf(bars, s)));
  return { mean, variance };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const bars = alphaBar(alpha);
  const squares = zipRows(eps, epsHat, () => (e, g) => (e - g) ** 2).map(total);
  const kl = zip(squares, t, (square, s) => {
    const a = alpha[s - 1];
    const snr = 2 * a * (1 - barOf(bars, s - 1));
    return ((1 - a) / snr) * square;
  });
  return total(kl) / kl.length;
}

export function reverseStep(
  zt: number[][],
  t: number[],
  epsHat: number[][],
  alpha: number[],
  xi: number[][],
): number[][] {
  const q = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  return zipRows(q.mean, xi, (n) => {
    const sigma = t[n] > 1 ? Math.sqrt(q.variance[n]) : 0;
    return (m, noise) => m + sigma * noise;
  });
}
