/** Walks along both samples with the mass that is left in each current point. */

export function criticLoss(real: number[], fake: number[]): number {
  let loss = 0;
  for (const score of fake) loss += score / fake.length;
  for (const score of real) loss -= score / real.length;
  return loss;
}

export function generatorLoss(fake: number[]): number {
  let loss = 0;
  for (const score of fake) loss -= score / fake.length;
  return loss;
}

export function wasserstein1(x: number[], y: number[]): number {
  const a = [...x].sort((p, q) => p - q);
  const b = [...y].sort((p, q) => p - q);
  let i = 0;
  let j = 0;
  let leftInA = 1 / a.length;
  let leftInB = 1 / b.length;
  let cost = 0;
  while (i < a.length && j < b.length) {
    const carried = Math.min(leftInA, leftInB);
    cost += carried * Math.abs(a[i]! - b[j]!);
    leftInA -= carried;
    leftInB -= carried;
    if (leftInA <= 1e-13) {
      i++;
      leftInA = 1 / a.length;
    }
    if (leftInB <= 1e-13) {
      j++;
      leftInB = 1 / b.length;
    }
  }
  return cost;
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  const points: number[][] = [];
  for (let i = 0; i < u.length; i++) {
    const point: number[] = [];
    for (let k = 0; k < real[i]!.length; k++) point.push(real[i]![k]! * u[i]! + fake[i]![k]! * (1 - u[i]!));
    points.push(point);
  }
  return points;
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  let penalty = 0;
  for (const row of gradients) {
    let squared = 0;
    for (const g of row) squared += g ** 2;
    const length = squared ** 0.5;
    penalty += (lambda / gradients.length) * (length - 1) * (length - 1);
  }
  return penalty;
}
