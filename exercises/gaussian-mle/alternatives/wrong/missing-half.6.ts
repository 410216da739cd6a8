// wrong: dSigma2: missing-half

function sum(n: number, term: (i: number) => number): number {
  let s = 0;
  for (let i = 0; i < n; i += 1) {
    s += term(i);
  }
  return s;
}

export const negLogLikelihood = function (x: number[], mu: number, s2: number): number {
  const n = x.length;
  const z2 = sum(n, (i) => ((x[i] - mu) * (x[i] - mu)) / s2);
  return (z2 + n * Math.log(s2) + n * Math.log(2 * Math.PI)) / (2 * n);
};

export const dMu = function (x: number[], mu: number, s2: number): number {
  const n = x.length;
  return sum(n, (i) => mu - x[i]) / (n * s2);
};

export const dSigma2 = function (x: number[], mu: number, s2: number): number {
  const n = x.length;
  const squares = sum(n, (i) => (x[i] - mu) * (x[i] - mu)) / n;
  return 1 / s2 - squares / (2 * s2 ** 2);
};

export const muHat = function (x: number[]): number {
  return sum(x.length, (i) => x[i]) / x.length;
};

export const sigma2Hat = function (x: number[]): number {
  const m = muHat(x);
  const drift = sum(x.length, (i) => x[i] - m) / x.length;
  return sum(x.length, (i) => (x[i] - m) ** 2) / x.length - drift * drift;
};
