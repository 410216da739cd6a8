/** The KL term as it is derived: cross-entropy of q and the prior minus the entropy of q, constants and all. */

const LOG_2_PI = Math.log(2 * Math.PI);

/** -E_q[ log N(z; 0, 1) ] */
function crossEntropyWithPrior(mean: number, variance: number): number {
  return 0.5 * LOG_2_PI + 0.5 * (mean * mean + variance);
}

/** -E_q[ log q(z) ] */
function entropy(logVariance: number): number {
  return 0.5 * LOG_2_PI + 0.5 + 0.5 * logVariance;
}

export function klTerm(mu: number[], logVar: number[]): number {
  return mu
    .map((mean, j) => crossEntropyWithPrior(mean, Math.exp(logVar[j]!)) - entropy(logVar[j]!))
    .reduce((a, b) => a + b);
}

export function reconstruction(x: number[], logits: number[]): number {
  return x
    .map((pixel, k) => pixel * logits[k]! - logOnePlusExp(logits[k]!))
    .reduce((a, b) => a + b);
}

function logOnePlusExp(a: number): number {
  if (a > 40) return a;
  if (a < -40) return Math.exp(a);
  return Math.log(1 + Math.exp(a));
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  const bounds = x.map((row, n) => reconstruction(row, logits[n]!) - klTerm(mu[n]!, logVar[n]!));
  return bounds.reduce((a, b) => a + b) / bounds.length;
}

/** The chain rule spelt out: d/d logVar = d/d s2 times s2, and d/d logit of softplus is e^a / (1 + e^a). */
export function negElboGradient(x: number[][], logits: number[][], mu: number[][], logVar: number[][]) {
  const dKlByVariance = (variance: number): number => 0.5 * (1 - 1 / variance);
  const scale = 1 / x.length;
  return {
    logits: logits.map((row, n) =>
      row.map((a, k) => scale * ((a < 0 ? Math.exp(a) / (1 + Math.exp(a)) : 1 / (1 + Math.exp(-a))) - x[n]![k]!)),
    ),
    mu: mu.map((row) => row.map((mean) => scale * mean)),
    logVar: logVar.map((row) => row.map((l) => scale * dKlByVariance(Math.exp(l)) * Math.exp(l))),
  };
}

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  const support = q.map((_, z) => z).filter((z) => q[z]! > 0);
  const energy = support.map((z) => q[z]! * Math.log(joint[z]!)).reduce((a, b) => a + b);
  const entropyOfQ = -support.map((z) => q[z]! * Math.log(q[z]!)).reduce((a, b) => a + b);
  const logEvidence = Math.log(joint.reduce((a, b) => a + b));
  return { elbo: energy + entropyOfQ, logEvidence, gap: logEvidence - energy - entropyOfQ };
}
