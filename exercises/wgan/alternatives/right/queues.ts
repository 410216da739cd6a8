/** Two queues of heaps of earth; the nearer heap is emptied first. */

class Sample {
  private readonly points: number[];
  private left: number;
  private at = 0;
  private readonly each: number;
  constructor(points: number[], each: number) {
    this.points = Array.from(points).sort((a, b) => (a < b ? -1 : 1));
    this.each = each;
    this.left = each;
  }
  get empty(): boolean {
    return this.at >= this.points.length;
  }
  get place(): number {
    return this.points[this.at]!;
  }
  get mass(): number {
    return this.left;
  }
  take(mass: number): void {
    this.left -= mass;
    if (this.left === 0) {
      this.at += 1;
      this.left = this.each;
    }
  }
}

export function wasserstein1(x: number[], y: number[]): number {
  const [n, m] = [x.length, y.length];
  const [from, to] = [new Sample(x, m), new Sample(y, n)];
  let work = 0;
  while (!from.empty) {
    const mass = Math.min(from.mass, to.mass);
    work += mass * Math.abs(from.place - to.place);
    from.take(mass);
    to.take(mass);
  }
  return work / n / m;
}

export function criticLoss(real: number[], fake: number[]): number {
  const { length: n } = real;
  const { length: m } = fake;
  return (n * add(fake) - m * add(real)) / (n * m);
}

export function generatorLoss(fake: number[]): number {
  return add(fake.map((score) => -score)) / fake.length;
}

function add(values: number[]): number {
  let i = values.length;
  let result = 0;
  while (i--) result += values[i]!;
  return result;
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  return real.map((row, i) => {
    const [a, b] = [u[i]!, 1 - u[i]!];
    return row.map((_, k) => a * real[i]![k]! + b * fake[i]![k]!);
  });
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  const costs = gradients.map((g) => Math.pow(1 - Math.pow(add(g.map((v) => v * v)), 0.5), 2));
  return (add(costs) / gradients.length) * lambda;
}
