/** Recursion in place of loops. */

export function criticLoss(real: number[], fake: number[]): number {
  return sum(fake) / fake.length - sum(real) / real.length;
}

export function generatorLoss(fake: number[]): number {
  return (-1 / fake.length) * sum(fake);
}

function sum([first, ...rest]: number[]): number {
  return first === undefined ? 0 : first + sum(rest);
}

interface Heap {
  readonly at: number;
  readonly grains: number;
}

export function wasserstein1(x: number[], y: number[]): number {
  // as many grains as make every point's mass a whole number
  const heaps = (points: number[], grains: number): Heap[] =>
    mergeSort(points).map((at) => ({ at, grains }));
  return carry(heaps(x, y.length), heaps(y, x.length)) / (x.length * y.length);
}

function carry([from, ...later]: Heap[], [to, ...others]: Heap[]): number {
  if (from === undefined || to === undefined) return 0;
  const grains = Math.min(from.grains, to.grains);
  const rest = (heap: Heap, after: Heap[]): Heap[] =>
    heap.grains === grains ? after : [{ at: heap.at, grains: heap.grains - grains }, ...after];
  return grains * Math.abs(from.at - to.at) + carry(rest(from, later), rest(to, others));
}

function mergeSort(points: number[]): number[] {
  if (points.length < 2) return points;
  const half = points.length >> 1;
  return merge(mergeSort(points.slice(0, half)), mergeSort(points.slice(half)));
}

function merge(a: number[], b: number[]): number[] {
  const [p] = a;
  const [q] = b;
  if (p === undefined) return b;
  if (q === undefined) return a;
  return p < q ? [p, ...merge(a.slice(1), b)] : [q, ...merge(a, b.slice(1))];
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  if (real.length === 0) return [];
  const [t = 0] = u;
  const point = real[0]!.map((value, k) => fake[0]![k]! * (1 - t) + value * t);
  return [point, ...interpolates(real.slice(1), fake.slice(1), u.slice(1))];
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  const squares = gradients.map((row) => (Math.sqrt(sum(row.map((g) => g * g))) - 1) ** 2);
  return (lambda * sum(squares)) / squares.length;
}
