/** Each thing by the one before it. */
export function alphaBar(alpha: number[]): number[] {
  if (alpha.length === 0) return [];
  const before = alphaBar(alpha.slice(0, -1));
  const last = alpha[alpha.length - 1]!;
  return [...before, before.length === 0 ? last : before[before.length - 1]! * last];
}

export function step([z, ...zs]: number[], alphaT: number, [e, ...es]: number[]): number[] {
  if (z === undefined) return [];
  return [alphaT ** 0.5 * z + (1 - alphaT) ** 0.5 * e!, ...step(zs, alphaT, es)];
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  return step(x0, keptUntil(alpha, t), eps);
}

function keptUntil(alpha: number[], t: number): number {
  return t === 0 ? 1 : keptUntil(alpha, t - 1) * alpha[t - 1]!;
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  if (alpha.length === 0) return [];
  const z = step(x0, alpha[0]!, eps[0]!);
  return [z, ...path(z, alpha.slice(1), eps.slice(1))];
}
