// wrong: reconstruction: sigmoid-twice

function logAddExp(a: number, b: number): number {
  const top = Math.max(a, b);
  return top + Math.log(Math.exp(a - top) + Math.exp(b - top));
}

export function reconstruction(x: number[], logits: number[]): number {
  return x.reduce((s, pixel, k) => {
    const y = Math.exp(logits[k] - logAddExp(0, logits[k]));
    return s + pixel * y - logAddExp(0, y);
  }, 0);
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
  const logEvidence = Math.log(px);
  const gap = q.reduce((s, qz, z) => (qz === 0 ? s : s + qz * Math.log(qz / (joint[z] / px))), 0);
  return { elbo: logEvidence - gap, logEvidence, gap };
}
