// wrong: elbo: plus-kl

const sum = (values: number[]): number => values.reduce((s, v) => s + v, 0);
const softplus = (a: number): number => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

export const reconstruction = (x: number[], logits: number[]): number =>
  -sum(logits.map((a, k) => x[k] * softplus(-a) + (1 - x[k]) * softplus(a)));

export const klTerm = (mu: number[], logVar: number[]): number =>
  sum(mu.map((m, j) => m ** 2 + Math.exp(logVar[j]) - 1 - logVar[j])) / 2;

export const elbo = (x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number => {
  const rec = x.map((row, n) => reconstruction(row, logits[n]));
  const kl = mu.map((row, n) => klTerm(row, logVar[n]));
  return sum([...rec, ...kl]) / x.length;
};

export const negElboGradient = (
  x: number[][],
  logits: number[][],
  mu: number[][],
  logVar: number[][],
): { logits: number[][]; mu: number[][]; logVar: number[][] } => ({
  logits: logits.map((row, n) => row.map((a, k) => (sigmoid(a) - x[n][k]) / x.length)),
  mu: mu.map((row) => row.map((m) => m / x.length)),
  logVar: logVar.map((row) => row.map((lv) => (Math.exp(lv) - 1) / (2 * x.length))),
});

export const lowerBound = (joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } => {
  const evidence = sum(joint);
  const support = q.map((_, z) => z).filter((z) => q[z] !== 0);
  const elbo = sum(support.map((z) => q[z] * (Math.log(joint[z]) - Math.log(q[z]))));
  const gap = sum(support.map((z) => q[z] * (Math.log(q[z]) - Math.log(joint[z] / evidence))));
  return { elbo, logEvidence: Math.log(evidence), gap };
};
