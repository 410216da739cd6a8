// wrong: wasserstein1: squared-distance; gradientPenalty: penalty-at-zero

export function criticLoss(real: number[], fake: number[]): number {
  const avg = (s: number[]) => s.reduce((a, b) => a + b, 0) / s.length;
  return avg(fake) - avg(real);
}

export function generatorLoss(fake: number[]): number {
  return -fake.reduce((a, b) => a + b, 0) / fake.length;
}

export function wasserstein1(x: number[], y: number[]): number {
  const xs = [...x].sort((a, b) => a - b);
  const ys = [...y].sort((a, b) => a - b);
  const pairs = xs.flatMap((_, i) => ys.map((__, j) => i * ys.length + j));
  const squares = pairs.map((k) => (xs[Math.floor(k / ys.length)] - ys[Math.floor(k / xs.length)]) ** 2);
  return squares.reduce((a, b) => a + b, 0) / squares.length;
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  return real.map((row, i) => row.map((r, k) => fake[i][k] + u[i] * (r - fake[i][k])));
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  const norms = gradients.map((g) => Math.sqrt(g.reduce((s, v) => s + v * v, 0)));
  return (lambda * norms.reduce((s, norm) => s + norm ** 2, 0)) / norms.length;
}
