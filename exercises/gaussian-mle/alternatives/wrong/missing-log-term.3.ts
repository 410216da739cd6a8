// wrong: negLogLikelihood: missing-log-term

const mean = (values: number[]): number => values.reduce((a, v) => a + v, 0) / values.length;

export const negLogLikelihood = (x: number[], mu: number, s2: number): number =>
  mean(x.map((v) => (v - mu) ** 2 / (2 * s2))) + Math.log(Math.sqrt(2 * Math.PI));

export const dMu = (x: number[], mu: number, s2: number): number => mean(x.map((v) => mu - v)) / s2;

export const dSigma2 = (x: number[], mu: number, s2: number): number =>
  mean(x.map((v) => (s2 - (v - mu) ** 2) / (2 * s2 ** 2)));

export const muHat = (x: number[]): number => mean(x);

export const sigma2Hat = (x: number[]): number => {
  const centre = muHat(x);
  return mean(x.map((v) => (v - centre) ** 2));
};
