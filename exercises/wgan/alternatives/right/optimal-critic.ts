/** W1 by its other face: the score differences of the best critic of slope 1, built from the left. */

export function criticLoss(real: number[], fake: number[]): number {
  const [sumReal, sumFake] = [real, fake].map((scores) => scores.reduce((a, b) => a + b));
  return sumFake! / fake.length - sumReal! / real.length;
}

export function generatorLoss(fake: number[]): number {
  return criticLoss([0], fake) * -1;
}

export function wasserstein1(x: number[], y: number[]): number {
  const places = [...new Set([...x, ...y])].sort((a, b) => a - b);
  const height = new Map<number, number>();
  let now = 0;
  places.forEach((place, k) => {
    if (k > 0) {
      const before = places[k - 1]!;
      // with more of x behind than of y, x is to be higher behind: fall
      const ahead = x.filter((p) => p <= before).length * y.length - y.filter((p) => p <= before).length * x.length;
      now -= Math.sign(ahead) * (place - before);
    }
    height.set(place, now);
  });
  const score = (points: number[]) => points.map((point) => height.get(point)!);
  return -criticLoss(score(x), score(y));
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  return real.map((row, i) => add(scale(row, u[i]!), scale(fake[i]!, 1 - u[i]!)));
}

function scale(v: number[], by: number): number[] {
  return v.map((value) => by * value);
}

function add(a: number[], b: number[]): number[] {
  return a.map((value, k) => value + b[k]!);
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, k) => sum + value * b[k]!, 0);
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  const distances = gradients.map((g) => Math.sqrt(dot(g, g)) - 1);
  return (lambda * dot(distances, distances)) / distances.length;
}
