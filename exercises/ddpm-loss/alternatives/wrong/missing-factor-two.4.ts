// wrong: weightedLoss: missing-factor-two
type Rows = number[][];

const sumOf = (v: number[]): number => v.reduce((s, x) => s + x, 0);
const average = (v: number[]): number => sumOf(v) / v.length;

export const alphaBar = (alpha: number[]): number[] => {
  let kept = 1;
  return alpha.map((a) => (kept *= a));
};

export const noisySample = (x0: Rows, t: number[], eps: Rows, alpha: number[]): Rows => {
  const bars = alphaBar(alpha);
  return x0.map((row, n) => {
    const bar = bars[t[n] - 1];
    return row.map((x, d) => Math.sqrt(bar) * x + Math.sqrt(1 - bar) * eps[n][d]);
  });
};

export const predictX0 = (zt: Rows, t: number[], epsHat: Rows, alpha: number[]): Rows => {
  const bars = alphaBar(alpha);
  return zt.map((row, n) => {
    const bar = bars[t[n] - 1];
    return row.map((z, d) => (z - Math.sqrt(1 - bar) * epsHat[n][d]) / Math.sqrt(bar));
  });
};

export const simpleLoss = (eps: Rows, epsHat: Rows): number =>
  average(eps.map((row, n) => average(row.map((e, d) => (epsHat[n][d] - e) ** 2))));

export const lossGradient = (eps: Rows, epsHat: Rows): Rows =>
  eps.map((row, n) => row.map((e, d) => (2 * (epsHat[n][d] - e)) / (eps.length * row.length)));

export const posterior = (
  x0: Rows,
  zt: Rows,
  t: number[],
  alpha: number[],
): { mean: Rows; variance: number[] } => {
  const bars = alphaBar(alpha);
  const steps = t.map((step) => ({
    a: alpha[step - 1],
    now: bars[step - 1],
    before: step === 1 ? 1 : bars[step - 2],
  }));
  return {
    mean: zt.map((row, n) => {
      const { a, now, before } = steps[n];
      const cz = (Math.sqrt(a) * (1 - before)) / (1 - now);
      const cx = (Math.sqrt(before) * (1 - a)) / (1 - now);
      return row.map((z, d) => cz * z + cx * x0[n][d]);
    }),
    variance: steps.map(({ a, now, before }) => ((1 - a) * (1 - before)) / (1 - now)),
  };
};

export const weightedLoss = (eps: Rows, epsHat: Rows, t: number[], alpha: number[]): number => {
  const bars = alphaBar(alpha);
  const perRow = eps.map((row, n) => {
    const a = alpha[t[n] - 1];
    const before = t[n] === 1 ? 1 : bars[t[n] - 2];
    // s2_q put in: one factor 1 - a and the factor 1 - abar_t cancel
    const weight = (1 - a) / (a * (1 - before));
    return weight * sumOf(row.map((e, d) => (e - epsHat[n][d]) ** 2));
  });
  return average(perRow);
};

export const reverseStep = (zt: Rows, t: number[], epsHat: Rows, alpha: number[], xi: Rows): Rows => {
  const { mean, variance } = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  return mean.map((row, n) => row.map((m, d) => m + Math.sqrt(variance[n]) * xi[n][d]));
};
