/** From the log-density of one standardised sample: log s stands without a half, since s is the square root of s2. */
const LOG_ROOT_TWO_PI = 0.9189385332046727;

function logDensity(value: number, mu: number, s: number): number {
  const z = (value - mu) / s;
  return -0.5 * z * z - Math.log(s) - LOG_ROOT_TWO_PI;
}

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  const s = Math.sqrt(s2);
  let logLikelihood = 0;
  for (const value of x) logLikelihood += logDensity(value, mu, s);
  return -logLikelihood / x.length;
}

export function dMu(x: number[], mu: number, s2: number): number {
  const s = Math.sqrt(s2);
  let sum = 0;
  x.forEach((value) => {
    sum += (value - mu) / s;
  });
  return -sum / x.length / s;
}

/** By the chain rule through s: dL/ds2 = dL/ds / (2 s). */
export function dSigma2(x: number[], mu: number, s2: number): number {
  const s = Math.sqrt(s2);
  let sum = 0;
  x.forEach((value) => {
    sum += 1 / s - ((value - mu) * (value - mu)) / (s * s * s);
  });
  return sum / x.length / (2 * s);
}

export function muHat(x: number[]): number {
  let share = 0;
  for (const value of x) share += value / x.length;
  return share;
}

export function sigma2Hat(x: number[]): number {
  const mu = muHat(x);
  let share = 0;
  for (const value of x) share += ((value - mu) * (value - mu)) / x.length;
  return share;
}
