// wrong: negLogLikelihood: missing-half

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  const q = meanSquare(x, mu);
  return 0.5 * q / s2 + Math.log(2 * Math.PI * s2);
}

export function dMu(x: number[], mu: number, s2: number): number {
  let sum = 0;
  for (const value of x) sum += value - mu;
  return -sum / (x.length * s2);
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  return 1 / (2 * s2) - meanSquare(x, mu) / (2 * s2 * s2);
}

export function muHat(x: number[]): number {
  let sum = 0;
  for (const value of x) sum += value;
  return sum / x.length;
}

export function sigma2Hat(x: number[]): number {
  return meanSquare(x, muHat(x));
}

/** mean_i (x_i - mu)^2 */
function meanSquare(x: number[], mu: number): number {
  let sum = 0;
  for (const value of x) sum += (value - mu) ** 2;
  return sum / x.length;
}
