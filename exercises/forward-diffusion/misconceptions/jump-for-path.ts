/** Jumps from x0 to every t, each time with the noise of step t alone: the rows do not follow from each other. */

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
  return eps.map((row, k) => marginal(x0, alpha, k + 1, row));
}

/** The share `kept` of the variance from z, the rest from the noise. */
function mixed(z: number[], kept: number, eps: number[]): number[] {
  const [signal, noise] = [Math.sqrt(kept), Math.sqrt(1 - kept)];
  return z.map((value, i) => signal * value + noise * (eps[i] ?? Number.NaN));
}
