/** The difference of the two means, the other way round. */

export function criticLoss(real: number[], fake: number[]): number {
  return mean(fake) - mean(real);
}

export function generatorLoss(fake: number[]): number {
  return -mean(fake);
}

export function wasserstein1(x: number[], y: number[]): number {
  return mean(y) - mean(x);
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  return real.map((row, i) => {
    const share = u[i] ?? Number.NaN;
    return row.map((value, k) => share * value + (1 - share) * (fake[i]?.[k] ?? Number.NaN));
  });
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  let sum = 0;
  for (const gradient of gradients) sum += (Math.hypot(...gradient) - 1) ** 2;
  return (lambda * sum) / gradients.length;
}

function mean(values: number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
