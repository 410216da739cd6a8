// wrong: negLogLikelihood: missing-half

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  // -log q(x_i), averaged
  const sigma = Math.sqrt(s2);
  const logNorm = Math.log(sigma * Math.sqrt(2 * Math.PI));
  return x.reduce((acc, xi) => acc + (((xi - mu) / sigma) ** 2 + logNorm) / x.length, 0);
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
  // moments about the first sample, so nothing large is squared
  const d = x.map((xi) => xi - x[0]);
  const m1 = d.reduce((acc, v) => acc + v, 0) / d.length;
  const m2 = d.reduce((acc, v) => acc + v * v, 0) / d.length;
  return Math.max(0, m2 - m1 * m1);
}
