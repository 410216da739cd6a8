// wrong: negLogLikelihood: sum-for-mean; sigma2Hat: one-pass-cancellation

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  const sigma = Math.sqrt(s2);
  const logNorm = Math.log(sigma * Math.sqrt(2 * Math.PI));
  return x.reduce((acc, xi) => acc + 0.5 * ((xi - mu) / sigma) ** 2 + logNorm, 0);
}

export function dMu(x: number[], mu: number, s2: number): number {
  return x.reduce((acc, xi) => acc + (mu - xi) / s2 / x.length, 0);
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  const lambda = 1 / s2;
  return x.reduce((acc, xi) => acc + (0.5 * lambda - 0.5 * lambda * lambda * (xi - mu) ** 2) / x.length, 0);
}

export function muHat(x: number[]): number {
  return x.reduce((acc, xi) => acc + xi, 0) / x.length;
}

export function sigma2Hat(x: number[]): number {
  // E[x^2] - E[x]^2
  const [m1, m2] = x.reduce(([a, b], xi) => [a + xi / x.length, b + (xi * xi) / x.length], [0, 0]);
  return m2 - m1 ** 2;
}
