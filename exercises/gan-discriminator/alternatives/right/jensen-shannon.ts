/** The value by the Jensen-Shannon divergence; logistic functions by tanh. */

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  const cost = (o: number, label: number) => (o > 0 ? o : 0) - o * label + Math.log1p(Math.exp(o > 0 ? -o : o));
  let loss = 0;
  for (const o of realLogits) loss += cost(o, 1) / realLogits.length;
  for (const o of fakeLogits) loss += cost(o, 0) / fakeLogits.length;
  return loss;
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  const sigmoid = (o: number) => (1 + Math.tanh(o / 2)) / 2;
  const residuals = (logits: number[], label: number) => logits.map((o) => (sigmoid(o) - label) / logits.length);
  return { real: residuals(realLogits, 1), fake: residuals(fakeLogits, 0) };
}

export function optimalDiscriminator(p: number[], q: number[]): number[] {
  return p.map((a, i) => {
    if (a === 0 && q[i] === 0) return 1 / 2;
    if (a === 0) return 0;
    return 1 / (1 + q[i]! / a);
  });
}

export function valueAtOptimum(p: number[], q: number[]): number {
  const middle = p.map((a, i) => (a + q[i]!) / 2);
  const js = (kl(p, middle) + kl(q, middle)) / 2;
  return 2 * js - Math.log(4);
}

function kl(a: number[], b: number[]): number {
  return a.map((one, i) => (one > 0 ? one * Math.log(one / b[i]!) : 0)).reduce((sum, term) => sum + term, 0);
}
