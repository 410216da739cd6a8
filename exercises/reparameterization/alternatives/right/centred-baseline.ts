/** The baseline in closed form: a deviation from the mean of all, times n / (n - 1). No function calls another. */

export function sample(mu: number[], logVar: number[], eps: number[]): number[] {
  return logVar.map((v, j) => mu[j] + Math.sqrt(Math.E ** v) * eps[j]);
}

export function pathwiseGradient(
  logVar: number[],
  eps: number[][],
  slope: number[][],
): { mu: number[]; logVar: number[] } {
  const n = eps.length;
  const mu: number[] = [];
  const byLogVar: number[] = [];
  for (const j of logVar.keys()) {
    let first = 0;
    let second = 0;
    for (const s of eps.keys()) {
      first += slope[s][j];
      second += slope[s][j] * (Math.sqrt(Math.exp(logVar[j])) * eps[s][j]);
    }
    mu.push(first / n);
    byLogVar.push(second / n / 2);
  }
  return { mu, logVar: byLogVar };
}

export function scoreGradient(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const n = value.length;
  const mu: number[] = [];
  const byLogVar: number[] = [];
  for (const j of logVar.keys()) {
    let first = 0;
    let second = 0;
    for (const s of eps.keys()) {
      first += value[s] * eps[s][j];
      second += value[s] * (eps[s][j] ** 2 - 1);
    }
    mu.push(first / n / Math.sqrt(Math.exp(logVar[j])));
    byLogVar.push(second / n / 2);
  }
  return { mu, logVar: byLogVar };
}

export function scoreGradientWithBaseline(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const n = value.length;
  let mean = 0;
  for (const f of value) mean += f / n;
  const mu: number[] = [];
  const byLogVar: number[] = [];
  for (const j of logVar.keys()) {
    let first = 0;
    let second = 0;
    for (const s of eps.keys()) {
      first += (value[s] - mean) * eps[s][j];
      second += (value[s] - mean) * eps[s][j] ** 2; // the deviations sum to 0, so nothing is left of the -1
    }
    mu.push(first / (n - 1) / Math.sqrt(Math.exp(logVar[j])));
    byLogVar.push(second / (n - 1) / 2);
  }
  return { mu, logVar: byLogVar };
}
