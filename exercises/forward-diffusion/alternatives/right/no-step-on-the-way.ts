/** Path and jump write their own arithmetic and call nothing else. */
export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  const T = alpha.length;
  const z: number[][] = Array.from({ length: T }, () => []);
  for (let t = 1; t <= T; t++) {
    const a = alpha[t - 1]!;
    for (let i = 0; i < x0.length; i++) {
      const before = t === 1 ? x0[i]! : z[t - 2]![i]!;
      z[t - 1]!.push(Math.sqrt(a) * before + Math.sqrt(1 - a) * eps[t - 1]![i]!);
    }
  }
  return z;
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  let bar = 1;
  let k = 0;
  while (k < t) bar *= alpha[k++]!;
  const out: number[] = [];
  x0.forEach((x, i) => out.push(Math.sqrt(bar) * x + Math.sqrt(1 - bar) * eps[i]!));
  return out;
}

export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  const beta = 1 - alphaT;
  return eps.map((e, i) => Math.sqrt(1 - beta) * zPrev[i]! + Math.sqrt(beta) * e);
}

export function alphaBar(alpha: number[]): number[] {
  const out: number[] = [];
  for (let t = 1; t <= alpha.length; t++) {
    let bar = 1;
    for (let k = 1; k <= t; k++) bar *= alpha[k - 1]!;
    out.push(bar);
  }
  return out;
}
