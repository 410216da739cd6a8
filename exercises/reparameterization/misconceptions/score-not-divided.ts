/** Multiplies the value by eps itself, as if sigma were 1. */

export function sample(mu: number[], logVar: number[], eps: number[]): number[] {
  return mu.map((mean, j) => mean + Math.exp(logVar[j] / 2) * eps[j]);
}

export function pathwiseGradient(
  logVar: number[],
  eps: number[][],
  slope: number[][],
): { mu: number[]; logVar: number[] } {
  return {
    mu: logVar.map((_, j) => mean(eps.length, (s) => slope[s][j])),
    logVar: logVar.map((v, j) => mean(eps.length, (s) => (slope[s][j] * Math.exp(v / 2) * eps[s][j]) / 2)),
  };
}

export function scoreGradient(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  return {
    mu: logVar.map((v, j) => mean(eps.length, (s) => value[s] * eps[s][j])),
    logVar: logVar.map((_, j) => mean(eps.length, (s) => (value[s] * (eps[s][j] ** 2 - 1)) / 2)),
  };
}

export function scoreGradientWithBaseline(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  let total = 0;
  for (const one of value) total += one;
  const others = value.length - 1;
  return scoreGradient(
    logVar,
    eps,
    value.map((one) => one - (total - one) / others),
  );
}

/** The mean over the draws of what draw s says. */
function mean(draws: number, of: (s: number) => number): number {
  let sum = 0;
  for (let s = 0; s < draws; s++) sum += of(s);
  return sum / draws;
}
