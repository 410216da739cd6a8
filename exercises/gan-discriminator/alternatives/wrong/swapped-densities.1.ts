// wrong: optimalDiscriminator: swapped-densities

export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  const n = realLogits.length;
  const m = fakeLogits.length;
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const o = realLogits[i];
    loss += (Math.max(-o, 0) + Math.log1p(Math.exp(-Math.abs(o)))) / n;
  }
  for (let j = 0; j < m; j++) {
    const o = fakeLogits[j];
    loss += (Math.max(o, 0) + Math.log1p(Math.exp(-Math.abs(o)))) / m;
  }
  return loss;
}

export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  const real: number[] = [];
  const fake: number[] = [];
  for (let i = 0; i < realLogits.length; i++) {
    const D = 1 / (1 + Math.exp(-realLogits[i]));
    real.push((D - 1) / realLogits.length);
  }
  for (let j = 0; j < fakeLogits.length; j++) {
    const D = 1 / (1 + Math.exp(-fakeLogits[j]));
    fake.push(D / fakeLogits.length);
  }
  return { real, fake };
}

export function optimalDiscriminator(p: number[], q: number[]): number[] {
  const D: number[] = [];
  for (let i = 0; i < p.length; i++) {
    if (p[i] + q[i] === 0) D.push(0.5);
    else D.push(q[i] / (p[i] + q[i]));
  }
  return D;
}

export function valueAtOptimum(p: number[], q: number[]): number {
  let value = 0;
  for (let i = 0; i < p.length; i++) {
    const total = p[i] + q[i];
    if (p[i] > 0) value += p[i] * Math.log(p[i] / total);
    if (q[i] > 0) value += q[i] * Math.log(q[i] / total);
  }
  return value;
}
