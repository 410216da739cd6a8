/** Repeats every point until both samples have n m points, and pairs them one to one. */

export function criticLoss(real: number[], fake: number[]): number {
  return -generatorLoss(fake) + generatorLoss(real);
}

export function generatorLoss(fake: number[]): number {
  return fake.reduce((sum, score) => sum - score, 0) / fake.length;
}

export function wasserstein1(x: number[], y: number[]): number {
  const first = x.flatMap((point) => new Array<number>(y.length).fill(point)).sort(rising);
  const second = y.flatMap((point) => new Array<number>(x.length).fill(point)).sort(rising);
  return first.reduce((sum, point, k) => sum + Math.abs(point - second[k]!), 0) / first.length;
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  const blend = (a: number[], b: number[], t: number) => a.map((value, k) => t * value + (1 - t) * b[k]!);
  return u.map((t, i) => blend(real[i]!, fake[i]!, t));
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  // (|g| - 1)^2 = |g|^2 - 2 |g| + 1
  const squares = gradients.map((row) => row.map((g) => g * g).reduce((a, b) => a + b));
  const sum = squares.reduce((total, square) => total + square - 2 * Math.sqrt(square) + 1, 0);
  return (lambda * sum) / squares.length;
}

function rising(a: number, b: number): number {
  return a - b;
}
