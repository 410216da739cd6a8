// wrong: klTerm: missing-half-kl

function logSigmoid(a: number): number {
  return a < 0 ? a - Math.log1p(Math.exp(a)) : -Math.log1p(Math.exp(-a));
}

function klOfOne(mu: number, logVar: number): number {
  const variance = Math.exp(logVar);
  return variance - logVar + mu * mu - 1;
}

/** KL(p || r) of two lists of probabilities */
function divergence(p: number[], r: number[]): number {
  let total = 0;
  p.forEach((pz, z) => {
    if (pz !== 0) total += pz * Math.log(pz / r[z]);
  });
  return total;
}

export function reconstruction(x: number[], logits: number[]): number {
  let logProbability = 0;
  x.forEach((pixel, k) => {
    logProbability += pixel === 1 ? logSigmoid(logits[k]) : logSigmoid(-logits[k]);
  });
  return logProbability;
}

export function klTerm(mu: number[], logVar: number[]): number {
  let total = 0;
  mu.forEach((m, j) => {
    total += klOfOne(m, logVar[j]);
  });
  return total;
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  const perImage = x.map((image, n) => reconstruction(image, logits[n]) - klTerm(mu[n], logVar[n]));
  return perImage.reduce((s, v) => s + v, 0) / perImage.length;
}

export function negElboGradient(
  x: number[][],
  logits: number[][],
  mu: number[][],
  logVar: number[][],
): { logits: number[][]; mu: number[][]; logVar: number[][] } {
  const scale = 1 / x.length;
  const byLogit = (a: number, pixel: number): number => Math.exp(logSigmoid(a)) - pixel;
  const byLogVar = (lv: number): number => (Math.exp(lv) - 1) / 2;
  return {
    logits: logits.map((row, n) => row.map((a, k) => scale * byLogit(a, x[n][k]))),
    mu: mu.map((row) => row.map((m) => scale * m)),
    logVar: logVar.map((row) => row.map((lv) => scale * byLogVar(lv))),
  };
}

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  const evidence = joint.reduce((s, v) => s + v, 0);
  const posterior = joint.map((v) => v / evidence);
  const elbo = -divergence(q, joint);
  const gap = divergence(q, posterior);
  return { elbo, gap, logEvidence: elbo + gap };
}
