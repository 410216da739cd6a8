/** Arrow functions and reduce throughout; no statement that changes a variable. */
type Vector = number[];
type Matrix = number[][];

const sum = (values: Vector): number => values.reduce((total, value) => total + value, 0);
const mean = (values: Vector): number => sum(values) / values.length;
const softplus = (a: number): number => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));

export const reconstruction = (x: Vector, logits: Vector): number =>
  sum(logits.map((a, k) => x[k]! * a - softplus(a)));

export const klTerm = (mu: Vector, logVar: Vector): number =>
  0.5 * sum(mu.map((m, j) => m * m + Math.exp(logVar[j]!) - 1 - logVar[j]!));

export const elbo = (x: Matrix, logits: Matrix, mu: Matrix, logVar: Matrix): number =>
  mean(x.map((row, n) => reconstruction(row, logits[n]!) - klTerm(mu[n]!, logVar[n]!)));

export const negElboGradient = (x: Matrix, logits: Matrix, mu: Matrix, logVar: Matrix) => ({
  logits: logits.map((row, n) => row.map((a, k) => (1 / (1 + Math.exp(-a)) - x[n]![k]!) / x.length)),
  mu: mu.map((row) => row.map((m) => m / x.length)),
  logVar: logVar.map((row) => row.map((l) => (0.5 * (Math.exp(l) - 1)) / x.length)),
});

export const lowerBound = (joint: Vector, q: Vector) => {
  const expectation = (f: (z: number) => number): number => sum(q.map((weight, z) => (weight > 0 ? weight * f(z) : 0)));
  const bound = expectation((z) => Math.log(joint[z]!) - Math.log(q[z]!));
  const logEvidence = Math.log(sum(joint));
  return { elbo: bound, logEvidence, gap: logEvidence - bound };
};
