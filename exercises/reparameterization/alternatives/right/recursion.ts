/** Sums by recursion on halves, so that rounding errors grow with the logarithm of the number of draws. */

function pairwise(from: number, to: number, term: (s: number) => number): number {
  if (to - from === 1) return term(from);
  const middle = (from + to) >> 1;
  return pairwise(from, middle, term) + pairwise(middle, to, term);
}

const expectation = (draws: number, term: (s: number) => number): number => pairwise(0, draws, term) / draws;

export function sample(mu: number[], logVar: number[], eps: number[]): number[] {
  if (mu.length === 0) return [];
  const [m, ...restOfMu] = mu;
  const [v, ...restOfLogVar] = logVar;
  const [e, ...restOfEps] = eps;
  return [m + Math.exp(v / 2) * e, ...sample(restOfMu, restOfLogVar, restOfEps)];
}

export function pathwiseGradient(
  logVar: number[],
  eps: number[][],
  slope: number[][],
): { mu: number[]; logVar: number[] } {
  const halfSigma = logVar.map((v) => 0.5 * Math.exp(v / 2));
  return {
    mu: halfSigma.map((_, j) => expectation(slope.length, (s) => slope[s][j])),
    logVar: halfSigma.map((h, j) => h * expectation(slope.length, (s) => slope[s][j] * eps[s][j])),
  };
}

export function scoreGradient(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const precisionRoot = logVar.map((v) => Math.exp(-v / 2));
  return {
    mu: precisionRoot.map((r, j) => r * expectation(value.length, (s) => value[s] * eps[s][j])),
    logVar: precisionRoot.map(
      (_, j) => expectation(value.length, (s) => value[s] * eps[s][j] ** 2 - value[s]) / 2,
    ),
  };
}

export function scoreGradientWithBaseline(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const all = pairwise(0, value.length, (s) => value[s]);
  const without = (s: number): number => (all - value[s]) / (value.length - 1);
  return scoreGradient(
    logVar,
    eps,
    value.map((f, s) => f - without(s)),
  );
}
