import {
  defineCases,
  defineDomain,
  defineGiven,
  defineInvariants,
  defineRelations,
  stabilityCase,
  valueCase,
  type Case,
} from "#sdk/cases.ts";
import type { Rng } from "#sdk/random.ts";
import type * as Starter from "./starter.ts";

type Image = [x: number[], logits: number[]];
type Gaussian = [mu: number[], logVar: number[]];
type Batch = [x: number[][], logits: number[][], mu: number[][], logVar: number[][]];
type BatchSize = readonly [rows: number, pixels: number, latents: number];
type Discrete = [joint: number[], q: number[]];

/** Smallest first. Some shapes come again with other data: a function that keeps state between calls shows there. */
const pixelCounts = {
  "pixels-2": 2,
  "pixels-3": 3,
  "pixels-3-again": 3,
  "pixels-4": 4,
  "pixels-5": 5,
  "pixels-6": 6,
  "pixels-6-again": 6,
  "pixels-8": 8,
  "pixels-10": 10,
  "pixels-12": 12,
  "pixels-16": 16,
  "pixels-24": 24,
};
const latentCounts = {
  "latents-2": 2,
  "latents-3": 3,
  "latents-3-again": 3,
  "latents-4": 4,
  "latents-5": 5,
  "latents-6": 6,
  "latents-6-again": 6,
  "latents-7": 7,
  "latents-8": 8,
  "latents-10": 10,
  "latents-12": 12,
  "latents-16": 16,
};
const batchSizes: Readonly<Record<string, BatchSize>> = {
  "rows-2-pixels-3-latents-2": [2, 3, 2],
  "rows-3-pixels-2-latents-3": [3, 2, 3],
  "rows-3-pixels-3-latents-3": [3, 3, 3],
  "rows-2-pixels-5-latents-3": [2, 5, 3],
  "rows-2-pixels-5-latents-3-again": [2, 5, 3],
  "rows-3-pixels-4-latents-2": [3, 4, 2],
  "rows-4-pixels-4-latents-4": [4, 4, 4],
  "rows-4-pixels-6-latents-2": [4, 6, 2],
  "rows-5-pixels-3-latents-4": [5, 3, 4],
  "rows-5-pixels-8-latents-3": [5, 8, 3],
  "rows-6-pixels-10-latents-3": [6, 10, 3],
  "rows-6-pixels-10-latents-3-again": [6, 10, 3],
};
const stateCounts = {
  "states-3": 3,
  "states-4": 4,
  "states-4-again": 4,
  "states-5": 5,
  "states-6": 6,
  "states-6-again": 6,
  "states-7": 7,
  "states-8": 8,
  "states-10": 10,
  "states-12": 12,
  "states-16": 16,
  "states-20": 20,
};

/** The first two cases of a function are read by eye. */
const readable = 2;

export const cases = defineCases<typeof Starter>({
  reconstruction: [
    ...valueCases(pixelCounts, image),
    stabilityCase("saturated-right", (rng) => saturated(rng, 6, () => 1000)),
    stabilityCase("saturated-wrong", (rng) => saturated(rng, 6, () => -1000)),
    stabilityCase("saturated-mixed", (rng) => saturated(rng, 8, () => rng.sign() * rng.uniform(750, 1000))),
    // the sigmoid of 40 is 1 in float64, that of -40 is not 0
    stabilityCase("large-logits", (rng) => saturated(rng, 6, () => -rng.uniform(38, 60))),
  ],
  klTerm: [
    ...valueCases(latentCounts, gaussian),
    stabilityCase("log-variance-minus-30", (rng) => narrow(gaussian(rng, 4))),
  ],
  elbo: [
    ...valueCases(batchSizes, batch),
    stabilityCase("saturated-right", (rng) => saturatedBatch(rng, [3, 5, 2], () => 1000)),
    stabilityCase("saturated-wrong", (rng) => saturatedBatch(rng, [3, 5, 2], () => -1000)),
    stabilityCase("log-variance-minus-30", (rng) => narrowBatch(batch(rng, [3, 4, 2]))),
  ],
  negElboGradient: [
    ...valueCases(batchSizes, batch),
    stabilityCase("saturated-right", (rng) => saturatedBatch(rng, [3, 5, 2], () => 1000)),
    stabilityCase("saturated-wrong", (rng) => saturatedBatch(rng, [3, 5, 2], () => -1000)),
    stabilityCase("log-variance-minus-30", (rng) => narrowBatch(batch(rng, [3, 4, 2]))),
  ],
  lowerBound: [
    ...valueCases(stateCounts, discrete).map(exact),
    exact(stabilityCase("zeros-in-q", (rng) => withoutStates(discrete(rng, 5), 2, "q"))),
    exact(stabilityCase("zeros-in-both", (rng) => withoutStates(discrete(rng, 6), 2, "both"))),
    exact(stabilityCase("one-state-in-q", (rng) => withoutStates(discrete(rng, 4), 3, "q"))),
    exact(
      stabilityCase("tiny-joint", (rng): Discrete => {
        const [joint, q] = discrete(rng, 5);
        return [joint.map((probability) => 1e-30 * probability), q];
      }),
    ),
  ],
});

export const relations = defineRelations<typeof Starter>([
  {
    kind: "gradient-of",
    function: "negElboGradient",
    uses: ["elbo"],
    objective: async (student, ...args) => -(await student.elbo(...args)),
    parts: () => [
      { output: ["logits"], argument: [1] },
      { output: ["mu"], argument: [2] },
      { output: ["logVar"], argument: [3] },
    ],
  },
]);

export const given = defineGiven<typeof Starter>({
  elbo: {
    uses: ["reconstruction", "klTerm"],
    expected: async (student, x, logits, mu, logVar) => {
      const rows = x.map(async (row, n) => {
        const likelihood = await student.reconstruction(row, logits[n] ?? []);
        return likelihood - (await student.klTerm(mu[n] ?? [], logVar[n] ?? []));
      });
      return sum(await Promise.all(rows)) / x.length;
    },
  },
});

/** q sums to 1 and joint to less, with joint > 0 wherever q > 0. */
export const domain = defineDomain<typeof Starter>({
  lowerBound: (joint, q) => {
    const others = q.slice(0, -1);
    const rest = Number((1 - sum(others)).toPrecision(15)); // 1 - 0.7 is 0.30000000000000004
    const whole = [...others, rest];
    const lawful =
      rest >= 0 && sum(joint) < 1 && whole.every((share, z) => share === 0 || (joint[z] ?? 0) > 0);
    return lawful ? [joint, whole] : null;
  },
});

/** Rounding may leave this much where the exact value is 0. */
const slack = 1e-9;

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "log-probability-at-most-zero",
    kind: "invariant",
    function: "reconstruction",
    holds: async (student, rng) => (await student.reconstruction(...image(rng, 6))) <= slack,
  },
  {
    id: "kl-never-negative",
    kind: "invariant",
    function: "klTerm",
    holds: async (student, rng) => {
      for (const size of [1e-8, 1e-4, 0.01, 0.1, 1]) {
        const [mu, logVar] = gaussian(rng, 3);
        const kl = await student.klTerm(
          mu.map((mean) => size * mean),
          logVar.map((value) => size * value),
        );
        if (kl < -slack) return false;
      }
      return true;
    },
  },
  {
    id: "kl-zero-at-prior",
    kind: "invariant",
    function: "klTerm",
    holds: async (student) => Math.abs(await student.klTerm([0, 0, 0], [0, 0, 0])) <= slack,
  },
  {
    id: "order-of-images",
    kind: "invariant",
    function: "elbo",
    holds: async (student, rng) => {
      const args = batch(rng, [4, 5, 3]);
      const order = rng.permutation(4);
      const [x, logits, mu, logVar] = args;
      const value = await student.elbo(...args);
      const again = await student.elbo(
        reordered(x, order),
        reordered(logits, order),
        reordered(mu, order),
        reordered(logVar, order),
      );
      return Math.abs(value - again) <= slack * (1 + Math.abs(value));
    },
  },
  {
    id: "gap-never-negative",
    kind: "invariant",
    function: "lowerBound",
    holds: async (student, rng) => {
      for (const states of [2, 3, 5, 9]) {
        if ((await student.lowerBound(...discrete(rng, states))).gap < -slack) return false;
      }
      return true;
    },
  },
  {
    id: "bound-below-evidence",
    kind: "invariant",
    function: "lowerBound",
    holds: async (student, rng) => {
      for (const states of [2, 3, 5, 9]) {
        const { elbo, logEvidence } = await student.lowerBound(...discrete(rng, states));
        if (elbo > logEvidence + slack) return false;
      }
      return true;
    },
  },
  {
    id: "tight-at-posterior",
    kind: "invariant",
    function: "lowerBound",
    holds: async (student, rng) => {
      const [joint] = discrete(rng, 5);
      const evidence = sum(joint);
      const { elbo, logEvidence, gap } = await student.lowerBound(
        joint,
        joint.map((probability) => probability / evidence),
      );
      return Math.abs(gap) <= slack && Math.abs(elbo - logEvidence) <= slack;
    },
  },
]);

/** Short numbers are eighths, read by eye and exact in float32. */
type Style = "short" | "long";

/** A number of either sign whose size lies in [low, high): never 0, where slips coincide. */
function signed(rng: Rng, style: Style, low: number, high: number): number {
  const value = rng.sign() * rng.uniform(low, high);
  return style === "short" ? Math.round(8 * value) / 8 : value;
}

function valueCases<Size, Args extends readonly unknown[]>(
  sizes: Readonly<Record<string, Size>>,
  make: (rng: Rng, size: Size, style: Style) => Args,
) {
  return Object.entries(sizes).map(([id, size], index) =>
    valueCase(id, (rng) => make(rng, size, index < readable ? "short" : "long"), { visible: index === 0 }),
  );
}

/** Keeps float64 numbers: rounded to float32, probabilities sum to 1 no better than to 1e-7. */
function exact<Args extends readonly unknown[]>(one: Case<Args>): Case<Args> {
  return { ...one, float64: true };
}

/** Pixels of an image: at least one 1 and one 0, so that both halves of the likelihood count. */
function pixels(rng: Rng, count: number): number[] {
  return rng.permutation(count).map((rank) => (rank < 2 ? rank : rng.integer(0, 1)));
}

function image(rng: Rng, count: number, style: Style = "long"): Image {
  return [pixels(rng, count), rng.vector(count, () => signed(rng, style, 0.3, 3))];
}

function gaussian(rng: Rng, count: number, style: Style = "long"): Gaussian {
  return [
    rng.vector(count, () => signed(rng, style, 0.3, 1.8)),
    rng.vector(count, () => signed(rng, style, 0.3, 1.6)),
  ];
}

function batch(rng: Rng, [rows, pixelCount, latents]: BatchSize, style: Style = "long"): Batch {
  const images = Array.from({ length: rows }, () => image(rng, pixelCount, style));
  const gaussians = Array.from({ length: rows }, () => gaussian(rng, latents, style));
  return [
    images.map(([x]) => x),
    images.map(([, logits]) => logits),
    gaussians.map(([mu]) => mu),
    gaussians.map(([, logVar]) => logVar),
  ];
}

/** An image whose logits, two of them apart, are `size()` on the side of their pixel: a negative size is a wrong bet. */
function saturated(rng: Rng, count: number, size: () => number): Image {
  const [x, logits] = image(rng, count);
  return [x, logits.map((logit, k) => (k < 2 ? logit : (2 * (x[k] ?? 0) - 1) * size()))];
}

function saturatedBatch(rng: Rng, size: BatchSize, logit: () => number): Batch {
  const [rows, pixelCount] = size;
  const images = Array.from({ length: rows }, () => saturated(rng, pixelCount, logit));
  const [, , mu, logVar] = batch(rng, size);
  return [images.map(([x]) => x), images.map(([, logits]) => logits), mu, logVar];
}

/** Every second latent dimension has nearly no variance. */
function narrow([mu, logVar]: Gaussian): Gaussian {
  return [mu, logVar.map((value, j) => (j % 2 === 0 ? -30 : value))];
}

function narrowBatch([x, logits, mu, logVar]: Batch): Batch {
  return [x, logits, mu, logVar.map((row) => narrow([row, row])[1])];
}

/** p(x, z) of one x, whose sum p(x) is well below 1, and a q that has nothing to do with it. */
function discrete(rng: Rng, count: number, style: Style = "long"): Discrete {
  if (style === "short") return shortDiscrete(rng, count);
  const evidence = rng.uniform(0.05, 0.6);
  return [probabilities(rng, count).map((share) => evidence * share), probabilities(rng, count)];
}

/** p(x) = 20/64 and a q in sixteenths that favours one state, so that the two directions of KL differ on paper too. */
function shortDiscrete(rng: Rng, count: number): Discrete {
  const favourite = rng.integer(0, count - 1);
  const q = shares(rng, count, 9, 16).map((share, z) => (z === favourite ? share + 7 / 16 : share));
  return [shares(rng, count, 20, 64), q];
}

/** Probabilities that sum to 1, none of them tiny. */
function probabilities(rng: Rng, count: number): number[] {
  const weights = rng.vector(count, () => Math.exp(rng.uniform(-1.5, 1.5)));
  return weights.map((weight) => weight / sum(weights));
}

/** `parts` parts of size 1 / whole, at least one for each state: exact in float32 where whole is a power of 2. */
function shares(rng: Rng, count: number, parts: number, whole: number): number[] {
  const held = new Array<number>(count).fill(1);
  for (let left = parts - count; left > 0; left--) {
    const state = rng.integer(0, count - 1);
    held[state] = (held[state] ?? 0) + 1;
  }
  return held.map((number) => number / whole);
}

/** Takes the first states out of q (the rest sums to 1 again), or out of q and joint. */
function withoutStates([joint, q]: Discrete, removed: number, from: "q" | "both"): Discrete {
  const kept = sum(q.slice(removed));
  return [
    joint.map((probability, z) => (from === "both" && z < removed ? 0 : probability)),
    q.map((probability, z) => (z < removed ? 0 : probability / kept)),
  ];
}

function reordered(rows: readonly number[][], order: readonly number[]): number[][] {
  return order.map((index) => rows[index] ?? []);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
