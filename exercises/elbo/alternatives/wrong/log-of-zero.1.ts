// wrong: reconstruction: log-of-zero

export function reconstruction(x: number[], logits: number[]): number {
  let total = 0;
  for (let k = 0; k < x.length; k++) {
    const y = 1 / (1 + Math.exp(-logits[k]));
    total += x[k] * Math.log(y) + (1 - x[k]) * Math.log(1 - y);
  }
  return total;
}

export function klTerm(mu: number[], logVar: number[]): number {
  let total = 0;
  for (let j = 0; j < mu.length; j++) {
    total += 0.5 * (mu[j] * mu[j] + Math.exp(logVar[j]) - 1 - logVar[j]);
  }
  return total;
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  let total = 0;
  for (let n = 0; n < x.length; n++) {
    total += reconstruction(x[n], logits[n]) - klTerm(mu[n], logVar[n]);
  }
  return total / x.length;
}

export function negElboGradient(
  x: number[][],
  logits: number[][],
  mu: number[][],
  logVar: number[][],
): { logits: number[][]; mu: number[][]; logVar: number[][] } {
  const B = x.length;
  const gLogits: number[][] = [];
  const gMu: number[][] = [];
  const gLogVar: number[][] = [];
  for (let n = 0; n < B; n++) {
    gLogits.push([]);
    gMu.push([]);
    gLogVar.push([]);
    for (let k = 0; k < x[n].length; k++) {
      const y = 1 / (1 + Math.exp(-logits[n][k]));
      gLogits[n].push((y - x[n][k]) / B);
    }
    for (let j = 0; j < mu[n].length; j++) {
      gMu[n].push(mu[n][j] / B);
      gLogVar[n].push((0.5 * (Math.exp(logVar[n][j]) - 1)) / B);
    }
  }
  return { logits: gLogits, mu: gMu, logVar: gLogVar };
}

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  let evidence = 0;
  for (let z = 0; z < joint.length; z++) evidence += joint[z];
  let elbo = 0;
  let gap = 0;
  for (let z = 0; z < joint.length; z++) {
    if (q[z] > 0) {
      elbo += q[z] * Math.log(joint[z] / q[z]);
      gap += q[z] * Math.log((q[z] * evidence) / joint[z]);
    }
  }
  return { elbo, logEvidence: Math.log(evidence), gap };
}
