/** cos and sin for the two weights: their squares sum to 1 by themselves. */
const angleOf = (kept: number): number => Math.acos(Math.sqrt(kept));

function turn(x: number[], kept: number, eps: number[]): number[] {
  // near a share of 1 the arc cosine loses digits; the sine of it is known otherwise
  const [cosine, sine] = kept > 0.5 ? [Math.sqrt(kept), Math.sqrt(1 - kept)] : [Math.cos(angleOf(kept)), Math.sin(angleOf(kept))];
  return x.map((value, i) => cosine * value + sine * eps[i]!);
}

export function alphaBar(alpha: number[]): number[] {
  const bars = [1];
  alpha.forEach((share, k) => bars.push(bars[k]! * share));
  bars.shift();
  return bars;
}

export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  return turn(zPrev, alphaT, eps);
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  return turn(x0, [1, ...alphaBar(alpha)][t]!, eps);
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  let now = [...x0];
  return eps.map((noise, k) => (now = turn(now, alpha[k]!, noise)));
}
