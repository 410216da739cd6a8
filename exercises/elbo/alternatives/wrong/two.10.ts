// wrong: negElboGradient: missing-half-kl; reconstruction: log-of-zero

function logAddExp(a: number, b: number): number {
  const top = Math.max(a, b);
  return top + Math.log(Math.exp(a - top) + Math.exp(b - top));
}

export function reconstruction(x: number[], logits: number[]): number {
  return x.reduce((s, pixel, k) => s + pixel * logits[k] - Math.log(1 + Math.exp(logits[k])), 0);
}

export function klTerm(mu: number[], logVar: number[]): number {
  return mu.reduce((s, m, j) => {
    const sigma = Math.exp(0.5 * logVar[j]);
    return s + 0.5 * m * m + 0.5 * (sigma * sigma - 1) - 0.5 * logVar[j];
  }, 0);
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  const B = x.length;
  return x.reduce((s, row, n) => s + (reconstruction(row, logits[n]) - klTerm(mu[n], logVar[n])) / B, 0);
}

export function negElboGradient(
  x: number[][],
  logits: number[][],
  mu: number[][],
  logVar: number[][],
): { logits: number[][]; mu: number[][]; logVar: number[][] } {
  const B = x.length;
  return {
    logits: logits.map((row, n) => row.map((a, k) => (Math.exp(a - logAddExp(0, a)) - x[n][k]) / B)),
    mu: mu.map((row) => row.map((m) => (m + m) / B)),
    logVar: logVar.map((row) => row.map((lv) => (Math.exp(lv) - 1) / B)),
  };
}

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  const px = joint.reduce((s, v) => s + v, 0);
  const logEvidence = Math.log(px);
  const gap = q.reduce((s, qz, z) => (qz === 0 ? s : s + qz * Math.log(qz / (joint[z] / px))), 0);
  return { elbo: logEvidence - gap, logEvidence, gap };
}
