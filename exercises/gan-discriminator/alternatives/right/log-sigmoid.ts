/** log sigmoid as min(a, 0) - log(1 + e^-|a|), and D as a share of the whole. */

function logSigmoid(a: number): number {
  return Math.min(a, 0) - Math.log1p(Math.exp(-Math.abs(a)));
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  return -(mean(realLogits.map(logSigmoid)) + mean(fakeLogits.map((o) => logSigmoid(-o))));
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  const D = (o: number) => Math.exp(logSigmoid(o));
  return {
    real: realLogits.map((o) => (D(o) - 1) / realLogits.length),
    fake: fakeLogits.map((o) => D(o) / fakeLogits.length),
  };
}

export function optimalDiscriminator(p: number[], q: number[]): number[] {
  const result: number[] = [];
  for (let i = 0; i < p.length; i++) {
    const total = p[i]! + q[i]!;
    result.push(total > 0 ? p[i]! / total : 0.5);
  }
  return result;
}

export function valueAtOptimum(p: number[], q: number[]): number {
  const D = optimalDiscriminator(p, q);
  let value = 0;
  for (let i = 0; i < p.length; i++) {
    if (p[i] !== 0) value += p[i]! * Math.log(D[i]!);
    if (q[i] !== 0) value += q[i]! * Math.log(1 - D[i]!);
  }
  return value;
}
