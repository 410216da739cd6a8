import { createRng } from "#sdk/random.ts";
import { clamp } from "#sdk/plot.ts";
import type { Estimator } from "./estimators.ts";
import type { Place } from "./landscape.ts";

/** Who walks: each player that is drawn goes on from its own last place. */
export type Walker = "student" | "reference";

/** Three descents at once, one by each estimator. A trail goes no further once its estimate is missing or no number. */
export interface Descent {
  readonly seed: number;
  readonly from: Place;
  readonly step: number;
  readonly trails: Readonly<Record<Walker, Readonly<Record<Estimator, readonly Place[]>>>>;
}

export const STEPS = 120;
const RATE = 0.08;
/** The map's edges hold a walker back. */
const edges = { mu: [-3.4, 3.4], logVar: [-3, 2] } as const;

export const mapRanges = edges;

export function begin(seed: number, from: Place): Descent {
  const trails = {
    pathwiseGradient: [from],
    scoreGradient: [from],
    scoreGradientWithBaseline: [from],
  };
  return { seed, from, step: 0, trails: { student: trails, reference: trails } };
}

/** The noise of the next step, the same for every walker. */
export function noiseOf({ seed, step }: Descent, draws: number): number[][] {
  const rng = createRng(`descent ${seed}, ${step}`);
  return rng.matrix(draws, 1, () => Number(rng.normal().toFixed(3)));
}

/** Where a walker stands; undefined where it could not go on. */
export function standing({ trails, step }: Descent, walker: Walker, estimator: Estimator): Place | undefined {
  return trails[walker][estimator][step];
}

type Estimates = (walker: Walker, estimator: Estimator) => { mu: number[]; logVar: number[] } | undefined;

/** One step against each estimate. */
export function stepped(descent: Descent, estimates: Estimates): Descent | null {
  if (descent.step >= STEPS) return null;
  const walk = (walker: Walker, estimator: Estimator): readonly Place[] => {
    const trail = descent.trails[walker][estimator];
    const place = standing(descent, walker, estimator);
    const after = place === undefined ? undefined : downhill(place, estimates(walker, estimator));
    return after === undefined ? trail : [...trail, after];
  };
  const all = (walker: Walker) => ({
    pathwiseGradient: walk(walker, "pathwiseGradient"),
    scoreGradient: walk(walker, "scoreGradient"),
    scoreGradientWithBaseline: walk(walker, "scoreGradientWithBaseline"),
  });
  return {
    ...descent,
    step: descent.step + 1,
    trails: { student: all("student"), reference: all("reference") },
  };
}

function downhill(place: Place, gradient: ReturnType<Estimates>): Place | undefined {
  const [byMu = NaN] = gradient?.mu ?? [];
  const [byLogVar = NaN] = gradient?.logVar ?? [];
  if (!Number.isFinite(byMu) || !Number.isFinite(byLogVar)) return undefined;
  return {
    mu: tidy(clamp(place.mu - RATE * byMu, ...edges.mu)),
    logVar: tidy(clamp(place.logVar - RATE * byLogVar, ...edges.logVar)),
  };
}

function tidy(value: number): number {
  return Number(value.toFixed(3));
}
