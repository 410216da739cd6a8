/** Forward-mode differentiation: the loss is written once, on dual numbers, and both derivatives are read off it. */
interface Dual {
  readonly value: number;
  readonly slope: number;
}

const constant = (value: number): Dual => ({ value, slope: 0 });
const variable = (value: number): Dual => ({ value, slope: 1 });
const add = (a: Dual, b: Dual): Dual => ({ value: a.value + b.value, slope: a.slope + b.slope });
const subtract = (a: Dual, b: Dual): Dual => ({ value: a.value - b.value, slope: a.slope - b.slope });
const multiply = (a: Dual, b: Dual): Dual => ({
  value: a.value * b.value,
  slope: a.slope * b.value + a.value * b.slope,
});
const divide = (a: Dual, b: Dual): Dual => ({
  value: a.value / b.value,
  slope: (a.slope - (a.value / b.value) * b.slope) / b.value,
});
const log = (a: Dual): Dual => ({ value: Math.log(a.value), slope: a.slope / a.value });

function loss(x: number[], mu: Dual, s2: Dual): Dual {
  let squares = constant(0);
  for (const value of x) {
    const residual = subtract(constant(value), mu);
    squares = add(squares, multiply(residual, residual));
  }
  const quadratic = divide(squares, multiply(constant(2 * x.length), s2));
  return add(quadratic, multiply(constant(0.5), log(multiply(constant(2 * Math.PI), s2))));
}

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  return loss(x, constant(mu), constant(s2)).value;
}

export function dMu(x: number[], mu: number, s2: number): number {
  return loss(x, variable(mu), constant(s2)).slope;
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  return loss(x, constant(mu), variable(s2)).slope;
}

export function muHat(x: number[]): number {
  let sum = 0;
  for (const value of x) sum += value;
  return sum / x.length;
}

/** Half the mean squared difference of two samples drawn with replacement. */
export function sigma2Hat(x: number[]): number {
  let sum = 0;
  for (let i = 1; i < x.length; i++) for (let j = 0; j < i; j++) sum += (x[i] - x[j]) ** 2;
  return sum / (x.length * x.length);
}
