/** Takes every step of the path from x0. */

export function alphaBar(alpha: number[]): number[] {
  const bars: number[] = [];
  let kept = 1;
  for (const share of alpha) {
    kept *= share;
    bars.push(kept);
  }
  return bars;
}

export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  return mixed(zPrev, alphaT, eps);
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  const kept = t === 0 ? 1 : (alphaBar(alpha)[t - 1] ?? Number.NaN);
  return mixed(x0, kept, eps);
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  const rows: number[][] = [];
  for (const [k, share] of alpha.entries()) {
    rows.push(step(x0, share, eps[k] ?? []));
  }
  return rows;
}

/** The share `kept` of the variance from z, the rest from the noise. */
function mixed(z: number[], kept: number, eps: number[]): number[] {
  const [signal, noise] = [Math.sqrt(kept), Math.sqrt(1 - kept)];
  return z.map((value, i) => signal * value + noise * (eps[i] ?? Number.NaN));
}
