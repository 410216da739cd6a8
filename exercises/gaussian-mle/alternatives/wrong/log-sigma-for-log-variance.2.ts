// wrong: negLogLikelihood: log-sigma-for-log-variance

const mean = (values: number[]): number => values.reduce((a, v) => a + v, 0) / values.length;

export const negLogLikelihood = (x: number[], mu: number, s2: number): number => {
  const sigma = s2 ** 0.5;
  return mean(x.map((v) => ((v - mu) / sigma) ** 2 / 2)) + Math.log(2 * Math.PI * sigma) / 2;
};

export const dMu = (x: number[], mu: number, s2: number): number => mean(x.map((v) => mu - v)) / s2;

export const dSigma2 = (x: number[], mu: number, s2: number): number =>
  mean(x.map((v) => (s2 - (v - mu) ** 2) / (2 * s2 ** 2)));

export const muHat = (x: number[]): number => mean(x);

export const sigma2Hat = (x: number[]): number => {
  const centre = muHat(x);
  return mean(x.map((v) => (v - centre) ** 2));
};
