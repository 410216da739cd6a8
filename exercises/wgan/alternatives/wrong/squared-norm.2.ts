// wrong: gradientPenalty: squared-norm

export function criticLoss(real: number[], fake: number[]): number {
  const avg = (s: number[]) => s.reduce((a, b) => a + b, 0) / s.length;
  return avg(fake) - avg(real);
}

export function generatorLoss(fake: number[]): number {
  return -fake.reduce((a, b) => a + b, 0) / fake.length;
}

export function wasserstein1(x: number[], y: number[]): number {
  const grid = [...x, ...y].sort((a, b) => a - b);
  const cdf = (sample: number[], t: number) => sample.filter((s) => s <= t).length / sample.length;
  return grid
    .slice(1)
    .map((right, k) => Math.abs(cdf(x, grid[k]) - cdf(y, grid[k])) * (right - grid[k]))
    .reduce((a, b) => a + b, 0);
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  return real.map((row, i) => row.map((r, k) => fake[i][k] + u[i] * (r - fake[i][k])));
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  const norms = gradients.map((g) => g.map((v) => v ** 2).reduce((s, v) => s + v));
  return (lambda * norms.reduce((s, norm) => s + (norm - 1) ** 2, 0)) / norms.length;
}
