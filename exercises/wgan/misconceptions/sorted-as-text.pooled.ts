/** The pooled points, at which the distribution functions are compared, are sorted by their printed digits. */

export function criticLoss(real: number[], fake: number[]): number {
  return mean(fake) - mean(real);
}

export function generatorLoss(fake: number[]): number {
  return -mean(fake);
}

export function wasserstein1(x: number[], y: number[]): number {
  const places = [...x, ...y].toSorted();
  const below = (values: number[], t: number): number =>
    values.filter((value) => value <= t).length / values.length;
  let area = 0;
  for (const [k, t] of places.slice(0, -1).entries()) {
    area += Math.abs(below(x, t) - below(y, t)) * ((places[k + 1] ?? Number.NaN) - t);
  }
  return area;
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
