// wrong: dMu: squared-residual-in-dmu; sigma2Hat: sigma-for-variance

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** mean of (x - mu) */
function averageResidual(x: number[], mu: number): number {
  let s = 0;
  for (const xi of x) s += xi - mu;
  return s / x.length;
}

/** mean of (x - mu)^2 */
function averageSquare(x: number[], mu: number): number {
  let s = 0;
  for (const xi of x) s += Math.pow(xi - mu, 2);
  return s / x.length;
}

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  return averageSquare(x, mu) / (2 * s2) + 0.5 * Math.log(s2) + HALF_LOG_TWO_PI;
}

export function dMu(x: number[], mu: number, s2: number): number {
  return -averageSquare(x, mu) / s2;
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  return 1 / (2 * s2) - averageSquare(x, mu) / (2 * s2 * s2);
}

export function muHat(x: number[]): number {
  return x[0] + averageResidual(x, x[0]);
}

export function sigma2Hat(x: number[]): number {
  return Math.sqrt(averageSquare(x, muHat(x)));
}
