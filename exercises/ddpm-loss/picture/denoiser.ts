import type { Cloud } from "./data.ts";

/** Each data point stands for a small Gaussian of this deviation: a cloud without holes, and no point is learnt by heart. */
const GRAIN = 0.05;

/**
 * The best prediction of the noise that there is, E[eps | z_t], when x0 comes from Gaussians of deviation GRAIN at the data's
 * points: z_t then comes from Gaussians around the shrunken points, and each is guessed by its share in having made z_t.
 */
export function bestGuess(zt: Cloud, bar: number, data: Cloud): Cloud {
  const keep = Math.sqrt(bar);
  const spread = bar * GRAIN ** 2 + 1 - bar; // the variance of each Gaussian of z_t
  const scale = Math.sqrt(1 - bar) / spread;
  const centres = columnsOf(data, keep);
  return zt.map((row) => {
    const [x, y] = [row[0] ?? NaN, row[1] ?? NaN];
    const [meanX, meanY] = expectedCentre(x, y, centres, spread);
    return [scale * (x - meanX), scale * (y - meanY)];
  });
}

interface Columns {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** By axis: the loops below are the picture's only heavy ones. */
function columnsOf(cloud: Cloud, scale = 1): Columns {
  return {
    x: Float64Array.from(cloud, (row) => scale * (row[0] ?? NaN)),
    y: Float64Array.from(cloud, (row) => scale * (row[1] ?? NaN)),
  };
}

/** The centres, weighted by how likely each made this point. Weights are taken against the largest: none of them underflows. */
function expectedCentre(x: number, y: number, centres: Columns, spread: number): readonly [number, number] {
  const nearest = nearestTo(x, y, centres);
  let [total, sumX, sumY] = [0, 0, 0];
  for (let index = 0; index < centres.x.length; index++) {
    const [a, b] = [centres.x[index] ?? NaN, centres.y[index] ?? NaN];
    const weight = Math.exp((nearest - (x - a) ** 2 - (y - b) ** 2) / (2 * spread));
    total += weight;
    sumX += weight * a;
    sumY += weight * b;
  }
  return [sumX / total, sumY / total];
}

/** The squared distance to the nearest point. */
function nearestTo(x: number, y: number, cloud: Columns): number {
  let nearest = Infinity;
  for (let index = 0; index < cloud.x.length; index++) {
    const [dx, dy] = [x - (cloud.x[index] ?? NaN), y - (cloud.y[index] ?? NaN)];
    const squared = dx * dx + dy * dy;
    if (squared < nearest) nearest = squared;
  }
  return nearest;
}

/** z_t of the given points, as everybody should have it: what is asked of other functions does not depend on noisySample. */
export function jump(x0: Cloud, eps: Cloud, bar: number): Cloud {
  const [keep, noise] = [Math.sqrt(bar), Math.sqrt(1 - bar)];
  return x0.map((row, n) => row.map((value, axis) => keep * value + noise * (eps[n]?.[axis] ?? NaN)));
}

/** The mean distance from a point of one cloud to the nearest of the other, both ways: 0 only where each covers the other. */
export function distanceBetween(one: Cloud, other: Cloud): number {
  const [some, others] = [columnsOf(one), columnsOf(other)];
  return (distanceTo(some, others) + distanceTo(others, some)) / 2;
}

function distanceTo(from: Columns, to: Columns): number {
  let sum = 0;
  for (let index = 0; index < from.x.length; index++)
    sum += Math.sqrt(nearestTo(from.x[index] ?? NaN, from.y[index] ?? NaN, to));
  return sum / from.x.length;
}
