// wrong: negLogLikelihood: log-sigma-for-log-variance

function residuals(x: number[], mu: number): Float64Array {
  return Float64Array.from(x, (v) => v - mu);
}

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  const r = residuals(x, mu);
  let quadratic = 0;
  for (let i = 0; i < r.length; i++) quadratic += r[i] * r[i];
  quadratic /= 2 * s2 * r.length;
  return quadratic + 0.25 * Math.log(s2) + 0.5 * Math.log(2 * Math.PI);
}

export function dMu(x: number[], mu: number, s2: number): number {
  const r = residuals(x, mu);
  let s = 0;
  for (let i = 0; i < r.length; i++) s -= r[i];
  return s / (r.length * s2);
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
