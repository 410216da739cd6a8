/** The estimates by solving the gradient: dMu is linear in mu, and s2 - 2 s2^2 dSigma2 is the same at every s2. */
export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  let loss = 0;
  for (let i = 0; i < x.length; i++) {
    const distance = Math.abs(x[i] - mu);
    loss += (distance / s2) * distance + Math.log(s2);
  }
  return loss / (2 * x.length) + Math.log(Math.sqrt(2 * Math.PI));
}

export function dMu(x: number[], mu: number, s2: number): number {
  let slope = 0;
  for (let i = 0; i < x.length; i++) slope += (mu - x[i]) / s2;
  return slope / x.length;
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  let slope = 0;
  for (let i = 0; i < x.length; i++) slope += (s2 - (x[i] - mu) ** 2) / (s2 * s2);
  return slope / (2 * x.length);
}

/** One Newton step from the first sample: the second derivative by mu at s2 = 1 is 1. */
export function muHat(x: number[]): number {
  const start = x[0];
  return start - dMu(x, start, 1);
}

export function sigma2Hat(x: number[]): number {
  return 1 - 2 * dSigma2(x, muHat(x), 1);
}
