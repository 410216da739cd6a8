/** Everything in logarithms: one logSumExp serves the pixels (log(e^0 + e^a)) and the states of the latent variable. */

function logSumExp(values: number[]): number {
  const largest = Math.max(...values);
  let total = 0;
  for (const value of values) total += Math.exp(value - largest);
  return largest + Math.log(total);
}

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  const logJoint = joint.map((probability) => Math.log(probability));
  const logEvidence = logSumExp(logJoint);
  let crossEntropy = 0;
  let entropy = 0;
  q.forEach((weight, z) => {
    if (weight === 0) return;
    crossEntropy -= weight * (logJoint[z]! - logEvidence);
    entropy -= weight * Math.log(weight);
  });
  const gap = crossEntropy - entropy;
  return { elbo: logEvidence - gap, logEvidence, gap };
}

export function reconstruction(x: number[], logits: number[]): number {
  let total = 0;
  logits.forEach((a, k) => {
    const logOne = a - logSumExp([0, a]);
    const logZero = -logSumExp([0, a]);
    total += x[k]! * logOne + (1 - x[k]!) * logZero;
  });
  return total;
}

export function klTerm(mu: number[], logVar: number[]): number {
  let total = 0;
  mu.forEach((m, j) => {
    total += 0.5 * m ** 2 + 0.5 * Math.exp(logVar[j]!) - 0.5 - 0.5 * logVar[j]!;
  });
  return total;
}

export function negElboGradient(x: number[][], logits: number[][], mu: number[][], logVar: number[][]) {
  const rows = x.length;
  const y = (a: number): number => Math.exp(a - logSumExp([0, a]));
  return {
    logits: logits.map((row, n) => row.map((a, k) => (y(a) - x[n]![k]!) / rows)),
    mu: mu.map((row) => row.map((m) => m / rows)),
    logVar: logVar.map((row) => row.map((l) => Math.exp(l) / (2 * rows) - 1 / (2 * rows))),
  };
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  let average = 0;
  x.forEach((row, n) => {
    average += (reconstruction(row, logits[n]!) - klTerm(mu[n]!, logVar[n]!)) / x.length;
  });
  return average;
}
