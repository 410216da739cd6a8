/** Every point is an event on the line that raises or lowers F - G by its mass. */

type Event = { at: number; mass: number };

export const criticLoss = (real: number[], fake: number[]): number =>
  fake.reduce((sum, score) => sum + score / fake.length, 0) -
  real.reduce((sum, score) => sum + score / real.length, 0);

export const generatorLoss = (fake: number[]): number =>
  fake.reduce((sum, score) => sum - score / fake.length, 0);

export const wasserstein1 = (x: number[], y: number[]): number => {
  const events: Event[] = [
    ...x.map((at) => ({ at, mass: 1 / x.length })),
    ...y.map((at) => ({ at, mass: -1 / y.length })),
  ];
  events.sort((a, b) => a.at - b.at);
  let height = 0;
  let area = 0;
  events.forEach(({ at, mass }, k) => {
    height += mass;
    const next = events[k + 1];
    if (next !== undefined) area += Math.abs(height) * (next.at - at);
  });
  return area;
};

export const interpolates = (real: number[][], fake: number[][], u: number[]): number[][] =>
  real.map((row, i) => row.map((value, k) => value - (1 - u[i]!) * (value - fake[i]![k]!)));

export const gradientPenalty = (gradients: number[][], lambda: number): number =>
  gradients
    .map((row) => Math.abs(1 - Math.sqrt(row.map((g) => g * g).reduce((a, b) => a + b, 0))))
    .reduce((sum, gap) => sum + (lambda * gap * gap) / gradients.length, 0);
