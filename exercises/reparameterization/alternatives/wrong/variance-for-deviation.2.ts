// wrong: sample: variance-for-deviation

export function sample(mu: number[], logVar: number[], eps: number[]): number[] {
  const z = mu.slice();
  let j = z.length;
  while (j-- > 0) z[j] += eps[j] * Math.exp(logVar[j]);
  return z;
}

export function pathwiseGradient(
  logVar: number[],
  eps: number[][],
  slope: number[][],
): { mu: number[]; logVar: number[] } {
  const mu = logVar.map(() => 0);
  const byLogVar = logVar.map(() => 0);
  let s = 0;
  while (s < slope.length) {
    const weight = 1 / (s + 1);
    for (let j = 0; j < mu.length; j++) {
      const dz = 0.5 * Math.exp(0.5 * logVar[j]) * eps[s][j];
      mu[j] += weight * (slope[s][j] - mu[j]);
      byLogVar[j] += weight * (slope[s][j] * dz - byLogVar[j]);
    }
    s++;
  }
  return { mu, logVar: byLogVar };
}

export function scoreGradient(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const mu = logVar.map(() => 0);
  const byLogVar = logVar.map(() => 0);
  let s = 0;
  while (s < value.length) {
    const weight = 1 / (s + 1);
    for (let j = 0; j < mu.length; j++) {
      const e = eps[s][j];
      mu[j] += weight * (value[s] * e * Math.exp(-logVar[j] / 2) - mu[j]);
      byLogVar[j] += weight * (0.5 * value[s] * (e - 1) * (e + 1) - byLogVar[j]);
    }
    s++;
  }
  return { mu, logVar: byLogVar };
}

export function scoreGradientWithBaseline(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const advantage = value.map((f, s) => {
    let mean = 0;
    let seen = 0;
    value.forEach((other, r) => {
      if (r === s) return;
      seen++;
      mean += (other - mean) / seen;
    });
    return f - mean;
  });
  return scoreGradient(logVar, eps, advantage);
}
