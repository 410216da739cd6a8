import { createRng } from "#sdk/random.ts";
import { clamp, steps } from "#sdk/plot.ts";
import { edge, sampleOf, type Shapes } from "../best/shapes.ts";

/** A discriminator on the line: its logit at each knot, straight in between. */
export interface Learner {
  readonly logits: readonly number[];
  readonly losses: readonly (number | null)[];
}

/** Two discriminators learn side by side from the same samples: by the student's gradient, and by the right one. */
export interface Run {
  readonly step: number;
  readonly student: Learner;
  readonly reference: Learner;
}

export const LAST = 150;

const KNOTS = 26;
const WIDTH = (2 * edge) / (KNOTS - 1);
export const knots = steps(-edge, edge, KNOTS);

const beginner: Learner = { logits: knots.map((x) => 0.5 * Math.sin(1.3 * x)), losses: [] };

export const runStart: Run = { step: 0, student: beginner, reference: beginner };

const SAMPLES = 160;

/** Fresh samples for every step, spread evenly so that their noise stays small. */
export function samplesAt(
  step: number,
  shapes: Shapes,
): { readonly real: number[]; readonly fake: number[] } {
  const rng = createRng(`discriminator, step ${step}`);
  const spread = (count: number, of: (u: number) => number): number[] =>
    rng.vector(count, (k) => of((k + rng.uniform()) / count));
  const [left, right] = shapes.real;
  return {
    real: [
      ...spread(SAMPLES / 2, (u) => sampleOf(left, u)),
      ...spread(SAMPLES / 2, (u) => sampleOf(right, u)),
    ],
    fake: spread(SAMPLES, (u) => sampleOf(shapes.fake, u)),
  };
}

/** The knot on the left of a place, and how far the place lies on the way to the next one. */
function between(x: number): readonly [knot: number, share: number] {
  const at = clamp((x + edge) / WIDTH, 0, KNOTS - 1 - 1e-9);
  return [Math.floor(at), at - Math.floor(at)];
}

export function logitsAt(logits: readonly number[], at: readonly number[]): number[] {
  return at.map((x) => {
    const [knot, share] = between(x);
    return (1 - share) * (logits[knot] ?? 0) + share * (logits[knot + 1] ?? 0);
  });
}

const RATE = 9;
const MOST = 9;

/** One step downhill: each sample's slope is shared out among the two knots beside it. */
export function taught(
  { logits, losses }: Learner,
  lesson: {
    readonly step: number;
    readonly places: readonly number[];
    readonly slopes: readonly number[];
    readonly loss: number | undefined;
  },
): Learner {
  const gradient = knots.map(() => 0);
  lesson.places.forEach((x, i) => {
    const slope = lesson.slopes[i] ?? NaN;
    if (!Number.isFinite(slope)) return;
    const [knot, share] = between(x);
    gradient[knot] = (gradient[knot] ?? 0) + (1 - share) * slope;
    gradient[knot + 1] = (gradient[knot + 1] ?? 0) + share * slope;
  });
  const rate = RATE / (1 + lesson.step / 80);
  const next = logits.map((logit, k) => clamp(logit - rate * (gradient[k] ?? 0), -MOST, MOST));
  const { loss } = lesson;
  const known = loss !== undefined && Number.isFinite(loss);
  return { logits: next.map(rounded), losses: [...losses, known ? rounded(loss) : null] };
}

function rounded(value: number): number {
  return Math.round(1e4 * value) / 1e4;
}
