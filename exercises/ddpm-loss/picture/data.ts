import { createRng, type Rng } from "#sdk/random.ts";

/** Rows of points, batch x 2: what the student's functions take. */
export type Cloud = number[][];

export const shapes = ["swirl", "moons"] as const;
export type ShapeName = (typeof shapes)[number];
export const schedules = ["linear", "cosine"] as const;
export type ScheduleName = (typeof schedules)[number];

/** How many steps there are, and how many points. */
export const T = 50;
export const N = 200;

/** The data: points along a curve, each axis with mean 0 and variance 1. Four digits keep what is sent small. */
export const dataOf = once((shape: ShapeName): Cloud =>
  rounded(standardised(curves[shape](createRng(shape))), 4),
);

/**
 * The noise of each point, with mean 0 and variance 1 on each axis and uncorrelated with the data exactly, not only on
 * average: then every moment of the noisy cloud is what the formula says.
 */
export const noiseOf = once((shape: ShapeName): Cloud => {
  const rng = createRng(`${shape} noise`);
  const drawn = rng.matrix(N, 2, () => rng.normal());
  return rounded(standardised(without(drawn, dataOf(shape))), 4);
});

/** The kept shares alpha_1 ... alpha_T. Rounded, so that all players are given the very same numbers. */
export const alphaOf = once((schedule: ScheduleName): number[] =>
  Array.from({ length: T }, (_, index) => round(makers[schedule](index + 1), 6)),
);

/** abar_0 ... abar_T: `barsOf(schedule)[t]` is abar_t. */
export const barsOf = once((schedule: ScheduleName): number[] => {
  let product = 1;
  return [1, ...alphaOf(schedule).map((kept) => (product *= kept))];
});

export function barAt(schedule: ScheduleName, t: number): number {
  return barsOf(schedule)[t] ?? NaN;
}

export function round(value: number, digits = 3): number {
  const unit = 10 ** digits;
  return Math.round(value * unit) / unit;
}

export function rounded(cloud: readonly (readonly number[])[], digits = 3): Cloud {
  return cloud.map((row) => row.map((value) => round(value, digits)));
}

/** The same step for so many rows. */
export function always(t: number, rows: number): number[] {
  return Array.from({ length: rows }, () => t);
}

/** Remembers what a pure function gave for each of its few arguments. */
export function once<Key extends string, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new Map<Key, Made>();
  return (key) => {
    const made = known.get(key) ?? make(key);
    known.set(key, made);
    return made;
  };
}

const curves: Readonly<Record<ShapeName, (rng: Rng) => Cloud>> = {
  // evenly along the curve: its length grows with the square of the angle
  swirl: (rng) =>
    Array.from({ length: N }, (_, index) => {
      const angle = 4 * Math.PI * Math.sqrt((index + 6) / (N + 6));
      return [angle * Math.cos(angle) + rng.normal(0, 0.12), angle * Math.sin(angle) + rng.normal(0, 0.12)];
    }),
  moons: (rng) =>
    Array.from({ length: N }, (_, index) => {
      const angle = (Math.PI * Math.floor(index / 2)) / (N / 2 - 1);
      const [x, y] = [Math.cos(angle) + rng.normal(0, 0.05), Math.sin(angle) + rng.normal(0, 0.05)];
      return index % 2 === 0 ? [x, y] : [1 - x, 0.45 - y];
    }),
};

/** alpha_t by its place. Both begin with a step that is large enough to be seen, and end near pure noise. */
const makers: Readonly<Record<ScheduleName, (t: number) => number>> = {
  linear: (t) => 1 - (0.01 + (0.19 * (t - 1)) / (T - 1)),
  cosine: (t) => Math.max(0.25, cosineBar(t) / cosineBar(t - 1)),
};

function cosineBar(t: number): number {
  return Math.cos(((t / T + 0.04) / 1.04) * (Math.PI / 2)) ** 2;
}

function standardised(cloud: Cloud): Cloud {
  const moments = [0, 1].map((axis) => {
    const values = cloud.map((row) => row[axis] ?? NaN);
    const mean = average(values);
    return { mean, deviation: Math.sqrt(average(values.map((value) => (value - mean) ** 2))) };
  });
  return cloud.map((row) =>
    row.map((value, axis) => {
      const { mean, deviation } = moments[axis] ?? { mean: 0, deviation: 1 };
      return (value - mean) / deviation;
    }),
  );
}

/** `cloud` less its projection on `other`, axis by axis; `other` has mean 0 and variance 1. */
function without(cloud: Cloud, other: Cloud): Cloud {
  const shared = [0, 1].map((axis) =>
    average(cloud.map((row, n) => (row[axis] ?? NaN) * (other[n]?.[axis] ?? NaN))),
  );
  return cloud.map((row, n) =>
    row.map((value, axis) => value - (shared[axis] ?? NaN) * (other[n]?.[axis] ?? NaN)),
  );
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
