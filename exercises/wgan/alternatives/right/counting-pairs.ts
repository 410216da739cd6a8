/** No sorting: between two neighbouring places the mass on the left is counted. */

export function criticLoss(real: number[], fake: number[]): number {
  const centre = real[0]!;
  const about = (values: number[]) => values.reduce((sum, value) => sum + (value - centre), 0) / values.length;
  return about(fake) - about(real);
}

export function generatorLoss(fake: number[]): number {
  const centre = fake[0]!;
  return -centre - fake.reduce((sum, value) => sum + (value - centre), 0) / fake.length;
}

export function wasserstein1(x: number[], y: number[]): number {
  const all = new Set([...x, ...y]);
  let area = 0;
  for (const place of all) {
    let next = Infinity;
    for (const other of all) if (other > place && other < next) next = other;
    if (next === Infinity) continue;
    let grains = 0;
    for (const point of x) if (point <= place) grains += y.length;
    for (const point of y) if (point <= place) grains -= x.length;
    area += Math.abs(grains) * (next - place);
  }
  return area / (x.length * y.length);
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  const result: number[][] = [];
  real.forEach((row, i) => {
    const t = u[i]!;
    result[i] = [];
    row.forEach((value, k) => {
      result[i]![k] = t === 1 ? value : fake[i]![k]! + t * (value - fake[i]![k]!);
    });
  });
  return result;
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  const root = Math.sqrt(lambda / gradients.length);
  return gradients.reduce((total, row) => {
    const distance = root * (Math.hypot(...row) - 1);
    return total + distance * distance;
  }, 0);
}
