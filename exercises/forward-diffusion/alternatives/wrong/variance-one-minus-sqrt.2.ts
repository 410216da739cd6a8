// wrong: marginal: variance-one-minus-sqrt

export function alphaBar(alpha: number[]): number[] {
  return alpha.map((_, k) => alpha.slice(0, k + 1).reduce((a, b) => a * b, 1));
}

export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  return add(scale(zPrev, Math.sqrt(alphaT)), scale(eps, Math.sqrt(1 - alphaT)));
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  const signal = Math.sqrt([1, ...alphaBar(alpha)][t]);
  const variance = 1 - signal;
  return add(scale(x0, signal), scale(eps, Math.sqrt(variance)));
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  const zs = [x0];
  alpha.forEach((a, k) => zs.push(step(zs[k], a, eps[k])));
  return zs.slice(1);
}

function scale(v: number[], c: number): number[] {
  return v.map((x) => c * x);
}

function add(a: number[], b: number[]): number[] {
  return a.map((x, i) => x + b[i]);
}
