// wrong: scoreGradient: product-of-means

function deviations(logVar: number[]): Float64Array {
  return Float64Array.from(logVar, (v) => Math.exp(v / 2));
}

export function sample(mu: number[], logVar: number[], eps: number[]): number[] {
  const z = Float64Array.from(mu);
  const sigma = deviations(logVar);
  for (let j = 0; j < z.length; j += 1) z[j] += sigma[j] * eps[j];
  return Array.from(z);
}

export function pathwiseGradient(
  logVar: number[],
  eps: number[][],
  slope: number[][],
): { mu: number[]; logVar: number[] } {
  const sigma = deviations(logVar);
  const total = new Float64Array(2 * sigma.length);
  for (const [s, row] of slope.entries()) {
    for (const [j, df] of row.entries()) {
      total[j] += df;
      total[sigma.length + j] += df * eps[s][j];
    }
  }
  return {
    mu: Array.from(sigma, (_, j) => total[j] / slope.length),
    logVar: Array.from(sigma, (sd, j) => (sd * total[sigma.length + j]) / (2 * slope.length)),
  };
}

export function scoreGradient(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const sigma = deviations(logVar);
  const total = new Float64Array(2 * sigma.length);
  const mean = value.reduce((a, b) => a + b, 0) / value.length;
  for (const row of eps) {
    for (const [j, e] of row.entries()) {
      total[j] += mean * e;
      total[sigma.length + j] += mean * (e * e - 1);
    }
  }
  return {
    mu: Array.from(sigma, (sd, j) => total[j] / (sd * value.length)),
    logVar: Array.from(sigma, (_, j) => total[sigma.length + j] / (2 * value.length)),
  };
}

export function scoreGradientWithBaseline(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const centred = Float64Array.from(value);
  const n = centred.length;
  let sum = 0;
  for (const f of centred) sum += f;
  for (let s = 0; s < n; s += 1) centred[s] = value[s] - (sum - value[s]) / (n - 1);
  return scoreGradient(logVar, eps, Array.from(centred));
}
