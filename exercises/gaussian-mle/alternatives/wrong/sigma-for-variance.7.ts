// wrong: negLogLikelihood, dMu, dSigma2: sigma-for-variance

const average = (values: number[]): number => values.reduce((a, v) => a + v, 0) / values.length;

export const negLogLikelihood = (x: number[], mu: number, sigma: number): number =>
  average(x.map((v) => (v - mu) ** 2)) / (2 * sigma ** 2) + Math.log(sigma) + Math.log(2 * Math.PI) / 2;

export const dMu = (x: number[], mu: number, sigma: number): number => average(x.map((v) => mu - v)) / sigma ** 2;

export const dSigma2 = (x: number[], mu: number, sigma: number): number =>
  1 / (2 * sigma ** 2) - average(x.map((v) => (v - mu) ** 2)) / (2 * sigma ** 4);

export const muHat = (x: number[]): number => average(x);

export const sigma2Hat = (x: number[]): number => {
  const centre = muHat(x);
  return average(x.map((v) => (v - centre) ** 2));
};
