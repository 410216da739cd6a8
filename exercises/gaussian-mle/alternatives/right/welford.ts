/** One pass with running mean and centred sum (Welford); the point functions start from these two statistics. */
interface Running {
  n: number;
  mean: number;
  centred: number;
}

function summarise(x: number[]): Running {
  const running: Running = { n: 0, mean: 0, centred: 0 };
  for (const value of x) {
    running.n += 1;
    const before = value - running.mean;
    running.mean += before / running.n;
    running.centred += before * (value - running.mean);
  }
  return running;
}

/** mean_i (x_i - mu)^2 = variance + (mean - mu)^2 */
function about(x: number[], mu: number): number {
  const { n, mean, centred } = summarise(x);
  return centred / n + (mean - mu) * (mean - mu);
}

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  return (about(x, mu) / s2 + Math.log(2 * Math.PI * s2)) / 2;
}

export function dMu(x: number[], mu: number, s2: number): number {
  return (mu - summarise(x).mean) / s2;
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  return (s2 - about(x, mu)) / (2 * s2 * s2);
}

export function muHat(x: number[]): number {
  return summarise(x).mean;
}

export function sigma2Hat(x: number[]): number {
  const { n, centred } = summarise(x);
  return centred / n;
}
