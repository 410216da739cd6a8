/** A student's attempt, for the demo: two slips, and a line that follows from one of them. */

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  let real = 0;
  for (const logit of realLogits) real += softplus(-logit);
  let fake = 0;
  for (const logit of fakeLogits) fake += softplus(-logit);
  return real / realLogits.length + fake / fakeLogits.length;
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  return {
    real: realLogits.map((logit) => -sigmoid(-logit) / realLogits.length),
    fake: fakeLogits.map((logit) => -sigmoid(-logit) / fakeLogits.length),
  };
}

export function optimalDiscriminator(p: number[], q: number[]): number[] {
  return p.map((density, i) => share(density, q[i] ?? Number.NaN));
}

export function valueAtOptimum(p: number[], q: number[]): number {
  const middle = p.map((real, x) => (real + (q[x] ?? Number.NaN)) / 2);
  return divergence(p, middle) + divergence(q, middle);
}

function divergence(a: number[], b: number[]): number {
  return a.reduce((sum, one, x) => (one === 0 ? sum : sum + one * Math.log(one / (b[x] ?? Number.NaN))), 0);
}

/** The part of both that is `one`; a half of nothing. */
function share(one: number, other: number): number {
  return one + other === 0 ? 1 / 2 : one / (one + other);
}

/** -log sigmoid(-a) = log(1 + e^a): the exponent is never positive. */
function softplus(a: number): number {
  return Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
}

/** 1 / (1 + e^-a); e^-a may overflow to infinity, whose reciprocal is the right 0. */
function sigmoid(a: number): number {
  return 1 / (1 + Math.exp(-a));
}
