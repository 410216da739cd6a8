// wrong: sigma2Hat: sigma-for-variance

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) {
    const r = x[i] - mu;
    total += (r * r) / (2 * s2) + 0.5 * Math.log(s2) + 0.5 * Math.log(2 * Math.PI);
  }
  return total / x.length;
}

export function dMu(x: number[], mu: number, s2: number): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += -(x[i] - mu) / s2;
  return total / x.length;
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) {
    const r = x[i] - mu;
    total += -(r * r) / (2 * s2 * s2) + 1 / (2 * s2);
  }
  return total / x.length;
}

export function muHat(x: number[]): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i];
  return sum / x.length;
}

export function sigma2Hat(x: number[]): number {
  const m = muHat(x);
  let variance = 0;
  for (let i = 0; i < x.length; i++) variance += (x[i] - m) * (x[i] - m);
  variance /= x.length;
  const sigma = Math.sqrt(variance);
  return sigma;
}
