/** Mean and variance of z_t by what a step does to them: v <- alpha v + 1 - alpha. */
export function alphaBar(alpha: number[]): number[] {
  const bars: number[] = [];
  for (let k = 0; k < alpha.length; k++) bars.push(k === 0 ? alpha[0]! : bars[k - 1]! * alpha[k]!);
  return bars;
}

export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  return Array.from(zPrev, (z, i) => Math.sqrt(alphaT) * z + Math.sqrt(1 - alphaT) * eps[i]!);
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  let mean = x0;
  let variance = 0;
  for (const share of alpha.slice(0, t)) {
    mean = mean.map((m) => Math.sqrt(share) * m);
    variance = share * variance + (1 - share);
  }
  return mean.map((m, i) => m + Math.sqrt(variance) * eps[i]!);
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  const rows: number[][] = [];
  for (let k = 0; k < alpha.length; k++) rows.push(step(k === 0 ? x0 : rows[k - 1]!, alpha[k]!, eps[k]!));
  return rows;
}
