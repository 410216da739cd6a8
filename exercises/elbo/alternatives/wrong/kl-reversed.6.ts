// wrong: lowerBound: kl-reversed

function logAddExp(a: number, b: number): number {
  const top = Math.max(a, b);
  return top + Math.log(Math.exp(a - top) + Math.exp(b - top));
}

export function reconstruction(x: number[], logits: number[]): number {
  // log y = a - log(1 + e^a), log(1 - y) = -log(1 + e^a)
  return x.reduce((s, pixel, k) => s + pixel * logits[k] - logAddExp(0, logits[k]), 0);
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
  const oneRow = (n: number) => ({
    logits: logits[n].map((a, k) => Math.exp(a - logAddExp(0, a)) - x[n][k]),
    mu: [...mu[n]],
    logVar: logVar[n].map((lv) => 0.5 * Math.exp(lv) - 0.5),
  });
  const rows = x.map((_, n) => oneRow(n));
  const divide = (row: number[]): number[] => row.map((v) => v / rows.length);
  return {
    logits: rows.map((r) => divide(r.logits)),
    mu: rows.map((r) => divide(r.mu)),
    logVar: rows.map((r) => divide(r.logVar)),
  };
}

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  const px = joint.reduce((s, v) => s + v, 0);
  const elbo = q.reduce((s, qz, z) => (qz === 0 ? s : s + qz * (Math.log(joint[z]) - Math.log(qz))), 0);
  const gap = joint.reduce((s, pz, z) => (pz === 0 || q[z] === 0 ? s : s + (pz / px) * Math.log(pz / px / q[z])), 0);
  return { elbo, logEvidence: elbo + gap, gap };
}
