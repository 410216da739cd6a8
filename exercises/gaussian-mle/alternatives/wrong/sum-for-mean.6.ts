// wrong: negLogLikelihood, dMu, dSigma2: sum-for-mean

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

function sumOfResiduals(x: number[], mu: number): number {
  let s = 0;
  for (const xi of x) s += xi - mu;
  return s;
}

function sumOfSquares(x: number[], mu: number): number {
  let s = 0;
  for (const xi of x) s += Math.pow(xi - mu, 2);
  return s;
}

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  return sumOfSquares(x, mu) / (2 * s2) + x.length * (0.5 * Math.log(s2) + HALF_LOG_TWO_PI);
}

export function dMu(x: number[], mu: number, s2: number): number {
  return -sumOfResiduals(x, mu) / s2;
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  return x.length / (2 * s2) - sumOfSquares(x, mu) / (2 * s2 * s2);
}

export function muHat(x: number[]): number {
  return x[0] + sumOfResiduals(x, x[0]) / x.length;
}

export function sigma2Hat(x: number[]): number {
  return sumOfSquares(x, muHat(x)) / x.length;
}
