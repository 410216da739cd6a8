/** Terms that count are picked out before anything is computed. */

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  const { length: n } = realLogits;
  const { length: m } = fakeLogits;
  const turned = realLogits.map((o) => -o);
  // log(1 + e^a) = log-sum-exp of 0 and a
  const logSumExp = (a: number) => {
    const most = Math.max(0, a);
    return most + Math.log(Math.exp(-most) + Math.exp(a - most));
  };
  const sumOf = (values: number[]) => values.map(logSumExp).reduce((a, b) => a + b, 0);
  return (m * sumOf(turned) + n * sumOf(fakeLogits)) / (n * m);
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  const gradient = { real: [] as number[], fake: [] as number[] };
  for (const o of realLogits) gradient.real.push((0.5 * Math.tanh(0.5 * o) - 0.5) / realLogits.length);
  for (const o of fakeLogits) gradient.fake.push((0.5 * Math.tanh(0.5 * o) + 0.5) / fakeLogits.length);
  return gradient;
}

export function optimalDiscriminator(p: number[], q: number[]): number[] {
  return p.map((real, i) => {
    const most = Math.max(real, q[i]!);
    if (most === 0) return 0.5;
    const [a, b] = [real / most, q[i]! / most];
    return a / (a + b);
  });
}

export function valueAtOptimum(p: number[], q: number[]): number {
  const pairs = p.map((real, x) => [real, q[x]!] as const);
  const gain = (own: 0 | 1) =>
    pairs
      .filter((pair) => pair[own] > 0)
      .map((pair) => pair[own] * Math.log(pair[own] / (pair[0] + pair[1])))
      .reduce((a, b) => a + b, 0);
  return gain(0) + gain(1);
}
