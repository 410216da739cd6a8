/** A white pixel costs softplus(-a), a black one softplus(a): one branch, no product with x. */

export function reconstruction(x: number[], logits: number[]): number {
  let total = 0;
  for (let k = 0; k < x.length; k++) {
    const margin = x[k] === 1 ? logits[k]! : -logits[k]!;
    total += margin >= 0 ? -Math.log1p(Math.exp(-margin)) : margin - Math.log1p(Math.exp(margin));
  }
  return total;
}

export function klTerm(mu: number[], logVar: number[]): number {
  let meanPart = 0;
  let variancePart = 0;
  for (let j = 0; j < mu.length; j++) {
    meanPart += mu[j]! * mu[j]!;
    variancePart += Math.exp(logVar[j]!) - logVar[j]!;
  }
  return (meanPart + variancePart - mu.length) / 2;
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  let likelihood = 0;
  let divergence = 0;
  for (let n = 0; n < x.length; n++) {
    likelihood += reconstruction(x[n]!, logits[n]!);
    divergence += klTerm(mu[n]!, logVar[n]!);
  }
  return likelihood / x.length - divergence / x.length;
}

export function negElboGradient(x: number[][], logits: number[][], mu: number[][], logVar: number[][]) {
  const result = { logits: [] as number[][], mu: [] as number[][], logVar: [] as number[][] };
  const share = 1 / x.length;
  for (let n = 0; n < x.length; n++) {
    const dLogits: number[] = [];
    for (let k = 0; k < x[n]!.length; k++) {
      const wrong = x[n]![k] === 1 ? -logits[n]![k]! : logits[n]![k]!;
      const probability = 1 / (1 + Math.exp(-wrong));
      dLogits.push(x[n]![k] === 1 ? -share * probability : share * probability);
    }
    const dMu: number[] = [];
    const dLogVar: number[] = [];
    for (let j = 0; j < mu[n]!.length; j++) {
      dMu.push(share * mu[n]![j]!);
      dLogVar.push(share * 0.5 * (Math.exp(logVar[n]![j]!) - 1));
    }
    result.logits.push(dLogits);
    result.mu.push(dMu);
    result.logVar.push(dLogVar);
  }
  return result;
}

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  let evidence = 0;
  for (let z = 0; z < joint.length; z++) evidence += joint[z]!;
  let bound = 0;
  let gap = 0;
  for (let z = 0; z < q.length; z++) {
    if (q[z]! > 0) {
      bound += q[z]! * Math.log(joint[z]! / q[z]!);
      gap += q[z]! * Math.log(q[z]! / (joint[z]! / evidence));
    }
  }
  return { elbo: bound, logEvidence: bound + gap, gap };
}
