// wrong: scoreGradient: sign-of-score

export function sample(mu: number[], logVar: number[], eps: number[]): number[] {
  return mu.map((m, j) => m + deviation(logVar[j]) * eps[j]);
}

export function pathwiseGradient(
  logVar: number[],
  eps: number[][],
  slope: number[][],
): { mu: number[]; logVar: number[] } {
  const gradient = zeros(logVar.length);
  eps.forEach((noise, s) => {
    const z = sample(new Array<number>(logVar.length).fill(0), logVar, noise);
    z.forEach((offset, j) => {
      gradient.mu[j] += slope[s][j] / eps.length;
      gradient.logVar[j] += (slope[s][j] * offset) / (2 * eps.length);
    });
  });
  return gradient;
}

export function scoreGradient(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const gradient = zeros(logVar.length);
  eps.forEach((noise, s) => {
    const z = sample(new Array<number>(logVar.length).fill(0), logVar, noise);
    z.forEach((offset, j) => {
      const variance = Math.exp(logVar[j]);
      const byMu = -offset / variance;
      const byVariance = (offset ** 2 - variance) / (2 * variance ** 2);
      gradient.mu[j] += (value[s] * byMu) / eps.length;
      gradient.logVar[j] += (value[s] * byVariance * variance) / eps.length;
    });
  });
  return gradient;
}

export function scoreGradientWithBaseline(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const all = value.reduce((a, b) => a + b);
  const advantage = value.map((f) => f - (all - f) / (value.length - 1));
  return scoreGradient(logVar, eps, advantage);
}

function deviation(logVariance: number): number {
  return Math.exp(logVariance / 2);
}

function zeros(dim: number): { mu: number[]; logVar: number[] } {
  return { mu: new Array<number>(dim).fill(0), logVar: new Array<number>(dim).fill(0) };
}
