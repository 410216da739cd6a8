// wrong: scoreGradient: sum-for-mean

function times(row: number[], m: number[][]): number[] {
  return m[0].map((_, j) => row.reduce((sum, weight, s) => sum + weight * m[s][j], 0));
}

function hadamard(a: number[][], b: number[][]): number[][] {
  return a.map((row, s) => row.map((entry, j) => entry * b[s][j]));
}

function scaled(row: number[], by: number[]): number[] {
  return row.map((entry, j) => entry * by[j]);
}

const sigmaOf = (logVar: number[]): number[] => logVar.map((v) => Math.exp(v) ** 0.5);

export function sample(mu: number[], logVar: number[], eps: number[]): number[] {
  const spread = scaled(eps, sigmaOf(logVar));
  return spread.map((offset, j) => offset + mu[j]);
}

export function pathwiseGradient(
  logVar: number[],
  eps: number[][],
  slope: number[][],
): { mu: number[]; logVar: number[] } {
  const uniform = slope.map(() => 1 / slope.length);
  const half = sigmaOf(logVar).map((sigma) => sigma / 2);
  return { mu: times(uniform, slope), logVar: scaled(times(uniform, hadamard(slope, eps)), half) };
}

export function scoreGradient(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const weights = value;
  const excess = eps.map((row) => row.map((e) => (e * e - 1) / 2));
  const inverse = sigmaOf(logVar).map((sigma) => 1 / sigma);
  return { mu: scaled(times(weights, eps), inverse), logVar: times(weights, excess) };
}

export function scoreGradientWithBaseline(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const n = value.length;
  const centring = value.map((_, s) => value.map((__, r) => (s === r ? 1 : -1 / (n - 1))));
  const advantage = centring.map((row) => row.reduce((sum, weight, r) => sum + weight * value[r], 0));
  return scoreGradient(logVar, eps, advantage);
}
