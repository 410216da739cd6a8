import { steps, words } from "#sdk/plot.ts";

export type LandscapeName = "valley" | "wells" | "waves";

interface Landscape {
  readonly at: (z: number) => number;
  readonly slope: (z: number) => number;
}

export const landscapes = [
  { value: "valley", label: words("one valley", "谷一つ") },
  { value: "wells", label: words("two valleys", "谷二つ") },
  { value: "waves", label: words("waves", "波") },
] as const satisfies readonly { readonly value: LandscapeName; readonly label: unknown }[];

const shapes: Readonly<Record<LandscapeName, Landscape>> = {
  valley: { at: (z) => (z - 1) ** 2 / 2, slope: (z) => z - 1 },
  wells: {
    at: (z) => 0.05 * (z * z - 4) ** 2 + 0.3 * z + 0.8,
    slope: (z) => 0.2 * z * (z * z - 4) + 0.3,
  },
  waves: {
    at: (z) => 1.2 * Math.sin(1.7 * z) + 0.12 * z * z + 1.2,
    slope: (z) => 2.04 * Math.cos(1.7 * z) + 0.24 * z,
  },
};

export function landscapeOf({
  f,
  offset,
}: {
  readonly f: LandscapeName;
  readonly offset: number;
}): Landscape {
  const { at, slope } = shapes[f];
  return { at: (z) => at(z) + offset, slope };
}

/** Where E[f] is asked for. */
export interface Place {
  readonly mu: number;
  readonly logVar: number;
}

export function normal(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** Places of the noise, and how much each counts. */
interface Grid {
  readonly eps: readonly number[];
  readonly weights: readonly number[];
}

const fine = gridOf(steps(-6, 6, 121));
const coarse = gridOf(steps(-4, 4, 17));

function gridOf(eps: readonly number[]): Grid {
  const heights = eps.map(normal);
  const total = heights.reduce((sum, height) => sum + height, 0);
  return { eps, weights: heights.map((height) => height / total) };
}

/** The mean of `of` over the noise, summed on a grid. */
export function overNoise(of: (eps: number) => number, { eps, weights }: Grid = fine): number {
  let sum = 0;
  for (const [index, one] of eps.entries()) sum += (weights[index] ?? 0) * of(one);
  return sum;
}

export function expected(f: Landscape, { mu, logVar }: Place, on: Grid = fine): number {
  const sigma = Math.exp(logVar / 2);
  return overNoise((eps) => f.at(mu + sigma * eps), on);
}

/** Good enough for a map's colours and a curve. */
export function roughly(f: Landscape, place: Place): number {
  return expected(f, place, coarse);
}

/** The true gradient of E[f], from differences of the sums: no estimator has a part in it. */
export function trueGradient(f: Landscape, place: Place): Place {
  const width = 1e-3;
  const along = (mu: number, logVar: number): number =>
    (expected(f, { mu: place.mu + mu, logVar: place.logVar + logVar }) -
      expected(f, { mu: place.mu - mu, logVar: place.logVar - logVar })) /
    (2 * width);
  return { mu: along(width, 0), logVar: along(0, width) };
}

/** So many numbers that divide the standard normal distribution into equal parts. */
export function quantiles(count: number): number[] {
  const found: number[] = [];
  let below = 0;
  for (const x of steps(-5, 5, 2001)) {
    below += normal(x) * 0.005;
    while (found.length < count && below >= (found.length + 0.5) / count) found.push(Number(x.toFixed(3)));
  }
  return found;
}
