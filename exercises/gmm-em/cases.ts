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
import type { Mixture } from "./starter.ts";

type Model = [x: number[][], weights: number[], means: number[][], variances: number[][]];
type Shared = [x: number[][], r: number[][]];
type Run = [...Model, steps: number];
type Size = readonly [samples: number, components: number, dims: number];

/** Smallest first. Some shapes come again with other data: a function that keeps state between calls shows there. */
const sizes: Readonly<Record<string, Size>> = {
  "samples-3-components-2-dims-2": [3, 2, 2],
  "samples-4-components-2-dims-3": [4, 2, 3],
  "samples-4-components-2-dims-3-again": [4, 2, 3],
  "samples-4-components-3-dims-2": [4, 3, 2],
  "samples-3-components-3-dims-3": [3, 3, 3],
  "samples-5-components-3-dims-2": [5, 3, 2],
  "samples-6-components-2-dims-2": [6, 2, 2],
  "samples-6-components-2-dims-2-again": [6, 2, 2],
  "samples-6-components-4-dims-3": [6, 4, 3],
  "samples-8-components-3-dims-1": [8, 3, 1],
  "samples-8-components-3-dims-2": [8, 3, 2],
  "samples-10-components-2-dims-4": [10, 2, 4],
  "samples-12-components-4-dims-3": [12, 4, 3],
};

const runs: Readonly<Record<string, readonly [...Size, steps: number]>> = {
  "samples-5-two-steps": [5, 2, 2, 2],
  "samples-6-two-steps": [6, 2, 3, 2],
  "samples-6-two-steps-again": [6, 2, 3, 2],
  "samples-6-one-step": [6, 2, 2, 1],
  "samples-6-no-step": [6, 3, 2, 0],
  "samples-8-three-steps": [8, 2, 2, 3],
  "samples-8-three-steps-again": [8, 2, 2, 3],
  "samples-8-components-3": [8, 3, 2, 2],
  "samples-10-dims-1": [10, 2, 1, 3],
  "samples-10-components-3": [10, 3, 2, 3],
  "samples-12-four-steps": [12, 2, 3, 4],
  "samples-12-components-4": [12, 4, 2, 2],
  "samples-16-five-steps": [16, 3, 2, 5],
};

/** The first two cases of a function are read by eye. */
const readable = 2;

export const cases = defineCases<typeof Starter>({
  responsibilities: [
    ...valueCases(sizes, model),
    stabilityCase("far-samples", (rng) => farSamples(model(rng, [5, 2, 2]))),
    stabilityCase("narrow-components", (rng) => narrow(model(rng, [5, 3, 2]))),
    stabilityCase("weight-of-zero", (rng) => withoutFirst(model(rng, [5, 3, 2]))),
  ],
  mStep: [
    ...valueCases(sizes, shared),
    stabilityCase("one-sample-each", (rng) => oneSampleEach(rng, 3, 2), { scale: 1e-6 }),
    stabilityCase("empty-component", (rng) => withCount(shared(rng, [5, 3, 2]), 0)),
    stabilityCase("nearly-empty-component", (rng) => withCount(shared(rng, [5, 3, 2]), 0.6e-8)),
    stabilityCase("hardly-empty-component", (rng) => withCount(shared(rng, [5, 3, 2]), 1.6e-8)),
    stabilityCase("far-offset", (rng) => farAway(shared(rng, [6, 2, 2])), { float64: true }),
  ],
  logLikelihood: [
    ...valueCases(sizes, model),
    stabilityCase("far-samples", (rng) => farSamples(model(rng, [5, 2, 2]))),
    stabilityCase("narrow-components", (rng) => narrow(model(rng, [5, 3, 2]))),
    stabilityCase("weight-of-zero", (rng) => withoutFirst(model(rng, [5, 3, 2]))),
  ],
  em: [
    ...valueCases(runs, run),
    stabilityCase("collapsing-component", (rng) => collapsing(rng)),
    stabilityCase("emptying-component", (rng) => emptying(rng)),
  ],
});

export const relations = defineRelations<typeof Starter>([]);

export const given = defineGiven<typeof Starter>({
  em: {
    uses: ["responsibilities", "mStep"],
    expected: async (student, x, weights, means, variances, steps) => {
      let mixture: Mixture = { weights, means, variances };
      for (let step = 0; step < steps; step++)
        mixture = await student.mStep(x, await student.responsibilities(x, ...parametersOf(mixture)));
      return mixture;
    },
  },
});

export const domain = defineDomain<typeof Starter>({
  responsibilities: mendedModel,
  logLikelihood: mendedModel,
  mStep: (x, r) => {
    const rows = r.map(mendedShares);
    return rows.every((row) => row !== null) ? [x, rows] : null;
  },
  em: (...[x, weights, means, variances, steps]) => {
    const mended = mendedModel(x, weights, means, variances);
    return mended !== null && Number.isInteger(steps) && steps >= 0 ? [...mended, steps] : null;
  },
});

const slack = 1e-9;

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "rows-sum-to-one",
    kind: "invariant",
    function: "responsibilities",
    holds: async (student, rng) => {
      const r = await student.responsibilities(...model(rng, [6, 3, 2]));
      return r.every((row) => Math.abs(sum(row) - 1) <= slack);
    },
  },
  {
    id: "weights-sum-to-one",
    kind: "invariant",
    function: "mStep",
    holds: async (student, rng) => {
      const { weights } = await student.mStep(...shared(rng, [6, 3, 2]));
      return Math.abs(sum(weights) - 1) <= slack;
    },
  },
  {
    id: "samples-twice",
    kind: "invariant",
    function: "logLikelihood",
    holds: async (student, rng) => {
      const [x, ...parameters] = model(rng, [5, 3, 2]);
      const once = await student.logLikelihood(x, ...parameters);
      const twice = await student.logLikelihood([...x, ...x.toReversed()], ...parameters);
      return Math.abs(once - twice) <= slack * (1 + Math.abs(once));
    },
  },
  {
    // measured here, so that a slip in logLikelihood is not held against em
    id: "likelihood-never-falls",
    kind: "invariant",
    function: "em",
    holds: async (student, rng) => {
      const [x, ...start] = model(rng, [10, 3, 2]);
      let mixture = mixtureOf(...start);
      let likelihood = likelihoodOf(x, mixture);
      for (let step = 0; step < 50; step++) {
        mixture = await student.em(x, ...parametersOf(mixture), 1);
        const next = likelihoodOf(x, mixture);
        if (!(next >= likelihood - slack)) return false;
        likelihood = next;
      }
      return true;
    },
  },
]);

/** Short numbers are quarters, read by eye and exact in float32. */
type Style = "short" | "long";

function valueCases<Of, Args extends readonly unknown[]>(
  shapes: Readonly<Record<string, Of>>,
  make: (rng: Rng, shape: Of, style: Style) => Args,
) {
  return Object.entries(shapes).map(([id, shape], index) =>
    valueCase(id, (rng) => make(rng, shape, index < readable ? "short" : "long"), { visible: index === 0 }),
  );
}

/** Components that overlap, and samples among them, so that nearly every sample belongs to several. */
function model(rng: Rng, [samples, components, dims]: Size, style: Style = "long"): Model {
  const means = rng.matrix(components, dims, () => rounded(rng.uniform(-1.8, 1.8), style));
  const x = Array.from({ length: samples }, (_, i) =>
    (means[i % components] ?? []).map((mean) => rounded(mean + rng.normal(0, 1.1), style)),
  );
  return [x, weightsOf(rng, components, style), means, variancesOf(rng, components, dims, style)];
}

function shared(rng: Rng, [samples, components, dims]: Size, style: Style = "long"): Shared {
  const x = rng.matrix(samples, dims, () => rounded(rng.uniform(-3, 3), style));
  return [x, Array.from({ length: samples }, () => weightsOf(rng, components, style))];
}

function run(rng: Rng, [samples, components, dims, steps]: readonly [...Size, number], style: Style): Run {
  return [...model(rng, [samples, components, dims], style), steps];
}

function rounded(value: number, style: Style): number {
  return style === "short" ? Math.round(4 * value) / 4 : value;
}

/** Positive, none tiny, no two alike; they sum to 1. */
function weightsOf(rng: Rng, components: number, style: Style): number[] {
  const order = rng.permutation(components);
  if (style === "short") {
    const shares = [1, 3, 4, 8].slice(0, components);
    return order.map((rank) => (shares[rank] ?? 1) / sum(shares));
  }
  const parts = order.map((rank) => Math.exp(0.5 * rank + rng.uniform(-0.2, 0.2)));
  return parts.map((part) => part / sum(parts));
}

/** Away from 1, where variance and standard deviation are the same. */
function variancesOf(rng: Rng, components: number, dims: number, style: Style): number[][] {
  const short = [0.5, 0.75, 1.5, 2];
  return rng.matrix(components, dims, () =>
    style === "short" ? rng.pick(short) : rng.pick([rng.uniform(0.4, 0.8), rng.uniform(1.3, 2.5)]),
  );
}

/** Every second sample lies some thousand standard deviations away. */
function farSamples([x, weights, means, variances]: Model): Model {
  const far = x.map((row, i) => (i % 2 === 0 ? row.map((value) => 1000 * (2 + Math.abs(value))) : row));
  return [far, weights, means, variances];
}

/** Every sample lies hundreds of standard deviations away from every component, and much nearer to one. */
function narrow([x, weights, means, variances]: Model): Model {
  return [x, weights, means, variances.map((row) => row.map((value) => value * 1e-5))];
}

/** The first component has the weight 0, though it lies where the samples are. */
function withoutFirst([x, weights, means, variances]: Model): Model {
  const [first = 0, ...others] = weights;
  return [x, [0, ...others.map((weight) => weight / (1 - first))], means, variances];
}

/** As many components as samples, each with one sample to itself: every variance would be 0. */
function oneSampleEach(rng: Rng, count: number, dims: number): Shared {
  const owners = rng.permutation(count);
  return [
    rng.matrix(count, dims, () => rng.uniform(-3, 3)),
    owners.map((owner) => Array.from({ length: count }, (_, k) => (k === owner ? 1 : 0))),
  ];
}

/** The responsibilities of the last component sum to `count`. */
function withCount([x, r]: Shared, count: number): Shared {
  const total = sum(r.map((row) => row.at(-1) ?? 0));
  return [
    x,
    r.map((row) => {
      const last = row.at(-1) ?? 0;
      const kept = (count * last) / total;
      return [...row.slice(0, -1).map((share) => (share * (1 - kept)) / (1 - last)), kept];
    }),
  ];
}

/** About 1e7, where x^2 has no digits left for a spread of 1. */
function farAway([x, r]: Shared): Shared {
  return [x.map((row) => row.map((value) => 1e7 + value)), r];
}

/** The last component sits on an outlier, which nobody else answers for. */
function collapsing(rng: Rng): Run {
  const [x, weights, means, variances] = model(rng, [7, 3, 2]);
  const outlier = [rng.uniform(40, 60), rng.uniform(-60, -40)];
  return [
    [...x.slice(0, -1), outlier],
    weights,
    [...means.slice(0, -1), outlier],
    [...variances.slice(0, -1), [0.5, 0.7]],
    3,
  ];
}

/** The last component lies where no sample is, and answers for nothing from the first step on. */
function emptying(rng: Rng): Run {
  const [x, weights, means, variances] = model(rng, [7, 3, 2]);
  const away = [rng.uniform(400, 600), rng.uniform(-600, -400)];
  return [x, weights, [...means.slice(0, -1), away], variances, 3];
}

type Parameters = [weights: number[], means: number[][], variances: number[][]];

function parametersOf({ weights, means, variances }: Mixture): Parameters {
  return [weights, means, variances];
}

function mixtureOf(...[weights, means, variances]: Parameters): Mixture {
  return { weights, means, variances };
}

function mendedModel(x: number[][], weights: number[], means: number[][], variances: number[][]) {
  const shares = mendedShares(weights);
  const lawful = variances.every((row) => row.every((variance) => variance >= 1e-6));
  return shares !== null && lawful ? ([x, shares, means, variances] satisfies Model) : null;
}

/** Shares between 0 and 1; the last one is what the others leave, unless they sum to 1 as they are. */
function mendedShares(shares: number[]): number[] | null {
  if (shares.some((share) => share < 0)) return null;
  if (Math.abs(sum(shares) - 1) <= 1e-6) return shares;
  const others = shares.slice(0, -1);
  const rest = Number((1 - sum(others)).toPrecision(15)); // 1 - 0.7 is 0.30000000000000004
  return rest >= 0 ? [...others, rest] : null;
}

/** (1/n) sum_i log p(x_i). */
function likelihoodOf(x: readonly number[][], { weights, means, variances }: Mixture): number {
  const logs = x.map((sample) => {
    const joint = weights.map((weight, k) => Math.log(weight) + logDensity(sample, means[k], variances[k]));
    const largest = Math.max(...joint);
    return largest + Math.log(sum(joint.map((value) => Math.exp(value - largest))));
  });
  return sum(logs) / x.length;
}

function logDensity(sample: readonly number[], mean: number[] = [], variance: number[] = []): number {
  const terms = sample.map((value, d) => {
    const spread = variance[d] ?? NaN;
    return Math.log(2 * Math.PI * spread) + (value - (mean[d] ?? NaN)) ** 2 / spread;
  });
  return -sum(terms) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
