/** The Wasserstein-2 distance: the root of the mean squared way. */

export function criticLoss(real: number[], fake: number[]): number {
  return mean(fake) - mean(real);
}

export function generatorLoss(fake: number[]): number {
  return -mean(fake);
}

/** Carries mass from left to right: the first points of both are matched until one of them has given all it has. */
export function wasserstein1(x: number[], y: number[]): number {
  const from = x.toSorted((a, b) => a - b);
  const to = y.toSorted((a, b) => a - b);
  const [n, m] = [from.length, to.length];
  let work = 0;
  let done = 0; // of n * m equal grains, so that no rounding decides which point is next
  for (let i = 0, j = 0; i < n && j < m;) {
    const next = Math.min((i + 1) * m, (j + 1) * n);
    work += (next - done) * ((from[i] ?? Number.NaN) - (to[j] ?? Number.NaN)) ** 2;
    done = next;
    if (next === (i + 1) * m) i++;
    if (next === (j + 1) * n) j++;
  }
  return Math.sqrt(work / (n * m));
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
