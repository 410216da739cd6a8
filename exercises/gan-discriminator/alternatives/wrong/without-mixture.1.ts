// wrong: valueAtOptimum: without-mixture

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  const logSigmoid = (a: number) => (a > 0 ? -Math.log1p(Math.exp(-a)) : a - Math.log1p(Math.exp(a)));
  const avg = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
  return -avg(realLogits.map((o) => logSigmoid(o))) - avg(fakeLogits.map((o) => logSigmoid(-o)));
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  const sigma = (o: number) => 1 / (1 + Math.exp(-o));
  return {
    real: realLogits.map((o) => (sigma(o) - 1) / realLogits.length),
    fake: fakeLogits.map((o) => sigma(o) / fakeLogits.length),
  };
}

export function optimalDiscriminator(p: number[], q: number[]): number[] {
  return p.map((pi, i) => (pi === 0 && q[i] === 0 ? 1 / 2 : pi / (pi + q[i])));
}

export function valueAtOptimum(p: number[], q: number[]): number {
  const M = p.map((pi, i) => (pi + q[i]) / 2);
  const kl = (a: number[], b: number[]) =>
    a.reduce((s, ai, i) => (ai > 0 ? s + ai * Math.log(ai / b[i]) : s), 0);
  const JS = 0.5 * kl(p, q) + 0.5 * kl(q, p);
  return 2 * JS - Math.log(4);
}
