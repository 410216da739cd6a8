/** Sums by halves, recursively: rounding errors grow with log n and not with n. */
function sumOf(term: (i: number) => number, from: number, to: number): number {
  if (to - from === 1) return term(from);
  const half = Math.floor((from + to) / 2);
  return sumOf(term, from, half) + sumOf(term, half, to);
}

const power = (x: number[], mu: number, exponent: 1 | 2): number =>
  sumOf((i) => (x[i] - mu) ** exponent, 0, x.length) / x.length;

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  return power(x, mu, 2) / (2 * s2) + Math.log(Math.sqrt(2 * Math.PI * s2));
}

export function dMu(x: number[], mu: number, s2: number): number {
  return -power(x, mu, 1) / s2;
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  return (1 - power(x, mu, 2) / s2) / (2 * s2);
}

export function muHat(x: number[]): number {
  return power(x, 0, 1);
}

export function sigma2Hat(x: number[]): number {
  return power(x, muHat(x), 2);
}
