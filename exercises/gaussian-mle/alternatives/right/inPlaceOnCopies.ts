/** Works in place on a Float64Array copy: subtract, square, add up. */
function residuals(x: number[], mu: number): Float64Array {
  const copy = Float64Array.from(x);
  for (let i = 0; i < copy.length; i++) copy[i] -= mu;
  return copy;
}

function average(values: Float64Array): number {
  let sum = 0;
  let i = values.length;
  while (i > 0) sum += values[--i];
  return sum / values.length;
}

function squareInPlace(values: Float64Array): Float64Array {
  values.forEach((value, i) => {
    values[i] = value * value;
  });
  return values;
}

export function muHat(x: number[]): number {
  return average(Float64Array.from(x));
}

export function sigma2Hat(x: number[]): number {
  return average(squareInPlace(residuals(x, muHat(x))));
}

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  const terms = squareInPlace(residuals(x, mu));
  const normaliser = 0.5 * (Math.LN2 + Math.log(Math.PI) + Math.log(s2));
  for (let i = 0; i < terms.length; i++) terms[i] = terms[i] / s2 / 2 + normaliser;
  return average(terms);
}

export function dMu(x: number[], mu: number, s2: number): number {
  return -average(residuals(x, mu)) / s2;
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  const terms = squareInPlace(residuals(x, mu));
  for (let i = 0; i < terms.length; i++) terms[i] = 0.5 / s2 - (0.5 * terms[i]) / s2 / s2;
  return average(terms);
}
