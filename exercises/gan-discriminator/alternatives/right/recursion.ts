/** Recursion in place of loops. */

type Cost = (logit: number) => number;

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  const surprise: Cost = (a) => (a < 0 ? surprise(-a) + a : a + Math.log1p(Math.exp(-a)));
  return total(realLogits, (o) => surprise(-o)) / realLogits.length + total(fakeLogits, surprise) / fakeLogits.length;
}

function total([first, ...rest]: number[], cost: Cost): number {
  return first === undefined ? 0 : cost(first) + total(rest, cost);
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  const D: Cost = (o) => (o < 0 ? 1 - D(-o) : 1 / (1 + Math.exp(-o)));
  return {
    real: each(realLogits, (o) => -D(-o) / realLogits.length),
    fake: each(fakeLogits, (o) => D(o) / fakeLogits.length),
  };
}

function each([first, ...rest]: number[], f: Cost): number[] {
  return first === undefined ? [] : [f(first), ...each(rest, f)];
}

export function optimalDiscriminator([p, ...ps]: number[], [q, ...qs]: number[]): number[] {
  if (p === undefined || q === undefined) return [];
  return [p + q > 0 ? p / (p + q) : 1 / 2, ...optimalDiscriminator(ps, qs)];
}

export function valueAtOptimum(p: number[], q: number[]): number {
  if (p.length === 0) return 0;
  const [a = 0, ...as] = p;
  const [b = 0, ...bs] = q;
  const part = (one: number, other: number) => (one === 0 ? 0 : one * Math.log(one / (one + other)));
  return part(a, b) + part(b, a) + valueAtOptimum(as, bs);
}
