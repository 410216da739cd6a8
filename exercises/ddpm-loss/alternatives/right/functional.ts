/** Arrow functions and maps only; every abar is the product of a slice. */

type Matrix = number[][];

const product = (values: number[]): number => values.reduce((so, value) => so * value, 1);
const barAt = (alpha: number[], t: number): number => product(alpha.slice(0, t));
const zip = (a: Matrix, b: Matrix, f: (x: number, y: number, n: number) => number): Matrix =>
  a.map((row, n) => row.map((x, i) => f(x, b[n][i], n)));
const mean = (values: number[]): number => values.reduce((so, value) => so + value, 0) / values.length;

export const alphaBar = (alpha: number[]): number[] => {
  const [first, ...rest] = alpha;
  return rest.reduce((bars, kept) => (bars.push(bars[bars.length - 1] * kept), bars), [first]);
};

export const noisySample = (x0: Matrix, t: number[], eps: Matrix, alpha: number[]): Matrix => {
  const bar = t.map((step) => barAt(alpha, step));
  return zip(x0, eps, (x, e, n) => Math.sqrt(bar[n]) * x + Math.sqrt(1 - bar[n]) * e);
};

export const predictX0 = (zt: Matrix, t: number[], epsHat: Matrix, alpha: number[]): Matrix => {
  const bar = t.map((step) => barAt(alpha, step));
  return zip(zt, epsHat, (z, e, n) => (z - Math.sqrt(1 - bar[n]) * e) / Math.sqrt(bar[n]));
};

export const simpleLoss = (eps: Matrix, epsHat: Matrix): number => mean(zip(eps, epsHat, (e, h) => (h - e) ** 2).flat());

export const lossGradient = (eps: Matrix, epsHat: Matrix): Matrix =>
  zip(eps, epsHat, (e, h) => (2 * (h - e)) / eps.flat().length);

export const posterior = (x0: Matrix, zt: Matrix, t: number[], alpha: number[]): { mean: Matrix; variance: number[] } => {
  const now = t.map((step) => barAt(alpha, step));
  const before = t.map((step) => barAt(alpha, step - 1));
  const kept = t.map((step) => alpha[step - 1]);
  return {
    mean: zip(
      x0,
      zt,
      (x, z, n) =>
        (Math.sqrt(before[n]) * (1 - kept[n]) * x + Math.sqrt(kept[n]) * (1 - before[n]) * z) / (1 - now[n]),
    ),
    variance: t.map((_, n) => ((1 - kept[n]) * (1 - before[n])) / (1 - now[n])),
  };
};

export const weightedLoss = (eps: Matrix, epsHat: Matrix, t: number[], alpha: number[]): number => {
  const { variance } = posterior(eps, eps, t, alpha);
  const squared = zip(eps, epsHat, (e, h) => (e - h) ** 2).map((row) => mean(row) * row.length);
  return mean(
    t.map((step, n) => {
      const kept = alpha[step - 1];
      return ((1 - kept) ** 2 * squared[n]) / (2 * variance[n] * kept * (1 - barAt(alpha, step)));
    }),
  );
};

export const reverseStep = (zt: Matrix, t: number[], epsHat: Matrix, alpha: number[], xi: Matrix): Matrix => {
  const back = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  return zip(back.mean, xi, (m, noise, n) => m + Math.sqrt(back.variance[n]) * noise);
};
