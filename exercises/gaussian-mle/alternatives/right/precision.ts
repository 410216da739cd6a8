/** In the precision 1/s2, where the loss is linear but for a logarithm; the chain rule brings the derivative back to s2. */
type Moments = { mean: number; square: number };

function centredMoments(x: number[], at: number): Moments {
  return x.reduce<Moments>(
    ({ mean, square }, value) => ({
      mean: mean + (value - at) / x.length,
      square: square + (value - at) ** 2 / x.length,
    }),
    { mean: 0, square: 0 },
  );
}

function lossOf(precision: number, { square }: Moments): number {
  return (precision * square - Math.log(precision) + Math.log(2 * Math.PI)) / 2;
}

function slopeByPrecision(precision: number, { square }: Moments): number {
  return (square - 1 / precision) / 2;
}

export function sigma2Hat(x: number[]): number {
  return centredMoments(x, muHat(x)).square;
}

export function muHat(x: number[]): number {
  const anchor = x[x.length - 1];
  return anchor + centredMoments(x, anchor).mean;
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  const precision = 1 / s2;
  return -slopeByPrecision(precision, centredMoments(x, mu)) * precision * precision;
}

export function dMu(x: number[], mu: number, s2: number): number {
  return -(1 / s2) * centredMoments(x, mu).mean;
}

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  return lossOf(1 / s2, centredMoments(x, mu));
}
