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

type Counts = readonly [reals: number, fakes: number];
type Logits = [realLogits: number[], fakeLogits: number[]];
type Pair = [p: number[], q: number[]];

/** Smallest first: unequal counts and equal ones, some of them twice, so that what a function keeps between calls shows. */
const counts: Readonly<Record<string, Counts>> = {
  "counts-3-2": [3, 2],
  "counts-2-3": [2, 3],
  "counts-3-3": [3, 3],
  "counts-2-4": [2, 4],
  "counts-4-3": [4, 3],
  "counts-4-3-again": [4, 3],
  "counts-5-5": [5, 5],
  "counts-6-4": [6, 4],
  "counts-4-7": [4, 7],
  "counts-8-5": [8, 5],
  "counts-8-5-again": [8, 5],
  "counts-10-12": [10, 12],
};
const sizes: Readonly<Record<string, number>> = {
  "size-2": 2,
  "size-3": 3,
  "size-3-again": 3,
  "size-4": 4,
  "size-5": 5,
  "size-6": 6,
  "size-6-again": 6,
  "size-7": 7,
  "size-8": 8,
  "size-10": 10,
  "size-12": 12,
  "size-16": 16,
};

/** The first two cases of a function are read by eye. */
const readable = 2;

export const cases = defineCases<typeof Starter>({
  discriminatorLoss: [...valueCases(counts, logits), ...saturated()],
  discriminatorGradient: [...valueCases(counts, logits), ...saturated()],
  optimalDiscriminator: [
    ...valueCases(sizes, densities),
    stabilityCase("both-zero", (rng) => without(densities(rng, 5), [0, 3], [0, 3])),
    stabilityCase("one-zero", (rng) => without(densities(rng, 5), [1], [4])),
    stabilityCase("tiny-densities", (rng) => shrunk(densities(rng, 4)), { float64: true }),
  ],
  valueAtOptimum: [
    ...valueCases(sizes, distributions).map(exact),
    exact(stabilityCase("zeros-in-p", (rng) => normalised(without(distributions(rng, 5), [0, 2], [])))),
    exact(stabilityCase("zeros-in-q", (rng) => normalised(without(distributions(rng, 5), [], [1])))),
    exact(
      stabilityCase("zeros-in-both", (rng) => normalised(without(distributions(rng, 6), [0, 3], [0, 4]))),
    ),
    exact(
      stabilityCase("no-overlap", (rng) => normalised(without(distributions(rng, 5), [0, 1, 2], [3, 4]))),
    ),
    exact(
      stabilityCase("equal", (rng): Pair => {
        const [p] = distributions(rng, 4);
        return [p, [...p]];
      }),
    ),
  ],
});

export const relations = defineRelations<typeof Starter>([
  {
    kind: "gradient-of",
    function: "discriminatorGradient",
    uses: ["discriminatorLoss"],
    objective: (student, ...args) => student.discriminatorLoss(...args),
    parts: () => [
      { output: ["real"], argument: [0] },
      { output: ["fake"], argument: [1] },
    ],
  },
]);

/** The value of the student's own discriminator. */
export const given = defineGiven<typeof Starter>({
  valueAtOptimum: {
    uses: ["optimalDiscriminator"],
    expected: async (student, p, q) => valueOf(await student.optimalDiscriminator(p, q), p, q),
  },
});

/** p and q sum to 1. */
export const domain = defineDomain<typeof Starter>({
  valueAtOptimum: (p, q) => {
    const [first, second] = [whole(p), whole(q)];
    return first === null || second === null ? null : [first, second];
  },
});

/** Rounding may leave this much where the exact value is 0. */
const slack = 1e-9;

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "never-negative",
    kind: "invariant",
    function: "discriminatorLoss",
    holds: async (student, rng) => {
      for (const size of [0.1, 1, 5, 20]) {
        const [real, fake] = logits(rng, [4, 3]);
        const scaled = [real, fake].map((values) => values.map((logit) => size * logit)) as Logits;
        if ((await student.discriminatorLoss(...scaled)) < -slack) return false;
      }
      return true;
    },
  },
  {
    id: "log-four-at-zero",
    kind: "invariant",
    function: "discriminatorLoss",
    holds: async (student) => near(await student.discriminatorLoss([0, 0, 0], [0, 0]), Math.log(4)),
  },
  {
    id: "roles-exchanged",
    kind: "invariant",
    function: "discriminatorLoss",
    holds: async (student, rng) => {
      const [real, fake] = logits(rng, [4, 6]);
      const turned = [fake, real].map((values) => values.map((logit) => -logit)) as Logits;
      return near(await student.discriminatorLoss(...turned), await student.discriminatorLoss(real, fake));
    },
  },
  {
    id: "real-up-fake-down",
    kind: "invariant",
    function: "discriminatorGradient",
    holds: async (student, rng) => {
      const { real, fake } = await student.discriminatorGradient(...logits(rng, [5, 4]));
      return real.every((slope) => slope <= 0) && fake.every((slope) => slope >= 0);
    },
  },
  {
    id: "sides-exchanged",
    kind: "invariant",
    function: "optimalDiscriminator",
    holds: async (student, rng) => {
      const [p, q] = densities(rng, 6);
      const answers = await student.optimalDiscriminator(p, q);
      const exchanged = await student.optimalDiscriminator(q, p);
      return answers.every((d, i) => near(exchanged[i] ?? Number.NaN, 1 - d));
    },
  },
  {
    id: "only-the-ratio-counts",
    kind: "invariant",
    function: "optimalDiscriminator",
    holds: async (student, rng) => {
      const [p, q] = densities(rng, 6);
      const answers = await student.optimalDiscriminator(p, q);
      const [larger, too] = [p, q].map((values) => values.map((density) => 3 * density)) as Pair;
      const again = await student.optimalDiscriminator(larger, too);
      return answers.every((d, i) => near(again[i] ?? Number.NaN, d));
    },
  },
  {
    id: "between-the-bounds",
    kind: "invariant",
    function: "valueAtOptimum",
    holds: async (student, rng) => {
      for (const states of [2, 3, 5, 9]) {
        const value = await student.valueAtOptimum(...distributions(rng, states));
        if (value < -Math.log(4) - slack || value > slack) return false;
      }
      return true;
    },
  },
  {
    id: "no-discriminator-better",
    kind: "invariant",
    function: "valueAtOptimum",
    holds: async (student, rng) => {
      for (const states of [2, 4, 7]) {
        const [p, q] = distributions(rng, states);
        const best = await student.valueAtOptimum(p, q);
        for (let trial = 0; trial < 5; trial++) {
          const guess = p.map((real, x) => {
            const right = real / (real + (q[x] ?? 0));
            return right + rng.uniform(-0.3, 0.3) * right * (1 - right);
          });
          if (valueOf(guess, p, q) > best + slack) return false;
        }
      }
      return true;
    },
  },
  {
    id: "same-both-ways",
    kind: "invariant",
    function: "valueAtOptimum",
    holds: async (student, rng) => {
      const [p, q] = distributions(rng, 6);
      return near(await student.valueAtOptimum(p, q), await student.valueAtOptimum(q, p));
    },
  },
]);

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= slack * (1 + Math.abs(b));
}

/** sum_x [ p log D + q log(1 - D) ] of any D; a term whose probability is 0 counts 0. */
function valueOf(answers: readonly number[], p: readonly number[], q: readonly number[]): number {
  return sum(
    answers.map((d, x) => {
      const [real, fake] = [p[x] ?? Number.NaN, q[x] ?? Number.NaN];
      return (real === 0 ? 0 : real * Math.log(d)) + (fake === 0 ? 0 : fake * Math.log(1 - d));
    }),
  );
}

/** Short numbers are read by eye and exact in float32. */
type Style = "short" | "long";

function printed(value: number, style: Style, parts: number): number {
  return style === "short" ? Math.round(parts * value) / parts : value;
}

function valueCases<Size, Args extends readonly unknown[]>(
  shapes: Readonly<Record<string, Size>>,
  make: (rng: Rng, size: Size, style: Style) => Args,
) {
  return Object.entries(shapes).map(([id, size], index) =>
    valueCase(id, (rng) => make(rng, size, index < readable ? "short" : "long"), { visible: index === 0 }),
  );
}

/** Keeps float64 numbers: rounded to float32, probabilities sum to 1 no better than to 1e-7. */
function exact<Args extends readonly unknown[]>(one: Case<Args>): Case<Args> {
  return { ...one, float64: true };
}

/** Logits of a discriminator that is more often right than wrong, none of them near 0. */
function logits(rng: Rng, [reals, fakes]: Counts, style: Style = "long"): Logits {
  const bets = (count: number, side: 1 | -1): number[] =>
    rng.permutation(count).map((rank) => {
      const right = rank === 0 ? -1 : 1;
      return printed(right * side * rng.uniform(0.4, rank === 0 ? 1.2 : 3), style, 4);
    });
  return [bets(reals, 1), bets(fakes, -1)];
}

/** Extreme logits: all of them right, all of them wrong, some of each, and such that D rounds to 1 and not to 0. */
function saturated(): readonly Case<Logits>[] {
  const extreme = (id: string, size: (rng: Rng) => number) =>
    stabilityCase(id, (rng): Logits => {
      const [real, fake] = logits(rng, [4, 5]);
      const all = (values: number[], side: 1 | -1): number[] =>
        values.map((logit, i) => (i === 0 ? logit : side * size(rng)));
      return [all(real, 1), all(fake, -1)];
    });
  return [
    extreme("saturated-right", () => 1000),
    extreme("saturated-wrong", () => -1000),
    extreme("saturated-mixed", (rng) => rng.sign() * rng.uniform(750, 1000)),
    extreme("large-logits", (rng) => -rng.uniform(38, 60)),
  ];
}

/** Two densities at some places, on either side of each other. */
function densities(rng: Rng, count: number, style: Style = "long"): Pair {
  const larger = rng.permutation(count).map((rank) => rank % 2 === 0);
  const pairs = larger.map((real) => {
    const low = printed(rng.uniform(0.15, 0.8), style, 8);
    const high = printed(low + rng.uniform(0.3, 1.7), style, 8);
    return real ? [high, low] : [low, high];
  });
  return [pairs.map(([p = 0]) => p), pairs.map(([, q = 0]) => q)];
}

/** Densities far from everything: products of many small factors. */
function shrunk([p, q]: Pair): Pair {
  return [p.map((density) => 1e-40 * density), q.map((density) => 1e-40 * density)];
}

/** Two distributions over the same states, none of their probabilities tiny. */
function distributions(rng: Rng, count: number, style: Style = "long"): Pair {
  if (style === "short") return [sixteenths(rng, count), sixteenths(rng, count)];
  const weights = (): number[] => rng.vector(count, () => Math.exp(rng.uniform(-1.5, 1.5)));
  return normalised([weights(), weights()]);
}

/** Sixteen parts of 1/16, at least one for each state and nine for one of them. */
function sixteenths(rng: Rng, count: number): number[] {
  const held = new Array<number>(count).fill(1);
  held[rng.integer(0, count - 1)] = 9;
  for (let left = 16 - sum(held); left > 0; left--) {
    const state = rng.integer(0, count - 1);
    held[state] = (held[state] ?? 0) + 1;
  }
  return held.map((parts) => parts / 16);
}

/** p and q with nothing at some places. */
function without([p, q]: Pair, inP: readonly number[], inQ: readonly number[]): Pair {
  const empty = (values: number[], at: readonly number[]): number[] =>
    values.map((value, i) => (at.includes(i) ? 0 : value));
  return [empty(p, inP), empty(q, inQ)];
}

function normalised(both: Pair): Pair {
  return both.map((values) => values.map((value) => value / sum(values))) as Pair;
}

/** The values with the last one such that they sum to 1, or null where that cannot be. */
function whole(values: readonly number[]): number[] | null {
  const others = values.slice(0, -1);
  const rest = 1 - sum(others);
  const last = values.at(-1) ?? 0;
  // what rounding leaves of a probability that was there before is not another one
  const kept = Math.abs(rest - last) < 1e-12 ? last : Number(rest.toPrecision(15));
  return kept < 0 ? null : [...others, kept];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
