/** Generators feed one compensated (Neumaier) sum; further parameters have defaults that callers never set. */

function sumOf(terms: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const term of terms) {
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

function* pixelTerms(x: number[], logits: number[]): Generator<number> {
  for (let k = 0; k < x.length; k++) {
    if (x[k]! > 0) yield x[k]! * logSigmoid(logits[k]!);
    if (x[k]! < 1) yield (1 - x[k]!) * logSigmoid(-logits[k]!);
  }
}

function logSigmoid(a: number): number {
  return a > -700 ? -Math.log1p(Math.exp(-a)) : a;
}

function* latentTerms(mu: number[], logVar: number[]): Generator<number> {
  for (let j = 0; j < mu.length; j++) {
    yield mu[j]! * mu[j]!;
    yield Math.exp(logVar[j]!);
    yield -1;
    yield -logVar[j]!;
  }
}

export function reconstruction(x: number[], logits: number[]): number {
  return sumOf(pixelTerms(x, logits));
}

export function klTerm(mu: number[], logVar: number[], half = 0.5): number {
  return half * sumOf(latentTerms(mu, logVar));
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][], weight = 1 / x.length): number {
  const terms = x.flatMap((row, n) => [reconstruction(row, logits[n]!), -klTerm(mu[n]!, logVar[n]!)]);
  return weight * sumOf(terms);
}

export function negElboGradient(
  x: number[][],
  logits: number[][],
  mu: number[][],
  logVar: number[][],
  weight = 1 / x.length,
) {
  const eachOf = (rows: number[][], f: (value: number, n: number, i: number) => number): number[][] =>
    Array.from(rows, (row, n) => Array.from(row, (value, i) => weight * f(value, n, i)));
  return {
    logits: eachOf(logits, (a, n, k) => 1 / (1 + Math.exp(-a)) - x[n]![k]!),
    mu: eachOf(mu, (m) => m),
    logVar: eachOf(logVar, (l) => Math.expm1(l) / 2),
  };
}

export function lowerBound(joint: number[], q: number[], evidence = sumOf(joint)) {
  const xLogX = (p: number): number => (p === 0 ? 0 : p * Math.log(p));
  const negativeEntropy = sumOf(q.map(xLogX));
  const expectedLogJoint = sumOf(q.map((weight, z) => (weight === 0 ? 0 : weight * Math.log(joint[z]!))));
  const bound = expectedLogJoint - negativeEntropy;
  const logEvidence = Math.log(evidence);
  return { elbo: bound, logEvidence, gap: logEvidence - bound };
}
