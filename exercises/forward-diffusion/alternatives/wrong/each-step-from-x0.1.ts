// wrong: path: each-step-from-x0

export function alphaBar(alpha: number[]): number[] {
  return alpha.map((_, k) => alpha.slice(0, k + 1).reduce((a, b) => a * b, 1));
}

export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  return add(scale(zPrev, Math.sqrt(alphaT)), scale(eps, Math.sqrt(1 - alphaT)));
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  const bar = [1, ...alphaBar(alpha)][t];
  return add(scale(x0, Math.sqrt(bar)), scale(eps, Math.sqrt(1 - bar)));
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  return alpha.map((a, k) => step(x0, a, eps[k]));
}

function scale(v: number[], c: number): number[] {
  return v.map((x) => c * x);
}

function add(a: number[], b: number[]): number[] {
  return a.map((x, i) => x + b[i]);
}
