/** Means kept up to date row by row (m += (value - m) / n), while loops, and one object that collects all gradients. */

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  const answer = { elbo: 0, logEvidence: 0, gap: 0 };
  let evidence = 0;
  let z = joint.length;
  while (z-- > 0) evidence += joint[z]!;
  z = q.length;
  while (z-- > 0) {
    const weight = q[z]!;
    // the limit of w log w is 0
    const surprise = weight > 0 ? Math.log(weight) : 0;
    const evidenceOfState = weight > 0 ? Math.log(joint[z]!) : 0;
    answer.elbo += weight * (evidenceOfState - surprise);
    answer.gap += weight * (surprise - evidenceOfState + Math.log(evidence));
  }
  answer.logEvidence = answer.elbo + answer.gap;
  return answer;
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  let mean = 0;
  let n = 0;
  while (n < x.length) {
    const value = reconstruction(x[n]!, logits[n]!) - klTerm(mu[n]!, logVar[n]!);
    n += 1;
    mean += (value - mean) / n;
  }
  return mean;
}

export function klTerm(mu: number[], logVar: number[]): number {
  let twice = 0;
  let j = 0;
  while (j < mu.length) {
    const deviation = Math.exp(0.5 * logVar[j]!);
    twice += mu[j]! ** 2 + (deviation - 1) * (deviation + 1) - logVar[j]!;
    j += 1;
  }
  return twice / 2;
}

export function reconstruction(x: number[], logits: number[]): number {
  let k = 0;
  let total = 0;
  while (k < x.length) {
    // log y and log(1 - y) differ by the logit; the smaller of the two is the one to compute
    const a = logits[k]!;
    const smaller = -Math.abs(a) - Math.log1p(Math.exp(-Math.abs(a)));
    const larger = smaller + Math.abs(a);
    const logY = a < 0 ? smaller : larger;
    const logNotY = a < 0 ? larger : smaller;
    total += x[k] ? logY : logNotY;
    k += 1;
  }
  return total;
}

export function negElboGradient(x: number[][], logits: number[][], mu: number[][], logVar: number[][]) {
  const gradient: Record<"logits" | "mu" | "logVar", number[][]> = { logits: [], mu: [], logVar: [] };
  let n = 0;
  while (n < x.length) {
    gradient.logits[n] = [];
    gradient.mu[n] = [];
    gradient.logVar[n] = [];
    let k = 0;
    while (k < x[n]!.length) {
      const a = logits[n]![k]!;
      const odds = Math.exp(-Math.abs(a));
      const y = a < 0 ? odds / (1 + odds) : 1 / (1 + odds);
      gradient.logits[n]![k] = (y - x[n]![k]!) / x.length;
      k += 1;
    }
    let j = 0;
    while (j < mu[n]!.length) {
      const deviation = Math.exp(0.5 * logVar[n]![j]!);
      gradient.mu[n]![j] = mu[n]![j]! / x.length;
      gradient.logVar[n]![j] = ((deviation - 1) * (deviation + 1)) / (2 * x.length);
      j += 1;
    }
    n += 1;
  }
  return gradient;
}
