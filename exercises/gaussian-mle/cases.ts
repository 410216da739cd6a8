import {
  defineCases,
  defineGiven,
  defineInvariants,
  defineRelations,
  stabilityCase,
  valueCase,
  type Invariant,
} from "#sdk/cases.ts";
import type { Rng } from "#sdk/random.ts";
import type * as Starter from "./starter.ts";

type AtPoint = [x: number[], mu: number, s2: number];
type OfSamples = [x: number[]];

/** Smallest first, both parities (a median has two middles); two of one size show what a function keeps between calls. */
const sizes: readonly (readonly [id: string, n: number])[] = [
  ["n-3", 3],
  ["n-3-again", 3],
  ["n-4", 4],
  ["n-4-again", 4],
  ["n-5", 5],
  ["n-5-again", 5],
  ["n-7", 7],
  ["n-8", 8],
  ["n-12", 12],
  ["n-16", 16],
  ["n-16-again", 16],
  ["n-25", 25],
  ["n-40", 40],
  ["n-64", 64],
];

const atPoints = sizes.map(([id, n], index) =>
  valueCase(id, (rng): AtPoint => aboutSamples(samples(rng, n), index % 2 === 0, rng), {
    visible: index < 2,
  }),
);
const ofSamples = sizes.map(([id, n], index) =>
  valueCase(id, (rng): OfSamples => [samples(rng, n)], { visible: index < 2 }),
);

/** At this offset float32 has a spacing of 8, and mean(x^2) - mean(x)^2 a spacing of 2 even in float64. */
const FAR = 1e8;

/** A narrow density is larger than 1, and its loss what one asks for: 0, where an error of 1e-4 shows, or less than that. */
const narrow = [0, -0.3].map((loss) =>
  valueCase(loss === 0 ? "near-zero" : "below-zero", (rng): AtPoint => {
    const s2 = rng.uniform(0.04, 0.06);
    const raw = rng.vector(6, () => lopsided(rng));
    const target = s2 * (2 * loss - Math.log(2 * Math.PI * s2));
    const size = Math.sqrt(target / meanSquare(raw, 0));
    return [raw.map((value) => 1.5 + size * value), 1.5, s2];
  }),
);

const farPoint = stabilityCase("far-offset", farFrom, { float64: true });
const farSamples = stabilityCase("far-offset", (rng): OfSamples => [farFrom(rng)[0]], { float64: true });
const single = stabilityCase("single-sample", (rng): OfSamples => [[rng.uniform(1, 3)]]);
const equal = stabilityCase("all-equal", (rng): OfSamples => [new Array<number>(6).fill(rng.uniform(1, 3))]);

export const cases = defineCases<typeof Starter>({
  negLogLikelihood: [...atPoints, ...narrow, farPoint],
  dMu: [...atPoints, farPoint],
  dSigma2: [...atPoints, farPoint],
  // a mean of data around 1e8 is judged by its place within them, whose spread is 1
  muHat: [...ofSamples, { ...farSamples, offset: FAR, scale: 1 }, single, equal],
  sigma2Hat: [...ofSamples, farSamples, single, equal],
});

export const relations = defineRelations<typeof Starter>([
  {
    kind: "gradient-of",
    function: "dMu",
    uses: ["negLogLikelihood"],
    objective: (student, x, mu, s2) => student.negLogLikelihood(x, mu, s2),
    parts: () => [{ output: [], argument: [1] }],
  },
  {
    kind: "gradient-of",
    function: "dSigma2",
    uses: ["negLogLikelihood"],
    objective: (student, x, mu, s2) => student.negLogLikelihood(x, mu, s2),
    parts: () => [{ output: [], argument: [2] }],
  },
  {
    kind: "root-of",
    function: "muHat",
    uses: ["dMu"],
    residual: (student, candidate, x) => student.dMu(x, candidate, 1.7),
  },
  {
    kind: "root-of",
    function: "sigma2Hat",
    uses: ["dSigma2", "muHat"],
    residual: async (student, candidate, x) => student.dSigma2(x, await student.muHat(x), candidate),
    distance: (x) => 0.05 * meanSquare(x, mean(x)),
  },
]);

/** The variance is taken about the student's own mean: a wrong mean costs its points once. */
export const given = defineGiven<typeof Starter>({
  sigma2Hat: {
    uses: ["muHat"],
    expected: async (student, x) => meanSquare(x, await student.muHat(x)),
  },
});

const pointFunctions = ["negLogLikelihood", "dMu", "dSigma2"] as const;
const estimators = ["muHat", "sigma2Hat"] as const;

export const invariants = defineInvariants<typeof Starter>([
  ...pointFunctions.map((name): Invariant<typeof Starter> => ({
    id: "order-of-samples",
    kind: "invariant",
    function: name,
    holds: async (student, rng) => {
      const [x, mu, s2] = aboutSamples(samples(rng, 9), true, rng);
      return close(await student[name](x, mu, s2), await student[name](reordered(x, rng), mu, s2));
    },
  })),
  ...estimators.map((name): Invariant<typeof Starter> => ({
    id: "order-of-samples",
    kind: "invariant",
    function: name,
    holds: async (student, rng) => {
      const x = samples(rng, 9);
      return close(await student[name](x), await student[name](reordered(x, rng)));
    },
  })),
  {
    id: "lowest-at-estimate",
    kind: "invariant",
    function: "negLogLikelihood",
    // about the right estimate, so that a wrong muHat or sigma2Hat does not cost this line its points
    holds: async (student, rng) => {
      const x = samples(rng, 11);
      const [mu, s2] = [mean(x), meanSquare(x, mean(x))];
      const lowest = await student.negLogLikelihood(x, mu, s2);
      for (let i = 0; i < 6; i++) {
        const angle = (i * Math.PI) / 3 + rng.uniform(0, 0.5);
        const nearMu = mu + 0.1 * Math.sqrt(s2) * Math.cos(angle);
        const nearS2 = s2 * (1 + 0.1 * Math.sin(angle));
        if (lowest > (await student.negLogLikelihood(x, nearMu, nearS2)) + 1e-9) return false;
      }
      return true;
    },
  },
]);

/**
 * n lopsided samples, on either side of zero, so that mean and median differ and the mean is far from 0.
 * Up to n = 5 they are quarters, close together but for one; above, eighths around 1.5 with a long tail.
 */
function samples(rng: Rng, n: number): number[] {
  const sign = rng.sign();
  const x = n <= 5 ? fewWithOutlier(rng, n) : rng.vector(n, () => onGrid(1.5 + 1.3 * lopsided(rng), 1 / 8));
  return x.map((value) => sign * value);
}

/** The last gap is larger than all others weighed together, so that the mean lies beyond either middle. */
function fewWithOutlier(rng: Rng, n: number): number[] {
  const sorted = [onGrid(rng.uniform(0.5, 1.5), 1 / 4)];
  for (let i = 1; i < n; i++) {
    const gap = i === n - 1 ? rng.uniform(3.2, 4.4) : rng.uniform(0.2, 0.8);
    sorted.push((sorted[i - 1] ?? 0) + onGrid(gap, 1 / 4));
  }
  return reordered(sorted, rng);
}

/**
 * A point (mu, s2) far from the estimate on both axes. mu is an odd sixteenth, so that no residual of an eighth is 0 or
 * +-1, where r, r^2 and |r| coincide; s2 stays away from 1, 1/4 and 1/2, where powers and factors of it coincide.
 */
function aboutSamples(x: number[], narrow: boolean, rng: Rng): AtPoint {
  const mu = onGrid(mean(x) + rng.sign() * rng.uniform(0.7, 1.4), 1 / 8) + 1 / 16;
  const wide = Math.max(1.5, onGrid(rng.uniform(1.5, 2.4) * meanSquare(x, mu), 1 / 16));
  return [x, mu, narrow ? rng.pick([0.375, 0.4375, 0.5625, 0.625, 0.6875]) : wide];
}

/** Spread 1 at the far offset: both variance and mean square about mu lie in (0.8, 1.3), none a multiple of that spacing. */
function farFrom(rng: Rng): AtPoint {
  const raw = rng.vector(24, () => lopsided(rng));
  const [center, factor] = [mean(raw), Math.sqrt(rng.uniform(0.8, 1) / meanSquare(raw, mean(raw)))];
  const place = FAR + rng.uniform(0.1, 0.9);
  const x = raw.map((value) => place + factor * (value - center));
  return [x, place + rng.uniform(0.3, 0.5), rng.uniform(1.6, 3)];
}

/** Normal with a longer upper tail. */
function lopsided(rng: Rng): number {
  return rng.normal() + 0.4 * rng.normal() ** 2;
}

function onGrid(value: number, step: number): number {
  return Math.round(value / step) * step;
}

function reordered(x: readonly number[], rng: Rng): number[] {
  return rng.permutation(x.length).map((index) => x[index] ?? Number.NaN);
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * (1 + Math.abs(a));
}

function mean(x: readonly number[]): number {
  return x.reduce((sum, value) => sum + value, 0) / x.length;
}

function meanSquare(x: readonly number[], mu: number): number {
  return mean(x.map((value) => (value - mu) ** 2));
}
