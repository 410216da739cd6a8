// wrong: wasserstein1: difference-of-means

export function criticLoss(real: number[], fake: number[]): number {
  const avg = (s: number[]) => s.reduce((a, b) => a + b, 0) / s.length;
  return avg(fake) - avg(real);
}

export function generatorLoss(fake: number[]): number {
  return -fake.reduce((a, b) => a + b, 0) / fake.length;
}

export function wasserstein1(x: number[], y: number[]): number {
  return Math.abs(criticLoss(x, y));
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  return real.map((row, i) => row.map((r, k) => fake[i][k] + u[i] * (r - fake[i][k])));
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  const norms = gradients.map((g) => Math.sqrt(g.reduce((s, v) => s + v * v, 0)));
  return (lambda * norms.reduce((s, norm) => s + (norm - 1) ** 2, 0)) / norms.length;
}
