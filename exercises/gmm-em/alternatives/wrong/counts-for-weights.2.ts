// wrong: mStep: counts-for-weights

function nearest(sample: number[], weights: number[], means: number[][], variances: number[][]): number[] {
  return weights.map((weight, k) =>
    weight === 0 ? Infinity : sample.reduce((total, value, d) => total + (value - means[k][d]) ** 2 / variances[k][d], 0),
  );
}

function scaled(x: number[][], weights: number[], means: number[][], variances: number[][]): { values: number[]; lost: number }[] {
  return x.map((sample) => {
    const distances = nearest(sample, weights, means, variances);
    const least = Math.min(...distances);
    const values = distances.map((distance, k) => {
      let height = weights[k];
      for (const variance of variances[k]) height /= Math.sqrt(2 * Math.PI * variance);
      return weights[k] === 0 ? 0 : height * Math.exp((least - distance) / 2);
    });
    return { values, lost: least / 2 };
  });
}

export function responsibilities(x: number[][], weights: number[], means: number[][], variances: number[][]): number[][] {
  return scaled(x, weights, means, variances).map(({ values }) => {
    const total = values.reduce((a, b) => a + b);
    return values.map((value) => value / total);
  });
}

export function logLikelihood(x: number[][], weights: number[], means: number[][], variances: number[][]): number {
  const logs = scaled(x, weights, means, variances).map(({ values, lost }) => Math.log(values.reduce((a, b) => a + b)) - lost);
  return logs.reduce((a, b) => a + b) / logs.length;
}

export function mStep(x: number[][], r: number[][]) {
  const transposed = r[0].map((_, k) => r.map((row) => row[k]));
  const fitted = transposed.map((shares) => {
    const count = shares.reduce((a, b) => a + b);
    return count < 1e-8 ? { ...fit(x, x.map(() => 1)), weight: 0 } : fit(x, shares);
  });
  return {
    weights: fitted.map(({ weight }) => weight),
    means: fitted.map(({ mean }) => mean),
    variances: fitted.map(({ variance }) => variance),
  };
}

function fit(x: number[][], shares: number[]): { weight: number; mean: number[]; variance: number[] } {
  const count = shares.reduce((a, b) => a + b);
  const mean: number[] = [];
  const variance: number[] = [];
  for (let d = 0; d < x[0].length; d++) {
    mean[d] = 0;
    shares.forEach((share, i) => (mean[d] += (share / count) * x[i][d]));
    variance[d] = 0;
    shares.forEach((share, i) => (variance[d] += (share / count) * (x[i][d] - mean[d]) * (x[i][d] - mean[d])));
    if (variance[d] < 1e-6) variance[d] = 1e-6;
  }
  return { weight: count, mean, variance };
}

export function em(x: number[][], weights: number[], means: number[][], variances: number[][], steps: number) {
  const round = (now: { weights: number[]; means: number[][]; variances: number[][] }, left: number): { weights: number[]; means: number[][]; variances: number[][] } =>
    left === 0 ? now : round(mStep(x, responsibilities(x, now.weights, now.means, now.variances)), left - 1);
  return round({ weights, means, variances }, steps);
}
