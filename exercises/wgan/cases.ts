import { defineCases, defineGiven, defineInvariants, stabilityCase, valueCase } from "#sdk/cases.ts";
import type { Rng } from "#sdk/random.ts";
import type * as Starter from "./starter.ts";

type Counts = readonly [first: number, second: number];
type Samples = [first: number[], second: number[]];

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
  "counts-7-4": [7, 4],
  "counts-9-6": [9, 6],
  "counts-9-6-again": [9, 6],
  "counts-8-15": [8, 15],
  "counts-17-12": [17, 12],
};
const sizes: Readonly<Record<string, Counts>> = {
  "rows-2-dim-2": [2, 2],
  "rows-3-dim-2": [3, 2],
  "rows-2-dim-3": [2, 3],
  "rows-3-dim-3": [3, 3],
  "rows-3-dim-4": [3, 4],
  "rows-3-dim-4-again": [3, 4],
  "rows-4-dim-2": [4, 2],
  "rows-4-dim-4": [4, 4],
  "rows-5-dim-3": [5, 3],
  "rows-5-dim-3-again": [5, 3],
  "rows-6-dim-5": [6, 5],
  "rows-8-dim-4": [8, 4],
};

/** The first two cases of a function are read by eye. */
const readable = 2;

export const cases = defineCases<typeof Starter>({
  criticLoss: [
    ...valueCases(counts, scores),
    stabilityCase("far-from-zero", (rng) => farFromZero(scores(rng, [6, 4])), { float64: true }),
    stabilityCase("one-of-each", (rng) => scores(rng, [1, 1])),
  ],
  generatorLoss: [
    ...valueCases(counts, (rng, size, style): [number[]] => [scores(rng, size, style)[0]]),
    stabilityCase("one-sample", (rng): [number[]] => [scores(rng, [1, 1])[0]]),
  ],
  wasserstein1: [
    ...valueCases(counts, samples),
    stabilityCase("one-point-each", (rng) => samples(rng, [1, 1])),
    stabilityCase("one-against-many", (rng) => samples(rng, [1, 7])),
    stabilityCase("many-against-one", (rng) => samples(rng, [6, 1])),
    stabilityCase("same-points", sameSample),
    stabilityCase("repeated-points", repeated),
    stabilityCase("far-from-zero", (rng) => farFromZero(samples(rng, [5, 4])), { float64: true }),
    stabilityCase("tenfold-digits", (rng) => tenfold(samples(rng, [6, 9]))),
  ],
  interpolates: [
    ...valueCases(sizes, segments),
    stabilityCase("ends", (rng): Segments => {
      const [real, fake] = segments(rng, [4, 3]);
      return [real, fake, [0, 1, 1, 0]];
    }),
  ],
  gradientPenalty: [
    ...valueCases(sizes, gradients),
    stabilityCase("dead-critic", (rng) => scaledRows(gradients(rng, [3, 4]), [0, 0, 0])),
    stabilityCase("one-dead-row", (rng) => scaledRows(gradients(rng, [4, 3]), [1, 0, 1, 1])),
    stabilityCase("steep-rows", (rng) => scaledRows(gradients(rng, [3, 3]), [1e4, 1, 1e3])),
    stabilityCase("one-row", (rng) => gradients(rng, [1, 3])),
  ],
});

/** What the critic gains on the fakes the generator loses: with the real scores at 0 the two losses are opposite. */
export const given = defineGiven<typeof Starter>({
  generatorLoss: {
    uses: ["criticLoss"],
    expected: async (student, fake) => -(await student.criticLoss([0, 0], fake)),
  },
});

/** Rounding may leave this much where the exact value is 0. */
const slack = 1e-9;

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "scores-have-no-zero",
    kind: "invariant",
    function: "criticLoss",
    holds: async (student, rng) => {
      const [real, fake] = scores(rng, [5, 3]);
      const moved = [real, fake].map((values) => values.map((score) => score + 2.5)) as Samples;
      return near(await student.criticLoss(...moved), await student.criticLoss(real, fake));
    },
  },
  {
    id: "roles-exchanged",
    kind: "invariant",
    function: "criticLoss",
    holds: async (student, rng) => {
      const [real, fake] = scores(rng, [4, 6]);
      return near(await student.criticLoss(fake, real), -(await student.criticLoss(real, fake)));
    },
  },
  {
    id: "critic-below-distance",
    kind: "invariant",
    function: "wasserstein1",
    holds: async (student, rng) => {
      for (const size of [counts["counts-3-3"], counts["counts-4-7"], counts["counts-9-6"]]) {
        const [x, y] = samples(rng, size ?? [2, 3]);
        const distance = await student.wasserstein1(x, y);
        const parted = lipschitz(rng).map((critic) =>
          Math.abs(average(x.map(critic)) - average(y.map(critic))),
        );
        if (parted.some((gain) => gain > distance + slack)) return false;
      }
      return true;
    },
  },
  {
    id: "same-both-ways",
    kind: "invariant",
    function: "wasserstein1",
    holds: async (student, rng) => {
      const [x, y] = samples(rng, [5, 8]);
      return near(await student.wasserstein1(x, y), await student.wasserstein1(y, x));
    },
  },
  {
    id: "zero-between-equals",
    kind: "invariant",
    function: "wasserstein1",
    holds: async (student, rng) => Math.abs(await student.wasserstein1(...sameSample(rng))) <= slack,
  },
  {
    id: "every-point-twice",
    kind: "invariant",
    function: "wasserstein1",
    holds: async (student, rng) => {
      const [x, y] = samples(rng, [4, 5]);
      return near(await student.wasserstein1([...x, ...x], y), await student.wasserstein1(x, y));
    },
  },
  {
    id: "carried-along",
    kind: "invariant",
    function: "wasserstein1",
    holds: async (student, rng) => {
      const [x] = samples(rng, [6, 1]);
      const way = rng.sign() * rng.uniform(0.5, 2);
      const carried = x.map((point) => point + way).reverse();
      return near(await student.wasserstein1(x, carried), Math.abs(way));
    },
  },
  {
    id: "ends-of-the-line",
    kind: "invariant",
    function: "interpolates",
    holds: async (student, rng) => {
      const [real, fake] = segments(rng, [3, 4]);
      const atReal = await student.interpolates(real, fake, [1, 1, 1]);
      const atFake = await student.interpolates(real, fake, [0, 0, 0]);
      return alike(atReal, real) && alike(atFake, fake);
    },
  },
  {
    id: "nothing-at-slope-one",
    kind: "invariant",
    function: "gradientPenalty",
    holds: async (student, rng) => {
      const directions = rng.vector(5, () => rng.uniform(0, 2 * Math.PI));
      const unit = directions.map((angle) => [Math.cos(angle), Math.sin(angle)]);
      return Math.abs(await student.gradientPenalty(unit, 10)) <= slack;
    },
  },
  {
    id: "turned-gradients",
    kind: "invariant",
    function: "gradientPenalty",
    holds: async (student, rng) => {
      const [rows, lambda] = gradients(rng, [4, 2]);
      const angle = rng.uniform(0.4, 1.1);
      const turned = rows.map(([a = 0, b = 0]) => [
        Math.cos(angle) * a - Math.sin(angle) * b,
        Math.sin(angle) * a + Math.cos(angle) * b,
      ]);
      return near(await student.gradientPenalty(turned, lambda), await student.gradientPenalty(rows, lambda));
    },
  },
]);

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= slack * (1 + Math.abs(b));
}

function alike(a: readonly number[][], b: readonly number[][]): boolean {
  return b.every((row, i) => row.every((value, k) => near(a[i]?.[k] ?? Number.NaN, value)));
}

/** Short numbers are quarters, read by eye and exact in float32. */
type Style = "short" | "long";

function printed(value: number, style: Style): number {
  return style === "short" ? Math.round(4 * value) / 4 : value;
}

function valueCases<Args extends readonly unknown[]>(
  shapes: Readonly<Record<string, Counts>>,
  make: (rng: Rng, size: Counts, style: Style) => Args,
) {
  return Object.entries(shapes).map(([id, size], index) =>
    valueCase(id, (rng) => make(rng, size, index < readable ? "short" : "long"), { visible: index === 0 }),
  );
}

/** Scores of a critic that has learnt something: real ones higher, neither mean near 0 nor near the other's opposite. */
function scores(rng: Rng, [reals, fakes]: Counts, style: Style = "long"): Samples {
  const [high, low] = [rng.uniform(1.2, 2.6), rng.uniform(0.3, 0.9)];
  return [
    rng.vector(reals, () => printed(high + rng.uniform(-1, 1), style)),
    rng.vector(fakes, () => printed(low + rng.uniform(-1, 1), style)),
  ];
}

/** Two samples of which neither lies wholly on one side of the other, with points of more than one digit, in no order. */
function samples(rng: Rng, [n, m]: Counts, style: Style = "long"): Samples {
  const spread = style === "short" ? 8 : 1;
  return [
    rng.permutation(n).map((rank) => printed(spread * place(rng, rank, n, 2.2) + 0.6, style)),
    rng.permutation(m).map((rank) => printed(spread * place(rng, rank, m, 4) - 0.4, style)),
  ];
}

/** About the quantile of `rank` among `count`, between -reach / 2 and reach / 2. */
function place(rng: Rng, rank: number, count: number, reach: number): number {
  return reach * ((rank + rng.uniform(0.2, 0.8)) / count - 0.5);
}

/** One sample in two orders. */
function sameSample(rng: Rng): Samples {
  const [x] = samples(rng, [6, 1]);
  return [x, rng.permutation(6).map((index) => x[index] ?? 0)];
}

/** Some points lie on each other, within a sample and across. */
function repeated(rng: Rng): Samples {
  const [[a = 0, b = 0, c = 0], [d = 0, e = 0]] = samples(rng, [3, 2]);
  return [
    [a, b, a, c, d],
    [b, e, e, b, d, d, a],
  ];
}

/**
 * Scores of a critic, or points on an axis, whose zero lies far away: float64 knows differences to 1e-8 there. All are whole
 * sixty-fourths, so that no order of adding them up rounds otherwise than another.
 */
function farFromZero(both: Samples): Samples {
  return both.map((values) => values.map((value) => Math.round(64 * value) / 64 + 1e8)) as Samples;
}

/** Points from -20 to 20, where the order of digits is not the order of numbers. */
function tenfold(both: Samples): Samples {
  return both.map((values) => values.map((value) => 10 * value)) as Samples;
}

type Segments = [real: number[][], fake: number[][], u: number[]];

/** Real and fake rows apart from each other in every coordinate, and a u for each that is near neither 1/2 nor another. */
function segments(rng: Rng, [rows, dim]: Counts, style: Style = "long"): Segments {
  const one = (): number => printed(rng.sign() * rng.uniform(0.5, 2.5), style);
  const u = rng.permutation(rows).map((rank) => (rank + rng.uniform(0.2, 0.8)) / rows);
  return [
    rng.matrix(rows, dim, one),
    rng.matrix(rows, dim, one),
    style === "short" ? u.map((share) => Math.round(8 * share) / 8) : u,
  ];
}

/** Gradients of lengths on both sides of 1. */
function gradients(rng: Rng, [rows, dim]: Counts, style: Style = "long"): [number[][], number] {
  const matrix = rng.permutation(rows).map((rank) => {
    const length = rank % 2 === 0 ? rng.uniform(1.3, 2.6) : rng.uniform(0.2, 0.8);
    const direction = rng.vector(dim, () => rng.sign() * rng.uniform(0.4, 1.6));
    return direction.map((value) => printed((length * value) / Math.hypot(...direction), style));
  });
  return [matrix, style === "short" ? rng.integer(3, 12) : rng.uniform(2, 12)];
}

function scaledRows([rows, lambda]: [number[][], number], factors: readonly number[]): [number[][], number] {
  return [rows.map((row, i) => row.map((value) => (factors[i] ?? 1) * value)), lambda];
}

/** Critics of slope at most 1: ramps up and down, tents and a wave. */
function lipschitz(rng: Rng): readonly ((t: number) => number)[] {
  const knee = rng.uniform(-1, 1);
  return [
    (t) => t,
    (t) => Math.abs(t - knee),
    (t) => Math.max(0, t - knee),
    (t) => Math.sin(t + knee),
    (t) => Math.min(Math.abs(t), Math.abs(t - 1.5)),
  ];
}

function average(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
