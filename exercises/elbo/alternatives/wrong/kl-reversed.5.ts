// wrong: klTerm: kl-reversed

const zerosLike = (rows: number[][]): number[][] => rows.map((row) => new Array<number>(row.length).fill(0));

export function reconstruction(x: number[], logits: number[]): number {
  const terms = new Float64Array(x.length);
  for (let k = 0; k < terms.length; k++) {
    // log of the probability of the pixel that was seen
    const towards = x[k] > 0.5 ? logits[k] : -logits[k];
    terms[k] = Math.min(towards, 0) - Math.log(1 + Math.exp(-Math.abs(towards)));
  }
  return terms.reduce((s, t) => s + t, 0);
}

export function klTerm(mu: number[], logVar: number[]): number {
  // log(s2/s1) + (s1^2 + (m1 - m2)^2) / (2 s2^2) - 1/2 with the prior first
  let total = 0;
  for (let j = 0; j < mu.length; j++) {
    const sigma = Math.exp(logVar[j] / 2);
    total += Math.log(sigma) + (1 + mu[j] ** 2) / (2 * sigma ** 2) - 0.5;
  }
  return total;
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  let rec = 0;
  let kl = 0;
  for (const [n, row] of x.entries()) {
    rec += reconstruction(row, logits[n]);
    kl += klTerm(mu[n], logVar[n]);
  }
  return (rec - kl) / x.length;
}

export function negElboGradient(
  x: number[][],
  logits: number[][],
  mu: number[][],
  logVar: number[][],
): { logits: number[][]; mu: number[][]; logVar: number[][] } {
  const g = { logits: zerosLike(logits), mu: zerosLike(mu), logVar: zerosLike(logVar) };
  const B = x.length;
  for (let n = 0; n < B; n++) {
    for (let k = 0; k < logits[n].length; k++) {
      const y = 0.5 * (1 + Math.tanh(logits[n][k] / 2));
      g.logits[n][k] = (y - x[n][k]) / B;
    }
    for (let j = 0; j < mu[n].length; j++) {
      g.mu[n][j] = mu[n][j] / B;
      g.logVar[n][j] = Math.expm1(logVar[n][j]) / (2 * B);
    }
  }
  return g;
}

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  let expectedLogJoint = 0;
  let entropy = 0;
  for (let z = 0; z < q.length; z++) {
    if (q[z] === 0) continue;
    expectedLogJoint += q[z] * Math.log(joint[z]);
    entropy -= q[z] * Math.log(q[z]);
  }
  const elbo = expectedLogJoint + entropy;
  const logEvidence = Math.log(joint.reduce((s, v) => s + v, 0));
  return { elbo, logEvidence, gap: logEvidence - elbo };
}
