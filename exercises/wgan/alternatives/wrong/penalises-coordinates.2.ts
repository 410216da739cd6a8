// wrong: gradientPenalty: penalises-coordinates

const mean = (values: number[]): number => {
  let s = 0;
  for (const v of values) s += v;
  return s / values.length;
};

export const criticLoss = (real: number[], fake: number[]): number => mean(fake) - mean(real);

export const generatorLoss = (fake: number[]): number => -1 * mean(fake);

export const wasserstein1 = (x: number[], y: number[]): number => {
  const p = Array.from(x).sort((a, b) => a - b);
  const q = Array.from(y).sort((a, b) => a - b);
  let i = 0;
  let j = 0;
  let at = 0;
  let cost = 0;
  while (i < p.length && j < q.length) {
    const stop = Math.min((i + 1) / p.length, (j + 1) / q.length);
    cost += (stop - at) * Math.abs(p[i] - q[j]);
    at = stop;
    if (at >= (i + 1) / p.length - 1e-12) i++;
    if (at >= (j + 1) / q.length - 1e-12) j++;
  }
  return cost;
};

export const interpolates = (real: number[][], fake: number[][], u: number[]): number[][] =>
  u.map((t, i) => real[i].map((value, k) => t * value + (1 - t) * fake[i][k]));

export const gradientPenalty = (gradients: number[][], lambda: number): number =>
  lambda * mean(gradients.flat().map((v) => (v - 1) ** 2));
