/** One coordinate at a time: they do not know of each other. */
export function alphaBar(alpha: number[]): number[] {
  const bars = alpha.slice();
  for (let k = 1; k < bars.length; k++) bars[k] = bars[k - 1]! * alpha[k]!;
  return bars;
}

export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  const next = new Array<number>(zPrev.length).fill(0);
  const deviation = Math.sqrt(1 - alphaT);
  for (const i of next.keys()) next[i] = deviation * eps[i]! + Math.sqrt(alphaT) * zPrev[i]!;
  return next;
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  let signal = 1;
  for (let k = 1; k <= t; k++) signal *= Math.sqrt(alpha[k - 1]!);
  const variance = 1 - alpha.slice(0, t).reduce((a, b) => a * b, 1);
  return x0.map((x, i) => signal * x + Math.sqrt(variance) * eps[i]!);
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  const columns = x0.map((x, i) => {
    const column: number[] = [];
    let z = x;
    for (let k = 0; k < alpha.length; k++) {
      z = Math.sqrt(alpha[k]!) * z + Math.sqrt(1 - alpha[k]!) * eps[k]![i]!;
      column.push(z);
    }
    return column;
  });
  return alpha.map((_, k) => columns.map((column) => column[k]!));
}
