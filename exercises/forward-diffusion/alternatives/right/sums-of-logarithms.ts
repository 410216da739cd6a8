/** Products as sums of logarithms: what is left, and what is lost by expm1. */
function logBars(alpha: number[]): number[] {
  let total = 0;
  return alpha.map((share) => (total += Math.log(share)));
}

export function alphaBar(alpha: number[]): number[] {
  return logBars(alpha).map(Math.exp);
}

function blend(x: number[], logKept: number, eps: number[]): number[] {
  const signal = Math.exp(logKept / 2);
  const noise = Math.sqrt(-Math.expm1(logKept));
  const result: number[] = [];
  for (let i = 0; i < x.length; i++) result[i] = signal * x[i]! + noise * eps[i]!;
  return result;
}

export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  return blend(zPrev, Math.log(alphaT), eps);
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  const logKept = [0, ...logBars(alpha)][t]!;
  return blend(x0, logKept, eps);
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  const rows = [x0];
  for (const [k, share] of alpha.entries()) rows.push(step(rows[k]!, share, eps[k]!));
  return rows.slice(1);
}
