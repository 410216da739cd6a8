/** A student's attempt, for the demo: noise scaled by its variance in the step, and the schedule read one place too far in the jump. */

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
  return zPrev.map((value, i) => Math.sqrt(alphaT) * value + (1 - alphaT) * (eps[i] ?? Number.NaN));
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  const kept = alphaBar(alpha)[t] ?? Number.NaN;
  return x0.map((value, i) => Math.sqrt(kept) * value + Math.sqrt(1 - kept) * (eps[i] ?? Number.NaN));
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  const rows: number[][] = [];
  let z = x0;
  for (const [k, share] of alpha.entries()) {
    z = step(z, share, eps[k] ?? []);
    rows.push(z);
  }
  return rows;
}
