/** W1 as the area between the two distribution functions. */

export function criticLoss(real: number[], fake: number[]): number {
  return average(fake) - average(real);
}

export function generatorLoss(fake: number[]): number {
  return -average(fake);
}

export function wasserstein1(x: number[], y: number[]): number {
  const places = x.concat(y).sort((a, b) => a - b);
  const shareBelow = (points: number[], t: number) => points.filter((point) => point <= t).length / points.length;
  let area = 0;
  for (let k = 1; k < places.length; k++) {
    const height = shareBelow(x, places[k - 1]!) - shareBelow(y, places[k - 1]!);
    area += Math.abs(height) * (places[k]! - places[k - 1]!);
  }
  return area;
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  return fake.map((row, i) => row.map((start, k) => start + u[i]! * (real[i]![k]! - start)));
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  const excess = gradients.map((row) => Math.sqrt(row.reduce((sum, g) => sum + g * g, 0)) - 1);
  return lambda * average(excess.map((one) => one * one));
}

function average(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
