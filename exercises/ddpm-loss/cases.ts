import {
  defineCases,
  defineDomain,
  defineGiven,
  defineInvariants,
  defineRelations,
  stabilityCase,
  valueCase,
} from "#sdk/cases.ts";
import type { Rng } from "#sdk/random.ts";
import type * as Starter from "./starter.ts";

type Size = readonly [steps: number, batch: number, dim: number];
type Rows = readonly [t: number[], alpha: number[]];

/** Smallest first. Some sizes come again with other data: a function that keeps state between calls shows there. */
const sizes: Readonly<Record<string, Size>> = {
  "steps-6-rows-2-dims-3": [6, 2, 3],
  "steps-6-rows-3-dims-2": [6, 3, 2],
  "steps-6-rows-3-dims-2-again": [6, 3, 2],
  "steps-7-rows-3-dims-3": [7, 3, 3],
  "steps-8-rows-2-dims-5": [8, 2, 5],
  "steps-8-rows-4-dims-2": [8, 4, 2],
  "steps-8-rows-4-dims-2-again": [8, 4, 2],
  "steps-10-rows-5-dims-4": [10, 5, 4],
  "steps-12-rows-4-dims-4": [12, 4, 4],
  "steps-20-rows-6-dims-3": [20, 6, 3],
  "steps-50-rows-8-dims-5": [50, 8, 5],
  "steps-100-rows-6-dims-8": [100, 6, 8],
};

const stepCounts = {
  "steps-3": 3,
  "steps-4": 4,
  "steps-4-again": 4,
  "steps-5": 5,
  "steps-6": 6,
  "steps-8": 8,
  "steps-10": 10,
  "steps-10-again": 10,
  "steps-20": 20,
  "steps-50": 50,
  "steps-100": 100,
  "steps-200": 200,
};

/** The first two cases of a function are read by eye. */
const readable = 2;

export const cases = defineCases<typeof Starter>({
  alphaBar: [
    ...Object.entries(stepCounts).map(([id, steps], index) =>
      valueCaseAt(index, id, (rng): [number[]] => [schedule(rng, steps)]),
    ),
    stabilityCase("single-step", (rng): [number[]] => [[rng.uniform(0.4, 0.9)]]),
    stabilityCase("nearly-noiseless", (rng): [number[]] => [nearlyNoiseless(rng)]),
    stabilityCase("steps-4000-down-to-zero", (rng): [number[]] => [longSchedule(rng, 0.2, 0.9)], {
      float64: true,
    }),
  ],

  noisySample: [
    ...valueCases((rng, rows, batch, dim) => noisyInput(rng, rows, [batch, dim]), 2),
    stabilityCase("first-and-last-step", (rng) => {
      const alpha = schedule(rng, 9);
      return noisyInput(rng, [[1, rng.integer(2, 8), 9], alpha], [3, 4]);
    }),
    stabilityCase("single-number", (rng) => noisyInput(rng, rowsOf(rng, 5, 1, 2), [1, 1])),
    // noise of a thousandth, so x0 is that small too: else its share would drown in the tolerance
    stabilityCase(
      "nearly-noiseless",
      (rng) => {
        const [x0, t, eps, alpha] = noisyInput(rng, [[2, 5, 8], nearlyNoiseless(rng)], [3, 4]);
        return [shrunk(x0), t, eps, alpha];
      },
      { scale: 1e-3 },
    ),
    stabilityCase(
      "steps-4000-down-to-zero",
      (rng) => {
        const t = [4000, rng.integer(3, 12), rng.integer(40, 120), rng.integer(2000, 3900)];
        return noisyInput(rng, [t, longSchedule(rng, 0.2, 0.9)], [4, 3]);
      },
      { float64: true },
    ),
  ],

  predictX0: [
    ...valueCases((rng, rows, batch, dim) => predictionInput(rng, rows, [batch, dim]), 2),
    stabilityCase("first-and-last-step", (rng) => {
      const alpha = schedule(rng, 9);
      return predictionInput(rng, [[1, rng.integer(2, 8), 9], alpha], [3, 4]);
    }),
    stabilityCase("single-number", (rng) => predictionInput(rng, rowsOf(rng, 5, 1, 2), [1, 1])),
    stabilityCase(
      "nearly-noiseless",
      (rng) => {
        const [zt, t, epsHat, alpha] = predictionInput(rng, [[2, 5, 8], nearlyNoiseless(rng)], [3, 4]);
        return [shrunk(zt), t, epsHat, alpha];
      },
      { scale: 1e-3 },
    ),
    stabilityCase("steps-4000", (rng) => predictionInput(rng, lateRows(rng), [3, 3]), { float64: true }),
  ],

  simpleLoss: noisePairCases(),
  lossGradient: noisePairCases(),

  posterior: [
    ...valueCases((rng, rows, batch, dim) => posteriorInput(rng, rows, [batch, dim]), 2),
    stabilityCase("first-step", (rng) => posteriorInput(rng, [[1, 1], schedule(rng, 6)], [2, 3])),
    stabilityCase("first-and-last-step", (rng) => {
      const alpha = schedule(rng, 9);
      return posteriorInput(rng, [[rng.integer(2, 8), 1, 9, 2], alpha], [4, 3]);
    }),
    stabilityCase(
      "nearly-noiseless",
      (rng) => posteriorInput(rng, [[2, 5, 8, 1], nearlyNoiseless(rng)], [4, 3]),
      // the variance is a millionth here, and its own size is what it is measured by
      { scale: 1e-7 },
    ),
    stabilityCase("published-schedule", (rng) => posteriorInput(rng, publishedRows(rng), [4, 3]), {
      float64: true,
    }),
  ],

  weightedLoss: [
    ...valueCases((rng, rows, batch, dim) => weightedInput(rng, rows, [batch, dim]), 3),
    stabilityCase("second-and-last-step", (rng) => {
      const alpha = schedule(rng, 9);
      return weightedInput(rng, [[2, rng.integer(3, 8), 9], alpha], [3, 4]);
    }),
    stabilityCase("nearly-noiseless", (rng) => weightedInput(rng, [[2, 5, 8], nearlyNoiseless(rng)], [3, 4])),
  ],

  reverseStep: [
    ...valueCases((rng, rows, batch, dim) => stepInput(rng, rows, [batch, dim]), 2),
    stabilityCase("first-step", (rng) => stepInput(rng, [[1, 1], schedule(rng, 6)], [2, 3])),
    stabilityCase("first-step-among-others", (rng) =>
      stepInput(rng, [[rng.integer(3, 8), 1, 2, rng.integer(3, 8)], schedule(rng, 9)], [4, 3]),
    ),
    // with xi = 0 whoever adds noise at t = 1 is right here; whoever has no number for abar_0 is not
    stabilityCase("first-step-without-noise", (rng) => {
      const [zt, t, epsHat, alpha] = stepInput(rng, [[1, 1, 1], schedule(rng, 6)], [3, 2]);
      return [zt, t, epsHat, alpha, zt.map((row) => row.map(() => 0))];
    }),
    stabilityCase("last-step", (rng) => stepInput(rng, [[9, rng.integer(3, 8)], schedule(rng, 9)], [2, 4])),
    stabilityCase(
      "nearly-noiseless",
      (rng) => {
        const [zt, t, epsHat, alpha, xi] = stepInput(rng, [[2, 5, 8], nearlyNoiseless(rng)], [3, 4]);
        return [shrunk(zt), t, epsHat, alpha, xi];
      },
      { scale: 1e-3 },
    ),
    stabilityCase("steps-4000", (rng) => stepInput(rng, lateRows(rng), [3, 3]), { float64: true }),
  ],
});

export const relations = defineRelations<typeof Starter>([
  {
    kind: "gradient-of",
    function: "lossGradient",
    uses: ["simpleLoss"],
    objective: (student, eps, epsHat) => student.simpleLoss(eps, epsHat),
    parts: () => [{ output: [], argument: [1] }],
  },
  // z_t stands in for the clean data: made noisy with epsHat and predicted back it must return
  {
    kind: "equals",
    function: "predictX0",
    uses: ["noisySample"],
    sides: async (student, zt, t, epsHat, alpha) => [
      await student.predictX0(await student.noisySample(zt, t, epsHat, alpha), t, epsHat, alpha),
      zt,
    ],
  },
  // the divergence of two Gaussians of one variance: the student's own posteriors from the true and from the predicted x0
  {
    kind: "equals",
    function: "weightedLoss",
    uses: ["posterior", "predictX0"],
    sides: async (student, eps, epsHat, t, alpha) => {
      const zt = eps;
      const right = await student.posterior(await student.predictX0(zt, t, eps, alpha), zt, t, alpha);
      const model = await student.posterior(await student.predictX0(zt, t, epsHat, alpha), zt, t, alpha);
      const terms = right.variance.map(
        (s2, n) => squaredDistance(row(right.mean, n), row(model.mean, n)) / (2 * s2),
      );
      return [await student.weightedLoss(eps, epsHat, t, alpha), mean(terms)];
    },
  },
  // the same step with the predicted x0 already put into the mean, as the paper's sampler has it
  {
    kind: "equals",
    function: "reverseStep",
    uses: ["alphaBar"],
    sides: async (student, zt, t, epsHat, alpha, xi) => {
      const steps = stepsOf(t, alpha, await student.alphaBar(alpha));
      const next = steps.map((step, n) => {
        const ofNoise = (1 - step.kept) / Math.sqrt(1 - step.bar);
        const bare = combine(1, row(zt, n), -ofNoise, row(epsHat, n));
        return combine(1 / Math.sqrt(step.kept), bare, Math.sqrt(varianceOf(step)), row(xi, n));
      });
      return [await student.reverseStep(zt, t, epsHat, alpha, xi), next];
    },
  },
]);

export const given = defineGiven<typeof Starter>({
  noisySample: {
    uses: ["alphaBar"],
    expected: async (student, x0, t, eps, alpha) =>
      stepsOf(t, alpha, await student.alphaBar(alpha)).map(({ bar }, n) =>
        combine(Math.sqrt(bar), row(x0, n), Math.sqrt(1 - bar), row(eps, n)),
      ),
  },
  predictX0: {
    uses: ["alphaBar"],
    expected: async (student, zt, t, epsHat, alpha) =>
      stepsOf(t, alpha, await student.alphaBar(alpha)).map(({ bar }, n) =>
        combine(1 / Math.sqrt(bar), row(zt, n), -Math.sqrt((1 - bar) / bar), row(epsHat, n)),
      ),
  },
  posterior: {
    uses: ["alphaBar"],
    expected: async (student, x0, zt, t, alpha) => {
      const steps = stepsOf(t, alpha, await student.alphaBar(alpha));
      return {
        mean: steps.map(({ kept, bar, barBefore }, n) => {
          const ofZt = (Math.sqrt(kept) * (1 - barBefore)) / (1 - bar);
          return combine(ofZt, row(zt, n), (Math.sqrt(barBefore) * (1 - kept)) / (1 - bar), row(x0, n));
        }),
        variance: steps.map(varianceOf),
      };
    },
  },
  weightedLoss: {
    uses: ["alphaBar"],
    expected: async (student, eps, epsHat, t, alpha) => {
      const steps = stepsOf(t, alpha, await student.alphaBar(alpha));
      const terms = steps.map((step, n) => {
        const weight = (1 - step.kept) ** 2 / (2 * varianceOf(step) * step.kept * (1 - step.bar));
        return weight * squaredDistance(row(eps, n), row(epsHat, n));
      });
      return mean(terms);
    },
  },
  reverseStep: {
    uses: ["posterior", "predictX0"],
    expected: async (student, zt, t, epsHat, alpha, xi) => {
      const x0 = await student.predictX0(zt, t, epsHat, alpha);
      const { mean: center, variance } = await student.posterior(x0, zt, t, alpha);
      return variance.map((s2, n) => combine(1, row(center, n), Math.sqrt(s2), row(xi, n)));
    },
  },
});

/** A row's step is one of the schedule's; the weighted loss is asked for from the second on. */
export const domain = defineDomain<typeof Starter>({
  noisySample: (x0, t, eps, alpha) => [x0, within(alpha, t), eps, alpha],
  predictX0: (zt, t, epsHat, alpha) => [zt, within(alpha, t), epsHat, alpha],
  posterior: (x0, zt, t, alpha) => [x0, zt, within(alpha, t), alpha],
  weightedLoss: (eps, epsHat, t, alpha) => (alpha.length < 2 ? null : [eps, epsHat, within(alpha, t), alpha]),
  reverseStep: (zt, t, epsHat, alpha, xi) => [zt, within(alpha, t), epsHat, alpha, xi],
});

function within(alpha: readonly number[], t: readonly number[]): number[] {
  return t.map((step) => Math.min(step, alpha.length));
}

/** Rounding may leave this much where the exact value is 0. */
const slack = 1e-9;

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "never-rises",
    kind: "invariant",
    function: "alphaBar",
    holds: async (student, rng) => {
      const alpha = schedule(rng, 7);
      const bars = await student.alphaBar(alpha);
      const falls = bars.every((bar, k) => bar >= -slack && bar <= (bars[k - 1] ?? 1) + slack);
      return falls && Math.abs((bars[0] ?? NaN) - (alpha[0] ?? NaN)) <= slack;
    },
  },
  {
    id: "variance-preserved",
    kind: "invariant",
    function: "noisySample",
    holds: async (student, rng) => {
      const [t, alpha] = rowsOf(rng, 8, 3, 2);
      const ones = rng.matrix(3, 2, () => 1);
      const zeros = rng.matrix(3, 2, () => 0);
      const signal = await student.noisySample(ones, t, zeros, alpha);
      const noise = await student.noisySample(zeros, t, ones, alpha);
      return signal.every((weights, n) =>
        weights.every((weight, i) => Math.abs(weight ** 2 + entry(row(noise, n), i) ** 2 - 1) <= slack),
      );
    },
  },
  {
    id: "true-noise-gives-x0",
    kind: "invariant",
    function: "predictX0",
    holds: async (student, rng) => {
      const [x0, t, eps, alpha] = noisyInput(rng, rowsOf(rng, 8, 3, 2), [3, 4]);
      return areClose(await student.predictX0(madeNoisy(x0, t, eps, alpha), t, eps, alpha), x0);
    },
  },
  {
    id: "copies-change-nothing",
    kind: "invariant",
    function: "simpleLoss",
    holds: async (student, rng) => {
      const [eps, epsHat] = noisePair(rng, [3, 4]);
      const once = await student.simpleLoss(eps, epsHat);
      const twice = await student.simpleLoss([...eps, ...eps], [...epsHat, ...epsHat]);
      return Math.abs(once - twice) <= slack * (1 + Math.abs(once));
    },
  },
  {
    id: "zero-when-perfect",
    kind: "invariant",
    function: "simpleLoss",
    holds: async (student, rng) => {
      const [eps, epsHat] = noisePair(rng, [3, 4]);
      return (
        Math.abs(await student.simpleLoss(eps, eps)) <= slack &&
        (await student.simpleLoss(eps, epsHat)) > slack
      );
    },
  },
  {
    id: "flips-sign",
    kind: "invariant",
    function: "lossGradient",
    holds: async (student, rng) => {
      const [eps, epsHat] = noisePair(rng, [3, 4]);
      const turned = await student.lossGradient(epsHat, eps);
      return areClose(
        await student.lossGradient(eps, epsHat),
        turned.map((values) => values.map((value) => -value)),
      );
    },
  },
  {
    id: "first-step-certain",
    kind: "invariant",
    function: "posterior",
    holds: async (student, rng) => {
      const [x0, zt, t, alpha] = posteriorInput(rng, [[1, 1, 1], schedule(rng, 5)], [3, 2]);
      const { mean: center, variance } = await student.posterior(x0, zt, t, alpha);
      return areClose(center, x0) && variance.every((s2) => Math.abs(s2) <= slack);
    },
  },
  {
    id: "noiseless-path",
    kind: "invariant",
    function: "posterior",
    holds: async (student, rng) => {
      const [x0, , t, alpha] = posteriorInput(rng, rowsOf(rng, 8, 3, 2), [3, 4]);
      const steps = stepsOf(t, alpha, barsOf(alpha));
      const onPath = (share: (step: Step) => number): number[][] =>
        steps.map((step, n) => row(x0, n).map((value) => Math.sqrt(share(step)) * value));
      const { mean: center } = await student.posterior(
        x0,
        onPath(({ bar }) => bar),
        t,
        alpha,
      );
      return areClose(
        center,
        onPath(({ barBefore }) => barBefore),
      );
    },
  },
  {
    id: "copies-change-nothing",
    kind: "invariant",
    function: "weightedLoss",
    holds: async (student, rng) => {
      const [eps, epsHat, t, alpha] = weightedInput(rng, rowsOf(rng, 8, 3, 3), [3, 4]);
      const once = await student.weightedLoss(eps, epsHat, t, alpha);
      const twice = await student.weightedLoss([...eps, ...eps], [...epsHat, ...epsHat], [...t, ...t], alpha);
      return Math.abs(once - twice) <= slack * (1 + Math.abs(once));
    },
  },
  {
    id: "quadratic-in-error",
    kind: "invariant",
    function: "weightedLoss",
    holds: async (student, rng) => {
      const [eps, epsHat, t, alpha] = weightedInput(rng, rowsOf(rng, 8, 3, 3), [3, 4]);
      const further = epsHat.map((values, n) => combine(2, values, -1, row(eps, n)));
      const once = await student.weightedLoss(eps, epsHat, t, alpha);
      return (
        Math.abs((await student.weightedLoss(eps, further, t, alpha)) - 4 * once) <=
        slack * (1 + Math.abs(once))
      );
    },
  },
  {
    id: "lands-on-x0",
    kind: "invariant",
    function: "reverseStep",
    holds: async (student, rng) => {
      const [x0, t, eps, alpha] = noisyInput(rng, [[1, 1, 1], schedule(rng, 5)], [3, 2]);
      const xi = normal(rng, [3, 2]);
      return areClose(await student.reverseStep(madeNoisy(x0, t, eps, alpha), t, eps, alpha, xi), x0);
    },
  },
]);

/** One value case per size. Rows' steps lie in [firstStep, T - 1]; the first and the last step have cases of their own. */
function valueCases<Args extends readonly unknown[]>(
  make: (rng: Rng, rows: Rows, batch: number, dim: number) => Args,
  firstStep: number,
) {
  return Object.entries(sizes).map(([id, [steps, batch, dim]], index) =>
    valueCaseAt(index, id, (rng) => make(rng, rowsOf(rng, steps, batch, firstStep), batch, dim)),
  );
}

/** A value case by its place in the list: those to be read by eye are visible and have two decimals. */
function valueCaseAt<Args extends readonly unknown[]>(index: number, id: string, make: (rng: Rng) => Args) {
  if (index >= readable) return valueCase(id, make);
  return valueCase(id, (rng) => short(make(rng)), { visible: true });
}

function short<T>(value: T): T {
  if (typeof value === "number") return (Math.round(100 * value) / 100) as T;
  return Array.isArray(value) ? (value.map(short) as T) : value;
}

function noisePairCases() {
  const pairSizes = Object.values(sizes).map(([, batch, dim]): [number, number] => [batch, dim]);
  const again = (index: number): string => {
    const size = String(pairSizes[index]);
    const earlier = pairSizes.slice(0, index).filter((other) => String(other) === size).length;
    return earlier === 0 ? "" : "-again";
  };
  return [
    ...pairSizes.map((size, index) =>
      valueCaseAt(index, `rows-${String(size[0])}-dims-${String(size[1])}${again(index)}`, (rng) =>
        noisePair(rng, size),
      ),
    ),
    stabilityCase("single-number", (rng) => noisePair(rng, [1, 1])),
    stabilityCase("perfect-prediction", (rng): [number[][], number[][]] => {
      const [eps] = noisePair(rng, [3, 4]);
      return [eps, eps.map((values) => [...values])];
    }),
    stabilityCase(
      "nearly-perfect-prediction",
      (rng): [number[][], number[][]] => {
        const [eps, other] = noisePair(rng, [4, 3]);
        return [eps, eps.map((values, n) => combine(1, values, 1e-3, row(other, n)))];
      },
      { scale: 1e-6 },
    ),
    stabilityCase("large-noise", (rng): [number[][], number[][]] => {
      const [eps, epsHat] = noisePair(rng, [3, 4]);
      const enlarged = (noise: number[][]): number[][] =>
        noise.map((values) => values.map((value) => 1e6 * value));
      return [enlarged(eps), enlarged(epsHat)];
    }),
  ];
}

/**
 * Kept shares of T steps. Few steps are coarse; many are fine and grow coarser, as the published schedules do.
 * Neighbours differ clearly, and abar_T stays above 1e-4.
 */
function schedule(rng: Rng, steps: number): number[] {
  if (steps <= 12) return rng.vector(steps, () => rng.uniform(0.6, 0.95));
  return rng.vector(steps, (k) => 1 - ((0.2 + (6 * (k + 1)) / steps) / steps) * rng.uniform(0.6, 1.4));
}

/** Steps that add a few millionths of noise: 1 - alpha has lost all but two digits if it is formed in float32. */
function nearlyNoiseless(rng: Rng): number[] {
  return rng.vector(8, () => 1 - rng.uniform(1e-6, 4e-6));
}

/** 4000 steps, in three decimals so that they are short to send. */
function longSchedule(rng: Rng, leastNoise: number, mostNoise: number): number[] {
  return rng.vector(4000, () => Math.round(1000 * (1 - rng.uniform(leastNoise, mostNoise))) / 1000);
}

/** Rows near the end of 4000 steps: abar is about 1e-28 there, a case that float64 and float32 both still hold. */
function lateRows(rng: Rng): Rows {
  return [[4000, rng.integer(3950, 3999), rng.integer(3900, 3949)], longSchedule(rng, 0.002, 0.03)];
}

/** The linear schedule of Ho, Jain & Abbeel (2020): 1000 steps, 1 - alpha from 1e-4 to 0.02. */
function publishedRows(rng: Rng): Rows {
  const alpha = rng.vector(1000, (k) => Math.round(1e6 * (1 - 1e-4 - (0.0199 * k) / 999)) / 1e6);
  return [[2, rng.integer(3, 50), rng.integer(51, 900), 1000], alpha];
}

/** A different step in [firstStep, T - 1] for every row. */
function rowsOf(rng: Rng, steps: number, batch: number, firstStep: number): Rows {
  const order = rng.permutation(steps - firstStep);
  // more rows than steps: start over
  const t = rng.vector(batch, (n) => firstStep + entry(order, n % order.length));
  return [t, schedule(rng, steps)];
}

type Shape = readonly [batch: number, dim: number];

function normal(rng: Rng, [batch, dim]: Shape, center = 0, spread = 1): number[][] {
  return rng.matrix(batch, dim, () => rng.normal(center, spread));
}

/** Noise and a prediction that is related to it, as a half-trained network's is. */
function noisePair(rng: Rng, shape: Shape): [eps: number[][], epsHat: number[][]] {
  const eps = normal(rng, shape);
  const error = normal(rng, shape, 0.2, 0.7);
  return [eps, eps.map((values, n) => combine(0.6, values, 1, row(error, n)))];
}

function noisyInput(rng: Rng, [t, alpha]: Rows, shape: Shape): [number[][], number[], number[][], number[]] {
  return [normal(rng, shape, 0.6, 1.2), t, normal(rng, shape), alpha];
}

function predictionInput(
  rng: Rng,
  [t, alpha]: Rows,
  shape: Shape,
): [number[][], number[], number[][], number[]] {
  return [normal(rng, shape, 0.4, 1.1), t, normal(rng, shape), alpha];
}

function posteriorInput(
  rng: Rng,
  [t, alpha]: Rows,
  shape: Shape,
): [number[][], number[][], number[], number[]] {
  return [normal(rng, shape, 0.6, 1.2), normal(rng, shape, -0.3, 1.1), t, alpha];
}

function weightedInput(
  rng: Rng,
  [t, alpha]: Rows,
  shape: Shape,
): [number[][], number[][], number[], number[]] {
  return [...noisePair(rng, shape), t, alpha];
}

function stepInput(
  rng: Rng,
  [t, alpha]: Rows,
  shape: Shape,
): [number[][], number[], number[][], number[], number[][]] {
  return [normal(rng, shape, 0.4, 1.1), t, normal(rng, shape), alpha, normal(rng, shape)];
}

function shrunk(values: number[][]): number[][] {
  return values.map((numbers) => numbers.map((value) => 1e-3 * value));
}

/** What a row's step needs of the schedule, from whichever abar is handed in. */
interface Step {
  readonly kept: number;
  readonly bar: number;
  readonly barBefore: number;
}

function stepsOf(t: readonly number[], alpha: readonly number[], bars: readonly number[]): Step[] {
  return t.map((step) => ({
    kept: entry(alpha, step - 1),
    bar: entry(bars, step - 1),
    barBefore: step === 1 ? 1 : entry(bars, step - 2),
  }));
}

function varianceOf({ kept, bar, barBefore }: Step): number {
  return ((1 - kept) * (1 - barBefore)) / (1 - bar);
}

function barsOf(alpha: readonly number[]): number[] {
  return alpha.map((_, last) => alpha.slice(0, last + 1).reduce((product, kept) => product * kept, 1));
}

/** z_t by the definition, for what an invariant hands to the student. */
function madeNoisy(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  return stepsOf(t, alpha, barsOf(alpha)).map(({ bar }, n) =>
    combine(Math.sqrt(bar), row(x0, n), Math.sqrt(1 - bar), row(eps, n)),
  );
}

/** a x + b y */
function combine(a: number, x: readonly number[], b: number, y: readonly number[]): number[] {
  return x.map((value, i) => a * value + b * entry(y, i));
}

function squaredDistance(x: readonly number[], y: readonly number[]): number {
  return x.reduce((sum, value, i) => sum + (value - entry(y, i)) ** 2, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function areClose(left: readonly number[][], right: readonly number[][]): boolean {
  return left.every((values, n) =>
    values.every((value, i) => Math.abs(value - entry(row(right, n), i)) <= slack * (1 + Math.abs(value))),
  );
}

function row(values: readonly number[][], n: number): number[] {
  return values[n] ?? [];
}

function entry(values: readonly number[], i: number): number {
  return values[i] ?? Number.NaN;
}
