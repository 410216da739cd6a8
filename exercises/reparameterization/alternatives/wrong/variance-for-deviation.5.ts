// wrong: sample, pathwiseGradient, scoreGradient: variance-for-deviation

function deviations(logVar: number[]): Float64Array {
  return Float64Array.from(logVar, (v) => Math.exp(v));
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
  for (const [s, row] of eps.entries()) {
    for (const [j, e] of row.entries()) {
      total[j] += value[s] * e;
      total[sigma.length + j] += value[s] * (e * e - 1);
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
