/** Float64Array for the work, plain arrays at the border. */
export function alphaBar(alpha: number[]): number[] {
  const bars = Float64Array.from(alpha);
  for (let k = 1; k < bars.length; k++) bars[k]! *= bars[k - 1]!;
  return Array.from(bars);
}

function advance(z: Float64Array, kept: number, eps: readonly number[]): void {
  const signal = Math.sqrt(kept);
  const noise = Math.sqrt(1 - kept);
  for (let i = 0; i < z.length; i++) z[i] = signal * z[i]! + noise * eps[i]!;
}

export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  const z = Float64Array.from(zPrev);
  advance(z, alphaT, eps);
  return Array.from(z);
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  const z = Float64Array.from(x0);
  advance(z, t > 0 ? alphaBar(alpha)[t - 1]! : 1, eps);
  return Array.from(z);
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  const z = Float64Array.from(x0);
  return alpha.map((share, k) => {
    advance(z, share, eps[k]!);
    return Array.from(z);
  });
}
