/** 0 / 0 where both densities are 0. */

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  let real = 0;
  for (const logit of realLogits) real += softplus(-logit);
  let fake = 0;
  for (const logit of fakeLogits) fake += softplus(logit);
  return real / realLogits.length + fake / fakeLogits.length;
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  return {
    real: realLogits.map((logit) => -sigmoid(-logit) / realLogits.length),
    fake: fakeLogits.map((logit) => sigmoid(logit) / fakeLogits.length),
  };
}

export function optimalDiscriminator(p: number[], q: number[]): number[] {
  return p.map((density, i) => density / (density + (q[i] ?? Number.NaN)));
}

export function valueAtOptimum(p: number[], q: number[]): number {
  let value = 0;
  for (const [x, real] of p.entries()) {
    const fake = q[x] ?? Number.NaN;
    if (real > 0) value += real * Math.log(share(real, fake));
    if (fake > 0) value += fake * Math.log(share(fake, real));
  }
  return value;
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
