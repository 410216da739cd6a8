/** One list of labelled samples; each pays the cross-entropy of its label. */

interface Labelled {
  readonly logit: number;
  readonly label: 0 | 1;
  readonly weight: number;
}

function labelled(realLogits: number[], fakeLogits: number[]): Labelled[] {
  return [
    ...realLogits.map((logit): Labelled => ({ logit, label: 1, weight: 1 / realLogits.length })),
    ...fakeLogits.map((logit): Labelled => ({ logit, label: 0, weight: 1 / fakeLogits.length })),
  ];
}

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  return labelled(realLogits, fakeLogits)
    .map(({ logit, label, weight }) => weight * crossEntropy(logit, label))
    .reduce((a, b) => a + b, 0);
}

function crossEntropy(logit: number, label: 0 | 1): number {
  const margin = label === 1 ? logit : -logit;
  if (margin >= 0) return Math.log1p(Math.exp(-margin));
  return -margin + Math.log1p(Math.exp(margin));
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  const slopes = labelled(realLogits, fakeLogits).map(({ logit, label, weight }) => weight * (D(logit) - label));
  return { real: slopes.slice(0, realLogits.length), fake: slopes.slice(realLogits.length) };
}

function D(logit: number): number {
  if (logit >= 0) return 1 / (1 + Math.exp(-logit));
  const e = Math.exp(logit);
  return e / (1 + e);
}

export function optimalDiscriminator(p: number[], q: number[]): number[] {
  return p.map((_, place) => best(p[place]!, q[place]!));
}

function best(p: number, q: number): number {
  switch (true) {
    case p === q:
      return 0.5;
    case p > q:
      return 1 / (1 + q / p);
    default:
      return 1 - 1 / (1 + p / q);
  }
}

export function valueAtOptimum(p: number[], q: number[]): number {
  return p.reduce((value, real, state) => {
    const fake = q[state]!;
    const logTotal = Math.log(real + fake);
    const term = (mass: number) => (mass > 0 ? mass * (Math.log(mass) - logTotal) : 0);
    return value + term(real) + term(fake);
  }, 0);
}
