/** Averages that are kept up to date, one sample at a time. */

export function criticLoss(real: number[], fake: number[]): number {
  const high = new RunningMean();
  const low = new RunningMean();
  for (const score of real) high.add(score);
  for (const score of fake) low.add(score);
  return low.value - high.value;
}

export function generatorLoss(fake: number[]): number {
  const low = new RunningMean();
  fake.forEach((score) => {
    low.add(score);
  });
  return 0 - low.value;
}

export function wasserstein1(x: number[], y: number[]): number {
  // the quantile functions, on the grid where both are constant
  const a = insertionSorted(x);
  const b = insertionSorted(y);
  const steps = a.length * b.length;
  const way = new RunningMean();
  for (let step = 0; step < steps; step++) {
    way.add(Math.abs(a[Math.floor(step / b.length)]! - b[Math.floor(step / a.length)]!));
  }
  return way.value;
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  const points = copyOf(fake);
  for (let i = 0; i < points.length; i++) {
    for (let k = 0; k < points[i]!.length; k++) points[i]![k]! += u[i]! * (real[i]![k]! - fake[i]![k]!);
  }
  return points;
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  const gap = new RunningMean();
  for (const row of gradients) gap.add((Math.hypot(...row) - 1) ** 2);
  return gap.value * lambda;
}

class RunningMean {
  private count = 0;
  value = 0;
  add(next: number): void {
    this.count += 1;
    this.value += (next - this.value) / this.count;
  }
}

function insertionSorted(points: number[]): number[] {
  const sorted: number[] = [];
  for (const point of points) {
    let at = sorted.length;
    while (at > 0 && sorted[at - 1]! > point) at--;
    sorted.splice(at, 0, point);
  }
  return sorted;
}

function copyOf(rows: number[][]): number[][] {
  return rows.map((row) => row.slice());
}
