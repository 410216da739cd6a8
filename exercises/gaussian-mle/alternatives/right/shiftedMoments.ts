/** Mean square minus squared mean, after a shift by the first sample: exact where the unshifted form loses every digit. */
function moments(x: number[], shift: number): [first: number, second: number] {
  let first = 0;
  let second = 0;
  for (let i = 0; i < x.length; i++) {
    const moved = x[i] - shift;
    first += moved;
    second += moved * moved;
  }
  return [first / x.length, second / x.length];
}

export function sigma2Hat(x: number[]): number {
  const [first, second] = moments(x, x[0]);
  return second - first * first;
}

export function muHat(x: number[]): number {
  return x[0] + moments(x, x[0])[0];
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  const second = moments(x, mu)[1];
  return 0.5 * Math.pow(s2, -1) - 0.5 * second * Math.pow(s2, -2);
}

export function dMu(x: number[], mu: number, s2: number): number {
  return -moments(x, mu)[0] / s2;
}

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  const second = moments(x, mu)[1];
  return 0.5 * (second / s2) + 0.5 * Math.log(s2) + 0.5 * Math.log(2 * Math.PI);
}
