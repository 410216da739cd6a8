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

type Bars = [alpha: number[]];
type Step = [zPrev: number[], alphaT: number, eps: number[]];
type Jump = [x0: number[], alpha: number[], t: number, eps: number[]];
type Path = [x0: number[], alpha: number[], eps: number[][]];
type Size = readonly [steps: number, dim: number];

/** Smallest first. Some sizes come again with other data: a function that keeps state between calls shows there. */
const stepCounts = {
  "steps-3": 3,
  "steps-4": 4,
  "steps-4-again": 4,
  "steps-5": 5,
  "steps-6": 6,
  "steps-8": 8,
  "steps-10": 10,
  "steps-10-again": 10,
  "steps-16": 16,
  "steps-20": 20,
  "steps-50": 50,
  "steps-100": 100,
};
const dims = {
  "dims-2": 2,
  "dims-3": 3,
  "dims-3-again": 3,
  "dims-4": 4,
  "dims-5": 5,
  "dims-6": 6,
  "dims-6-again": 6,
  "dims-7": 7,
  "dims-8": 8,
  "dims-10": 10,
  "dims-12": 12,
  "dims-16": 16,
};
const sizes: Readonly<Record<string, Size>> = {
  "steps-4-dims-2": [4, 2],
  "steps-5-dims-3": [5, 3],
  "steps-5-dims-3-again": [5, 3],
  "steps-4-dims-4": [4, 4],
  "steps-6-dims-2": [6, 2],
  "steps-6-dims-5": [6, 5],
  "steps-6-dims-5-again": [6, 5],
  "steps-8-dims-3": [8, 3],
  "steps-8-dims-8": [8, 8],
  "steps-10-dims-4": [10, 4],
  "steps-20-dims-3": [20, 3],
  "steps-50-dims-2": [50, 2],
};

/** The first two cases of a function are read by eye. */
const readable = 2;

export const cases = defineCases<typeof Starter>({
  alphaBar: [
    ...valueCases(stepCounts, (rng, steps, style): Bars => [schedule(rng, steps, style)]),
    stabilityCase("single-step", (rng): Bars => [[rng.uniform(0.4, 0.9)]]),
    stabilityCase("steps-without-noise", (rng): Bars => [withoutNoise(schedule(rng, 6))]),
    stabilityCase("steps-1000-down-to-zero", (rng): Bars => [destroying(rng)], { float64: true }),
  ],

  step: [
    ...valueCases(dims, oneStep),
    stabilityCase("all-kept", (rng): Step => {
      const [zPrev, , eps] = oneStep(rng, 4);
      return [zPrev, 1, eps];
    }),
    stabilityCase("nearly-all-noise", (rng): Step => {
      const [zPrev, , eps] = oneStep(rng, 4);
      return [zPrev, rng.uniform(1e-6, 4e-6), eps];
    }),
    // noise of a thousandth, so zPrev is that small too: else its share would drown in the tolerance
    stabilityCase(
      "nearly-noiseless",
      (rng): Step => {
        const [zPrev, , eps] = oneStep(rng, 4);
        return [shrunk(zPrev), 1 - rng.uniform(1e-6, 4e-6), eps];
      },
      { scale: 1e-3 },
    ),
  ],

  marginal: [
    ...valueCases(sizes, jump),
    // little is kept at once, so that not even the sum of the shares exceeds 1
    valueCase("coarse-steps", (rng): Jump => {
      const [x0, , t, eps] = jump(rng, [4, 3]);
      return [x0, rng.vector(4, () => rng.uniform(0.1, 0.22)), t, eps];
    }),
    stabilityCase("step-0", (rng): Jump => {
      const [x0, alpha, , eps] = jump(rng, [6, 3]);
      return [x0, alpha, 0, eps];
    }),
    stabilityCase("first-step", (rng): Jump => {
      const [x0, alpha, , eps] = jump(rng, [6, 3]);
      return [x0, alpha, 1, eps];
    }),
    stabilityCase("last-step", (rng): Jump => {
      const [x0, alpha, , eps] = jump(rng, [6, 3]);
      return [x0, alpha, 6, eps];
    }),
    stabilityCase("steps-without-noise", (rng): Jump => {
      const [x0, alpha, , eps] = jump(rng, [6, 3]);
      return [x0, alpha.map(() => 1), 4, eps];
    }),
    stabilityCase(
      "nearly-noiseless",
      (rng): Jump => {
        const [x0, , t, eps] = jump(rng, [8, 3]);
        return [shrunk(x0), nearlyNoiseless(rng, 8), t, eps];
      },
      { scale: 1e-3 },
    ),
    stabilityCase("steps-1000", (rng): Jump => {
      const [x0, , , eps] = jump(rng, [6, 3]);
      return [x0, fine(rng, 1000), rng.integer(200, 400), eps];
    }),
    stabilityCase(
      "steps-1000-down-to-zero",
      (rng): Jump => {
        const [x0, , , eps] = jump(rng, [6, 3]);
        return [x0, destroying(rng), 1000, eps];
      },
      { float64: true },
    ),
  ],

  path: [
    ...valueCases(sizes, walk),
    stabilityCase("single-step", (rng): Path => walk(rng, [1, 3])),
    stabilityCase("steps-without-noise", (rng): Path => {
      const [x0, alpha, eps] = walk(rng, [6, 3]);
      return [x0, withoutNoise(alpha), eps];
    }),
    stabilityCase(
      "nearly-noiseless",
      (rng): Path => {
        const [x0, , eps] = walk(rng, [8, 3]);
        return [shrunk(x0), nearlyNoiseless(rng, 8), eps];
      },
      { scale: 1e-3 },
    ),
    stabilityCase("steps-200", (rng): Path => {
      const [x0, , eps] = walk(rng, [200, 2]);
      return [x0, fine(rng, 200), eps];
    }),
  ],
});

export const relations = defineRelations<typeof Starter>([]);

export const given = defineGiven<typeof Starter>({
  marginal: {
    uses: ["alphaBar"],
    expected: async (student, x0, alpha, t, eps) => {
      const kept = t === 0 ? 1 : entry(await student.alphaBar(alpha), t - 1);
      return combine(Math.sqrt(kept), x0, Math.sqrt(1 - kept), eps);
    },
  },
  path: {
    uses: ["step"],
    expected: async (student, x0, alpha, eps) => {
      const rows: number[][] = [];
      let z: number[] = x0;
      for (const [k, share] of alpha.entries()) {
        z = await student.step(z, share, eps[k] ?? []);
        rows.push(z);
      }
      return rows;
    },
  },
});

/** A step is one of the schedule's, or none yet; a share is one. */
export const domain = defineDomain<typeof Starter>({
  alphaBar: (alpha) => (areShares(alpha) ? [alpha] : null),
  step: (zPrev, alphaT, eps) => (areShares([alphaT]) ? [zPrev, alphaT, eps] : null),
  marginal: (x0, alpha, t, eps) =>
    areShares(alpha) && t >= 0 ? [x0, alpha, Math.min(Math.round(t), alpha.length), eps] : null,
  path: (x0, alpha, eps) => (areShares(alpha) ? [x0, alpha, eps] : null),
});

function areShares(alpha: readonly number[]): boolean {
  return alpha.length > 0 && alpha.every((share) => share > 0 && share <= 1);
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
      return falls && Math.abs(entry(bars, 0) - entry(alpha, 0)) <= slack;
    },
  },
  {
    id: "step-keeps-variance",
    kind: "invariant",
    function: "step",
    holds: async (student, rng) => {
      // what is at the first place was zPrev, what is at the second was noise: their weights
      const weights = await student.step([1, 0], rng.uniform(0.3, 0.9), [0, 1]);
      return Math.abs(squares(weights) - 1) <= slack;
    },
  },
  {
    id: "jump-keeps-variance",
    kind: "invariant",
    function: "marginal",
    holds: async (student, rng) => {
      const alpha = schedule(rng, 7);
      for (const t of [1, 4, 7]) {
        if (Math.abs(squares(await student.marginal([1, 0], alpha, t, [0, 1])) - 1) > slack) return false;
      }
      return true;
    },
  },
  {
    id: "two-jumps-are-one",
    kind: "invariant",
    function: "marginal",
    holds: async (student, rng) => {
      const [x0, alpha, , eps] = jump(rng, [8, 3]);
      const none = eps.map(() => 0);
      const halfway = await student.marginal(x0, alpha, 3, none);
      const there = await student.marginal(halfway, alpha.slice(3), 4, none);
      const direct = await student.marginal(x0, alpha, 7, none);
      return there.every((value, i) => Math.abs(value - entry(direct, i)) <= slack * (1 + Math.abs(value)));
    },
  },
  {
    id: "path-keeps-variance",
    kind: "invariant",
    function: "path",
    holds: async (student, rng) => {
      const alpha = schedule(rng, 5);
      // every source has a dimension of its own: x0 the first, step k the one after k
      const x0 = [1, ...alpha.map(() => 0)];
      const eps = alpha.map((_, k) => x0.map((_, i) => (i === k + 1 ? 1 : 0)));
      const rows = await student.path(x0, alpha, eps);
      return Math.abs(squares(rows.at(-1) ?? []) - 1) <= slack;
    },
  },
  {
    id: "future-does-not-matter",
    kind: "invariant",
    function: "path",
    holds: async (student, rng) => {
      const [x0, alpha, eps] = walk(rng, [6, 3]);
      const others = eps.map((row, k) => (k < 3 ? row : row.map((value) => value + 1)));
      const [rows, changed] = [await student.path(x0, alpha, eps), await student.path(x0, alpha, others)];
      return rows
        .slice(0, 3)
        .every((row, k) => row.every((value, i) => Math.abs(value - entry(changed[k] ?? [], i)) <= slack));
    },
  },
]);

/** Short numbers have one decimal place or are quarters, read by eye. */
type Style = "short" | "long";

function valueCases<Drawn, Args extends readonly unknown[]>(
  drawn: Readonly<Record<string, Drawn>>,
  make: (rng: Rng, size: Drawn, style: Style) => Args,
) {
  return Object.entries(drawn).map(([id, size], index) =>
    valueCase(id, (rng) => make(rng, size, index < readable ? "short" : "long"), { visible: index === 0 }),
  );
}

/**
 * Kept shares of T steps, none of them near 1/4 or 1/2, where a share, its root and what is left may be alike. Few steps
 * are coarse, many are fine.
 */
function schedule(rng: Rng, steps: number, style: Style = "long"): number[] {
  if (style === "short") return rng.vector(steps, () => rng.integer(6, 9) / 10);
  if (steps <= 12) return rng.vector(steps, () => rng.uniform(0.6, 0.95));
  return fine(rng, steps);
}

/** Steps that grow coarser, as the published schedules do; about a twentieth of the data is left at the end. */
function fine(rng: Rng, steps: number): number[] {
  return rng.vector(steps, (k) => 1 - ((0.2 + (6 * (k + 1)) / steps) / steps) * rng.uniform(0.6, 1.4));
}

/** Steps that add a few millionths of noise: 1 - alpha has lost all but two digits if it is formed in float32. */
function nearlyNoiseless(rng: Rng, steps: number): number[] {
  return rng.vector(steps, () => 1 - rng.uniform(1e-6, 4e-6));
}

/** Every other step keeps everything. */
function withoutNoise(alpha: readonly number[]): number[] {
  return alpha.map((share, k) => (k % 2 === 1 ? 1 : share));
}

/** 1000 steps after which not even float64 holds what is left; in three decimals, so that they are short to send. */
function destroying(rng: Rng): number[] {
  return rng.vector(1000, () => rng.integer(100, 800) / 1000);
}

function oneStep(rng: Rng, dim: number, style: Style = "long"): Step {
  return [data(rng, dim, style), schedule(rng, 1, style)[0] ?? 1, noise(rng, dim, style)];
}

/** Neither the first step nor the last: what lies beside t is there and is another share. */
function jump(rng: Rng, [steps, dim]: Size, style: Style = "long"): Jump {
  return [
    data(rng, dim, style),
    schedule(rng, steps, style),
    rng.integer(2, steps - 1),
    noise(rng, dim, style),
  ];
}

function walk(rng: Rng, [steps, dim]: Size, style: Style = "long"): Path {
  const eps = Array.from({ length: steps }, () => noise(rng, dim, style));
  return [data(rng, dim, style), schedule(rng, steps, style), eps];
}

function data(rng: Rng, dim: number, style: Style): number[] {
  return rng.vector(dim, () => rounded(rng.sign() * rng.uniform(0.4, 2.5), style));
}

function noise(rng: Rng, dim: number, style: Style): number[] {
  return rng.vector(dim, () => rounded(rng.normal(), style));
}

function rounded(value: number, style: Style): number {
  return style === "short" ? Math.round(4 * value) / 4 : value;
}

function shrunk(values: readonly number[]): number[] {
  return values.map((value) => 1e-3 * value);
}

/** a x + b y */
function combine(a: number, x: readonly number[], b: number, y: readonly number[]): number[] {
  return x.map((value, i) => a * value + b * entry(y, i));
}

function squares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value ** 2, 0);
}

function entry(values: readonly number[], i: number): number {
  return values[i] ?? Number.NaN;
}
