// wrong: lowerBound: evidence-unnormalised

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
  let squares = 0;
  let variances = 0;
  let logs = 0;
  for (let j = 0; j < mu.length; j++) {
    squares += Math.pow(mu[j], 2);
    variances += Math.exp(logVar[j]);
    logs += logVar[j];
  }
  return 0.5 * (squares + variances - mu.length - logs);
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
  let crossEntropy = 0;
  let entropy = 0;
  for (let z = 0; z < q.length; z++) {
    if (q[z] === 0) continue;
    crossEntropy -= q[z] * Math.log(joint[z]);
    entropy -= q[z] * Math.log(q[z]);
  }
  const logEvidence = Math.log(joint.reduce((s, v) => s + v, 0));
  return { elbo: entropy - crossEntropy, logEvidence, gap: crossEntropy - entropy };
}
