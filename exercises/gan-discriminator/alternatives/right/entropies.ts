/** JS as the entropy of the mixture less the mean entropy. */

export const discriminatorLoss = (realLogits: number[], fakeLogits: number[]): number =>
  average(realLogits, (o) => softplus(-o)) + average(fakeLogits, softplus);

export const discriminatorGradient = (
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } => ({
  real: realLogits.map((o) => -1 / (realLogits.length * (1 + Math.exp(o)))),
  fake: fakeLogits.map((o) => 1 / (fakeLogits.length * (1 + Math.exp(-o)))),
});

export const optimalDiscriminator = (p: number[], q: number[]): number[] =>
  p.map((real, i) => real / (real + q[i]!)).map((d) => (Number.isNaN(d) ? 0.5 : d));

export const valueAtOptimum = (p: number[], q: number[]): number => {
  const sumEntropy = entropy(p.map((real, i) => real + q[i]!)); // of a measure of mass 2
  return sumEntropy - entropy(p) - entropy(q);
};

function entropy(masses: number[]): number {
  let h = 0;
  for (const mass of masses) h -= mass === 0 ? 0 : mass * Math.log(mass);
  return h;
}

function average(values: number[], f: (value: number) => number): number {
  return values.reduce((sum, value) => sum + f(value), 0) / values.length;
}

function softplus(a: number): number {
  return a > 30 ? a + Math.exp(-a) : Math.log1p(Math.exp(a));
}
