// wrong: step: noise-unscaled; marginal: alpha-for-alpha-bar

export function alphaBar(alpha: number[]): number[] {
  const out = [];
  let prod = 1;
  for (let k = 0; k < alpha.length; k++) {
    prod = prod * alpha[k];
    out.push(prod);
  }
  return out;
}

export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  const z = [];
  for (let i = 0; i < zPrev.length; i++) z.push(eps[i] + Math.sqrt(alphaT) * zPrev[i]);
  return z;
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  if (t === 0) return x0.slice();
  const bar = alpha[t - 1];
  const z = [];
  for (let i = 0; i < x0.length; i++) {
    z.push(Math.sqrt(bar) * x0[i] + Math.sqrt(1 - bar) * eps[i]);
  }
  return z;
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  const zs = [];
  let z = x0.slice();
  for (let t = 1; t <= alpha.length; t++) {
    z = step(z, alpha[t - 1], eps[t - 1]);
    zs.push(z);
  }
  return zs;
}
