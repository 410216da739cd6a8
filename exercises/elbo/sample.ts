/** A student's attempt, for the demo: two slips, and a line that follows from one of them. */

export function reconstruction(x: number[], logits: number[]): number {
  let sum = 0;
  for (const [k, logit] of logits.entries()) {
    const pixel = x[k] ?? Number.NaN;
    sum += pixel * logSigmoid(logit) + (1 - pixel) * logSigmoid(-logit);
  }
  return sum;
}

export function klTerm(mu: number[], logVar: number[]): number {
  let sum = 0;
  for (const [j, mean] of mu.entries()) {
    const logVariance = logVar[j] ?? Number.NaN;
    sum += mean ** 2 + Math.expm1(logVariance) - logVariance;
  }
  return sum;
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  let sum = 0;
  for (const [n, row] of x.entries()) {
    sum += reconstruction(row, logits[n] ?? []) - klTerm(mu[n] ?? [], logVar[n] ?? []);
  }
  return sum / x.length;
}

export function negElboGradient(
  x: number[][],
  logits: number[][],
  mu: number[][],
  logVar: number[][],
): { logits: number[][]; mu: number[][]; logVar: number[][] } {
  const rows = x.length;
  return {
    logits: x.map((row, n) => row.map((pixel, k) => (sigmoid(logits[n]?.[k] ?? Number.NaN) - pixel) / rows)),
    mu: mu.map((row) => row.map((mean) => mean / rows)),
    logVar: logVar.map((row) => row.map((logVariance) => Math.expm1(logVariance) / (2 * rows))),
  };
}

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  let evidence = 0;
  for (const probability of joint) evidence += probability;
  let bound = 0;
  let gap = 0;
  for (const [z, weight] of q.entries()) {
    const probability = joint[z] ?? Number.NaN;
    bound += weight * Math.log(probability / weight);
    gap += weight * Math.log((weight * evidence) / probability);
  }
  return { elbo: bound, logEvidence: Math.log(evidence), gap };
}

/** log sigmoid(a) = min(a, 0) - log(1 + e^-|a|): the exponent is never positive. */
function logSigmoid(a: number): number {
  return Math.min(a, 0) - Math.log1p(Math.exp(-Math.abs(a)));
}

/** 1 / (1 + e^-a); e^-a may overflow to infinity, whose reciprocal is the right 0. */
function sigmoid(a: number): number {
  return 1 / (1 + Math.exp(-a));
}
