/** The value as a weighted loss of the optimal logits; the gradient from the loss's own pieces. */

const softplus = (a: number): number => Math.max(0, a) + Math.log1p(Math.exp(-Math.abs(a)));

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  const weights = (count: number) => new Array<number>(count).fill(1 / count);
  return weighted(realLogits, weights(realLogits.length), fakeLogits, weights(fakeLogits.length));
}

function weighted(real: number[], p: number[], fake: number[], q: number[]): number {
  let loss = 0;
  real.forEach((o, i) => {
    if (p[i]! > 0) loss += p[i]! * softplus(-o);
  });
  fake.forEach((o, i) => {
    if (q[i]! > 0) loss += q[i]! * softplus(o);
  });
  return loss;
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  // sigmoid(a) = exp(a - softplus(a))
  const slope = (a: number, count: number) => Math.exp(a - softplus(a)) / count;
  return {
    real: realLogits.map((o) => -slope(-o, realLogits.length)),
    fake: fakeLogits.map((o) => slope(o, fakeLogits.length)),
  };
}

export function optimalDiscriminator(p: number[], q: number[]): number[] {
  return logRatios(p, q).map((o) => 1 / (1 + Math.exp(-o)));
}

function logRatios(p: number[], q: number[]): number[] {
  return p.map((real, i) => (real === 0 && q[i] === 0 ? 0 : Math.log(real) - Math.log(q[i]!)));
}

export function valueAtOptimum(p: number[], q: number[]): number {
  const best = logRatios(p, q);
  return -weighted(best, p, best, q);
}
