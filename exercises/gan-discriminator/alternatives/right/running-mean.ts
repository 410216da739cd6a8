/** Averages that are kept up to date, one sample at a time. */

function runningMean(values: Iterable<number>): number {
  let mean = 0;
  let count = 0;
  for (const value of values) mean += (value - mean) / ++count;
  return mean;
}

function* costs(logits: number[], sign: 1 | -1): Generator<number> {
  for (const logit of logits) {
    const a = sign * logit;
    yield a > 0 ? a + Math.log(1 + Math.exp(-a)) : Math.log(1 + Math.exp(a));
  }
}

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  return runningMean(costs(realLogits, -1)) + runningMean(costs(fakeLogits, 1));
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  const real = [...realLogits];
  const fake = [...fakeLogits];
  real.forEach((o, i) => {
    real[i] = (1 / (1 + Math.exp(-o)) - 1) / real.length;
  });
  fake.forEach((o, j) => {
    fake[j] = 1 / (1 + Math.exp(-o)) / fake.length;
  });
  return { real, fake };
}

export function optimalDiscriminator(p: number[], q: number[]): number[] {
  const best = p.slice();
  let i = p.length;
  while (i-- > 0) best[i] = p[i]! + q[i]! === 0 ? 0.5 : 1 - q[i]! / (p[i]! + q[i]!);
  return best;
}

export function valueAtOptimum(p: number[], q: number[]): number {
  const middle = p.map((mass, x) => 0.5 * mass + 0.5 * q[x]!);
  const divergence = (masses: number[]) =>
    masses.reduce((sum, mass, x) => (mass ? sum + mass * (Math.log(mass) - Math.log(middle[x]!)) : sum), 0);
  return divergence(p) + divergence(q) - 2 * Math.LN2;
}
