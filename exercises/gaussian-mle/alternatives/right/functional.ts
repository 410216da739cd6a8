/** Arrow functions over map and reduce; every line reads like its formula. */
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const squares = (x: number[], mu: number): number[] => x.map((value) => (value - mu) ** 2);

export const muHat = (x: number[]): number => mean(x);

export const sigma2Hat = (x: number[]): number => mean(squares(x, muHat(x)));

export const negLogLikelihood = (x: number[], mu: number, s2: number): number =>
  mean(squares(x, mu).map((square) => square / (2 * s2) + Math.log(s2) / 2 + Math.log(2 * Math.PI) / 2));

export const dMu = (x: number[], mu: number, s2: number): number => mean(x.map((value) => (mu - value) / s2));

export const dSigma2 = (x: number[], mu: number, s2: number): number =>
  mean(squares(x, mu).map((square) => (1 - square / s2) / (2 * s2)));
