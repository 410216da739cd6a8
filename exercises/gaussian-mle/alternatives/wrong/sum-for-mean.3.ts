// wrong: dMu: sum-for-mean

function residuals(x: number[], mu: number): Float64Array {
  return Float64Array.from(x, (v) => v - mu);
}

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  const r = residuals(x, mu);
  let quadratic = 0;
  for (let i = 0; i < r.length; i++) quadratic += r[i] * r[i];
  quadratic /= 2 * s2 * r.length;
  const logTerm = Math.log(s2) / 2;
  const constant = Math.log(2 * Math.PI) / 2;
  return quadratic + logTerm + constant;
}

export function dMu(x: number[], mu: number, s2: number): number {
  const r = residuals(x, mu);
  let s = 0;
  for (let i = 0; i < r.length; i++) s -= r[i];
  return s / s2;
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  const r = residuals(x, mu);
  let ss = 0;
  for (let i = 0; i < r.length; i++) ss += r[i] * r[i];
  const v = ss / r.length;
  return (s2 - v) / (2 * s2 * s2);
}

export function muHat(x: number[]): number {
  let m = 0;
  x.forEach((v, i) => {
    m += (v - m) / (i + 1);
  });
  return m;
}

export function sigma2Hat(x: number[]): number {
  let m = 0;
  let ss = 0;
  x.forEach((v, i) => {
    const before = v - m;
    m += before / (i + 1);
    ss += before * (v - m);
  });
  return ss / x.length;
}
