// wrong: muHat: median-for-mean

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
  const sorted = [...x].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

export function sigma2Hat(x: number[]): number {
  const m = muHat(x);
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] - m) * (x[i] - m);
  return sum / x.length;
}
