import {
  defineCases,
  defineGiven,
  defineInvariants,
  defineRelations,
  stabilityCase,
  valueCase,
} from "#sdk/cases.ts";
import type { Rng } from "#sdk/random.ts";
import type * as Starter from "./starter.ts";

type AtPoint = [x: number[], mu: number, s2: number];

/** n skewed samples around `center`: no symmetry, so that mean and median differ. */
function samples(rng: Rng, n: number, center = 0.7, spread = 1.3): number[] {
  return rng.vector(n, () => center + spread * (rng.normal() + 0.4 * rng.normal() ** 2));
}

/** A point (mu, s2) at some distance from the estimate; s2 stays away from 1 and 1/4, where slips coincide. */
function pointFor(x: number[], rng: Rng): AtPoint {
  const s2 = rng.pick([rng.uniform(1.6, 4), rng.uniform(0.35, 0.7)]);
  return [x, rng.uniform(1.2, 2.4), s2];
}

const sizes = [3, 4, 5, 7, 10, 12, 16, 25, 40, 64, 100, 128];

const atPoints = sizes.map((n) => valueCase(`n-${n}`, (rng) => pointFor(samples(rng, n), rng)));
const ofSamples = sizes.map((n) => valueCase(`n-${n}`, (rng): [number[]] => [samples(rng, n)]));

/** Spread 1 at an offset of 1e8: float32 has a spacing of 8 there, and mean(x^2) - mean(x)^2 loses every digit. */
const offset = 1e8;
const farPoint = stabilityCase(
  "far-offset",
  (rng): AtPoint => [samples(rng, 24, offset, 1), offset + rng.uniform(0.3, 0.9), rng.uniform(1.5, 3)],
  { float64: true },
);
const farSamples = stabilityCase("far-offset", (rng): [number[]] => [samples(rng, 24, offset, 1)], { float64: true });
const single = stabilityCase("single-sample", (rng): [number[]] => [[rng.uniform(1, 3)]]);
const equal = stabilityCase("all-equal", (rng): [number[]] => [new Array<number>(6).fill(rng.uniform(1, 3))]);

export const cases = defineCases<typeof Starter>({
  negLogLikelihood: [...atPoints, farPoint],
  dMu: [...atPoints, farPoint],
  dSigma2: [...atPoints, farPoint],
  // what matters at the far offset is the spread (1), not the size of the offset
  muHat: [...ofSamples, { ...farSamples, scale: 1 }, single, equal],
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
    distance: (x) => 0.05 * spread(x),
  },
]);

export const given = defineGiven<typeof Starter>({});

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "order-of-samples",
    kind: "invariant",
    function: "muHat",
    holds: async (student, rng) => {
      const x = samples(rng, 9);
      return close(await student.muHat(x), await student.muHat(reordered(x, rng)));
    },
  },
  {
    id: "order-of-samples",
    kind: "invariant",
    function: "sigma2Hat",
    holds: async (student, rng) => {
      const x = samples(rng, 9);
      return close(await student.sigma2Hat(x), await student.sigma2Hat(reordered(x, rng)));
    },
  },
  {
    id: "lowest-at-estimate",
    kind: "invariant",
    function: "negLogLikelihood",
    holds: async (student, rng) => {
      const x = samples(rng, 11);
      const [mu, s2] = estimate(x);
      const best = await student.negLogLikelihood(x, mu, s2);
      for (let i = 0; i < 6; i++) {
        const angle = (i * Math.PI) / 3 + rng.uniform(0, 0.5);
        const near = await student.negLogLikelihood(x, mu + 0.1 * Math.cos(angle), s2 * (1 + 0.1 * Math.sin(angle)));
        if (best > near + 1e-9) return false;
      }
      return true;
    },
  },
]);

function reordered(x: number[], rng: Rng): number[] {
  return rng.permutation(x.length).map((index) => x[index] ?? Number.NaN);
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * (1 + Math.abs(a));
}

/** Centred mean and variance: where the loss is lowest. */
function estimate(x: readonly number[]): [mu: number, s2: number] {
  const mu = x.reduce((sum, value) => sum + value, 0) / x.length;
  return [mu, x.reduce((sum, value) => sum + (value - mu) ** 2, 0) / x.length];
}

function spread(x: readonly number[]): number {
  return estimate(x)[1];
}
