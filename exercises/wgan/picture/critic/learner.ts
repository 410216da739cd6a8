import { createRng } from "#sdk/random.ts";
import { clamp, steps } from "#sdk/plot.ts";

/**
 * A critic on the line, made of straight pieces, and the fake samples that it scores. The slope of each piece is what it
 * learns; its heights follow from them, with their mean at 0.
 */
export interface Learner {
  readonly slopes: readonly number[];
  readonly fakes: readonly number[];
  /** One entry a step: -criticLoss and wasserstein1. */
  readonly estimates: readonly (number | null)[];
  readonly distances: readonly (number | null)[];
}

export const edge = 4;
const PIECES = 16;
const WIDTH = (2 * edge) / PIECES;
const STEEPEST = 6;

export const knots = steps(-edge, edge, PIECES + 1);
export const pieces = knots.slice(0, -1).map((left) => left + WIDTH / 2);

export const reals: readonly number[] = [-3.1, -2.5, -2.2, -1.6, 1.5, 2, 2.4, 3];

export const beginner: Learner = {
  slopes: pieces.map((_, c) => 0.02 * Math.sin(1.9 * c + 0.6)),
  fakes: [-1.1, -0.7, -0.3, 0.1, 0.3, 0.6, 0.9, 1.3],
  estimates: [],
  distances: [],
};

export function heightsOf(slopes: readonly number[]): number[] {
  const heights = [0];
  for (const slope of slopes) heights.push((heights.at(-1) ?? 0) + WIDTH * slope);
  const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
  return heights.map((height) => height - mean);
}

export function pieceAt(place: number): number {
  return clamp(Math.floor((place + edge) / WIDTH), 0, PIECES - 1);
}

export function scoresOf(slopes: readonly number[], places: readonly number[]): number[] {
  const heights = heightsOf(slopes);
  return places.map((place) => {
    const piece = pieceAt(place);
    return (heights[piece] ?? 0) + (place - (knots[piece] ?? 0)) * (slopes[piece] ?? 0);
  });
}

/** How often a real sample is paired with a fake one in one step. */
const PAIRS = 24;

/** Pairs and their u, other ones in every step. */
export function pairsAt(step: number, real: readonly number[], { fakes }: Learner) {
  const rng = createRng(`critic, step ${step}`);
  const pick = (from: readonly number[]): number[] => [rng.pick(from)];
  return {
    real: Array.from({ length: PAIRS }, () => pick(real)),
    fake: Array.from({ length: PAIRS }, () => pick(fakes)),
    u: rng.vector(PAIRS, (row) => Math.round(100 * ((row + rng.uniform()) / PAIRS)) / 100),
  };
}

interface Lesson {
  /** By the slope of each piece; what is not known is NaN. */
  readonly loss: readonly number[];
  readonly penalty: readonly number[];
  /** By the score of each fake sample, less and less towards the end; empty where the generator rests. */
  readonly generator: readonly number[];
  readonly estimate: number;
  readonly distance: number;
}

const RATE = 0.6;
const LONGEST = 0.2;
const GENERATOR_RATE = 0.03;

/** One step downhill: the critic's slopes, and the fakes along the slope at which they lie. */
export function taught(learner: Learner, lesson: Lesson): Learner {
  const { slopes, fakes, estimates, distances } = learner;
  const step = (gradient: number): number => (Number.isFinite(gradient) ? gradient : 0);
  return {
    slopes: slopes.map((slope, c) => {
      const downhill = -RATE * (step(lesson.loss[c] ?? NaN) + step(lesson.penalty[c] ?? NaN));
      return rounded(clamp(slope + clamp(downhill, -LONGEST, LONGEST), -STEEPEST, STEEPEST));
    }),
    fakes: fakes.map((place, j) => {
      const pull = -step(lesson.generator[j] ?? NaN) * fakes.length * (slopes[pieceAt(place)] ?? 0);
      return rounded(clamp(place + GENERATOR_RATE * clamp(pull, -3, 3), -edge, edge));
    }),
    estimates: [...estimates, finite(lesson.estimate)],
    distances: [...distances, finite(lesson.distance)],
  };
}

function rounded(value: number): number {
  return Math.round(1e4 * value) / 1e4;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? rounded(value) : null;
}
