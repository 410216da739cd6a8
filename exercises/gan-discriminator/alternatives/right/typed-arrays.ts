/** Typed arrays and indexed loops. */

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  const all = Float64Array.of(...realLogits.map((o) => -o), ...fakeLogits);
  let first = 0;
  let second = 0;
  for (let k = 0; k < all.length; k++) {
    const a = all[k]!;
    const cost = Math.log1p(Math.exp(-Math.abs(a))) + (a > 0 ? a : 0);
    if (k < realLogits.length) first += cost;
    else second += cost;
  }
  return first / realLogits.length + second / fakeLogits.length;
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  const real = new Float64Array(realLogits.length);
  const fake = new Float64Array(fakeLogits.length);
  for (let i = 0; i < real.length; i++) real[i] = -1 / (1 + Math.exp(realLogits[i]!)) / real.length;
  for (let j = 0; j < fake.length; j++) fake[j] = 1 / (1 + Math.exp(-fakeLogits[j]!)) / fake.length;
  return { real: Array.from(real), fake: [...fake] };
}

export function optimalDiscriminator(p: number[], q: number[]): number[] {
  const answers = new Float64Array(p.length).fill(0.5);
  for (let i = 0; i < p.length; i++) {
    const both = p[i]! + q[i]!;
    if (both !== 0) answers[i] = p[i]! / both;
  }
  return Array.from(answers);
}

export function valueAtOptimum(p: number[], q: number[]): number {
  const terms = new Float64Array(2 * p.length);
  for (let i = 0; i < p.length; i++) {
    const [a, b] = [p[i]!, q[i]!];
    if (a > 0) terms[2 * i] = -a * Math.log1p(b / a);
    if (b > 0) terms[2 * i + 1] = -b * Math.log1p(a / b);
  }
  return terms.reduce((sum, term) => sum + term);
}
