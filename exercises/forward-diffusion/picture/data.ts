import { createRng, type Rng } from "#sdk/random.ts";

/** How many steps there are, and how many points walk. */
export const T = 32;
export const N = 80;

export const schedules = ["linear", "cosine", "short"] as const;
export type ScheduleName = (typeof schedules)[number];

/** 0 ... T */
export const times = Array.from({ length: T + 1 }, (_, t) => t);

/** The kept shares alpha_1 ... alpha_T. Rounded, so that all players are given the very same numbers. */
export const alphaOf = once((schedule: ScheduleName): number[] =>
  times.slice(1).map((t) => rounded(makers[schedule](t), 5)),
);

/** A face, each axis with mean 0 and variance 1: a cloud that has something to lose. */
export const cloudOf = once((): number[][] =>
  rounded2(standardised(face(createRng("forward-diffusion face")))),
);

/** The noise of every step, for all points: T rows of N points. */
export const walksOf = once((seed: string): number[][][] => {
  const rng = createRng(`forward-diffusion walks ${seed}`);
  return times.slice(1).map(() => rng.matrix(N, 2, () => rounded(rng.normal(), 2)));
});

/** One noise for each point's jump: with mean 0 and variance 1, as it is on average. */
export const jumpsOf = once((seed: string): number[][] => {
  const rng = createRng(`forward-diffusion jumps ${seed}`);
  return rounded2(standardised(rng.matrix(N, 2, () => rng.normal())));
});

/** An outline, two eyes and a mouth. */
function face(rng: Rng): number[][] {
  const on = (count: number, at: (share: number) => readonly [number, number]): number[][] =>
    Array.from({ length: count }, (_, index) =>
      at(index / count).map((value) => value + rng.normal(0, 0.02)),
    );
  const round = (radius: number, from: number, to: number, share: number): readonly [number, number] => {
    const angle = 2 * Math.PI * (from + (to - from) * share);
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  };
  const eye = (x: number) => (share: number) => {
    const [dx, dy] = round(0.1, 0, 1, share);
    return [x + dx, 0.32 + dy] as const;
  };
  return [
    ...on(44, (share) => round(1, 0, 1, share)),
    ...on(9, eye(-0.38)),
    ...on(9, eye(0.38)),
    ...on(18, (share) => round(0.58, 0.55, 0.97, share)),
  ];
}

/** Points one after the other as one vector: the process treats every number by itself. */
export function packed(points: readonly (readonly number[])[]): number[] {
  return points.flat();
}

export function unpacked(values: readonly number[]): number[][] {
  return Array.from({ length: values.length / 2 }, (_, n) => values.slice(2 * n, 2 * n + 2));
}

function rounded2(points: readonly (readonly number[])[]): number[][] {
  return points.map((point) => point.map((value) => rounded(value, 3)));
}

/** alpha_t by its place. The short one stops before the data are gone. */
const makers: Readonly<Record<ScheduleName, (t: number) => number>> = {
  linear: (t) => 1 - (0.002 + (0.29 * (t - 1)) / (T - 1)),
  cosine: (t) => Math.max(0.25, cosineBar(t) / cosineBar(t - 1)),
  short: (t) => 1 - (0.002 + (0.055 * (t - 1)) / (T - 1)),
};

function cosineBar(t: number): number {
  return Math.cos(((t / T + 0.04) / 1.04) * (Math.PI / 2)) ** 2;
}

function standardised(points: readonly (readonly number[])[]): number[][] {
  const moments = [0, 1].map((axis) => {
    const values = points.map((point) => point[axis] ?? NaN);
    return { mean: average(values), deviation: deviationOf(values) };
  });
  return points.map((point) =>
    point.map((value, axis) => {
      const { mean, deviation } = moments[axis] ?? { mean: 0, deviation: 1 };
      return (value - mean) / deviation;
    }),
  );
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function deviationOf(values: readonly number[]): number {
  const mean = average(values);
  return Math.sqrt(average(values.map((value) => (value - mean) ** 2)));
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Remembers what a pure function gave for each of its few arguments. */
function once<Key extends string, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new Map<Key, Made>();
  return (key) => {
    const made = known.get(key) ?? make(key);
    known.set(key, made);
    return made;
  };
}
