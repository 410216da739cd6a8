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

type Draw = [mu: number[], logVar: number[], eps: number[]];
type Slopes = [logVar: number[], eps: number[][], slope: number[][]];
type Values = [logVar: number[], eps: number[][], value: number[]];
type Gradient = ReturnType<typeof Starter.scoreGradient>;
type Size = readonly [draws: number, dim: number];

/** Smallest first. Some shapes come again with other data: a function that keeps state between calls shows there. */
const dimensions: Readonly<Record<string, number>> = {
  "dim-2": 2,
  "dim-3": 3,
  "dim-3-again": 3,
  "dim-4": 4,
  "dim-5": 5,
  "dim-5-again": 5,
  "dim-6": 6,
  "dim-7": 7,
  "dim-8": 8,
  "dim-10": 10,
  "dim-12": 12,
  "dim-16": 16,
};
const sizes: Readonly<Record<string, Size>> = {
  "draws-2-dim-3": [2, 3],
  "draws-3-dim-2": [3, 2],
  "draws-3-dim-3": [3, 3],
  "draws-4-dim-2": [4, 2],
  "draws-4-dim-2-again": [4, 2],
  "draws-4-dim-5": [4, 5],
  "draws-5-dim-3": [5, 3],
  "draws-5-dim-3-again": [5, 3],
  "draws-6-dim-4": [6, 4],
  "draws-8-dim-2": [8, 2],
  "draws-10-dim-3": [10, 3],
  "draws-16-dim-4": [16, 4],
};

/** The first two cases of a function are read by eye. */
const readable = 2;

/** logVar of a deviation 22,000 times smaller, and as many times larger, than 1. */
const EXTREME = 20;

export const cases = defineCases<typeof Starter>({
  sample: [
    ...valueCases(dimensions, draw),
    stabilityCase("narrow-and-wide", (rng): Draw => {
      const [mu, logVar, eps] = draw(rng, 6);
      return [mu, extreme(logVar), eps];
    }),
  ],
  pathwiseGradient: [
    ...valueCases(sizes, slopes),
    stabilityCase("one-draw", (rng) => slopes(rng, [1, 3])),
    stabilityCase("narrow-and-wide", (rng): Slopes => {
      const [logVar, eps, slope] = slopes(rng, [4, 6]);
      return [extreme(logVar), eps, slope];
    }),
  ],
  scoreGradient: [
    ...valueCases(sizes, values),
    stabilityCase("one-draw", (rng) => values(rng, [1, 3])),
    stabilityCase("narrow-and-wide", (rng) => narrowAndWide(values(rng, [4, 6]))),
  ],
  scoreGradientWithBaseline: [
    ...valueCases(sizes, values),
    stabilityCase("narrow-and-wide", (rng) => narrowAndWide(values(rng, [4, 6]))),
    // a baseline is there for values that lie far from 0
    stabilityCase("values-near-a-thousand", (rng): Values => {
      const [logVar, eps, value] = values(rng, [6, 3]);
      return [logVar, eps, value.map((one) => 1000 + one)];
    }),
  ],
});

export const relations = defineRelations<typeof Starter>([]);

export const given = defineGiven<typeof Starter>({
  pathwiseGradient: {
    uses: ["sample"],
    expected: async (student, logVar, eps, slope) => {
      const along = eps.map((row) => differences(student, logVar, row));
      return meanOf(await Promise.all(along), (path, s) => ({
        mu: path.mu.map((change, j) => change * (slope[s]?.[j] ?? NaN)),
        logVar: path.logVar.map((change, j) => change * (slope[s]?.[j] ?? NaN)),
      }));
    },
  },
  scoreGradientWithBaseline: {
    uses: ["scoreGradient"],
    expected: (student, logVar, eps, value) => {
      const total = sum(value);
      const centred = value.map((one) => one - (total - one) / (value.length - 1));
      return student.scoreGradient(logVar, eps, centred);
    },
  },
});

/** Without a second draw there is nothing to take a baseline from. */
export const domain = defineDomain<typeof Starter>({
  scoreGradientWithBaseline: (...args) => (args[2].length < 2 ? null : args),
});

/** Rounding may leave this share of the size of the numbers. */
const slack = 1e-9;

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "moments",
    kind: "invariant",
    function: "sample",
    holds: async (student, rng) => {
      const [mu, logVar] = draw(rng, 3);
      const drawn = await Promise.all(nodes.map((eps) => student.sample(mu, logVar, [eps, eps, eps])));
      return mu.every((mean, j) => {
        const z = drawn.map((one) => one[j] ?? NaN);
        const variance = averageOf(z.map((one) => (one - mean) ** 2));
        return isNear(averageOf(z), mean) && isNear(variance, Math.exp(logVar[j] ?? NaN));
      });
    },
  },
  {
    id: "pathwise-unbiased",
    kind: "invariant",
    function: "pathwiseGradient",
    holds: async (student, rng) => {
      const one = problem(rng);
      const slope = nodes.map((eps, s) => [inMean(s) * 3 * one.at(eps) ** 2]);
      return isGradientOf(one, await student.pathwiseGradient([one.logVar], columns, slope));
    },
  },
  {
    id: "score-unbiased",
    kind: "invariant",
    function: "scoreGradient",
    holds: async (student, rng) => {
      const one = problem(rng);
      const value = nodes.map((eps, s) => inMean(s) * one.at(eps) ** 3);
      return isGradientOf(one, await student.scoreGradient([one.logVar], columns, value));
    },
  },
  {
    id: "baseline-unbiased",
    kind: "invariant",
    function: "scoreGradientWithBaseline",
    holds: async (student, rng) => {
      const one = problem(rng);
      const pairs = nodes.flatMap((_, s) => nodes.map((__, r) => [s, r] as const));
      const estimates = pairs.map(async ([s, r]) => {
        const eps = [[nodes[s] ?? NaN], [nodes[r] ?? NaN]];
        const value = eps.map(([noise = NaN]) => one.at(noise) ** 3);
        const { mu, logVar } = await student.scoreGradientWithBaseline([one.logVar], eps, value);
        const share = inMean(s) * inMean(r);
        return { mu: mu.map((entry) => share * entry), logVar: logVar.map((entry) => share * entry) };
      });
      return isGradientOf(
        one,
        meanOf(await Promise.all(estimates), (estimate) => estimate),
      );
    },
  },
  {
    id: "constant-cancels",
    kind: "invariant",
    function: "scoreGradientWithBaseline",
    holds: async (student, rng) => {
      const [logVar, eps, value] = values(rng, [5, 2]);
      const more = rng.uniform(20, 30);
      const before = await student.scoreGradientWithBaseline(logVar, eps, value);
      const after = await student.scoreGradientWithBaseline(
        logVar,
        eps,
        value.map((one) => one + more),
      );
      const numbers = ({ mu, logVar: v }: Gradient): number[] => [...mu, ...v];
      return numbers(before).every((entry, k) => isNear(numbers(after)[k] ?? NaN, entry));
    },
  },
]);

/** Gauss-Hermite: a mean over these, so weighted, is the expectation of any polynomial of degree 5 in the noise. */
const nodes = [-Math.sqrt(3), 0, Math.sqrt(3)];
const weights = [1 / 6, 2 / 3, 1 / 6];
const columns = nodes.map((eps) => [eps]);

/** What a term must be multiplied by so that a plain mean over the nodes is the weighted one. */
function inMean(node: number): number {
  return nodes.length * (weights[node] ?? NaN);
}

function averageOf(terms: readonly number[]): number {
  return sum(terms.map((term, node) => term * (weights[node] ?? NaN)));
}

/** f(z) = z^3 under one Gaussian: E[f] = mu^3 + 3 mu sigma^2. */
interface Problem {
  readonly mu: number;
  readonly logVar: number;
  readonly at: (eps: number) => number;
}

function problem(rng: Rng): Problem {
  const [mu, logVar] = [signed(rng, "long", 0.5, 1.5), signed(rng, "long", 0.3, 1)];
  return { mu, logVar, at: (eps) => mu + Math.exp(logVar / 2) * eps };
}

function isGradientOf({ mu, logVar }: Problem, gradient: Gradient): boolean {
  const variance = Math.exp(logVar);
  return (
    isNear(gradient.mu[0] ?? NaN, 3 * mu ** 2 + 3 * variance) &&
    isNear(gradient.logVar[0] ?? NaN, 3 * mu * variance)
  );
}

function isNear(got: number, right: number): boolean {
  return Math.abs(got - right) <= slack * (1 + Math.abs(right));
}

/** How a student's sample moves with mu and with logVar: every dimension has its own, so all are shifted at once. */
async function differences(
  student: { readonly sample: (mu: number[], logVar: number[], eps: number[]) => Promise<number[]> },
  logVar: readonly number[],
  eps: readonly number[],
): Promise<Gradient> {
  const width = 1e-3;
  const moved = (m: number, v: number): Promise<number[]> =>
    student.sample(
      logVar.map(() => m),
      logVar.map((one) => one + v),
      [...eps],
    );
  const [up, down] = await Promise.all([moved(width, 0), moved(-width, 0)]);
  const [wider, narrower] = await Promise.all([moved(0, width), moved(0, -width)]);
  const quotient = (after: readonly number[], before: readonly number[]): number[] =>
    after.map((z, j) => (z - (before[j] ?? NaN)) / (2 * width));
  return { mu: quotient(up, down), logVar: quotient(wider, narrower) };
}

/** The mean of what each item says. */
function meanOf<Item>(items: readonly Item[], says: (item: Item, index: number) => Gradient): Gradient {
  const said = items.map(says);
  const mean = (of: (one: Gradient) => readonly number[]): number[] =>
    (said[0] === undefined ? [] : of(said[0])).map(
      (_, j) => sum(said.map((one) => of(one)[j] ?? NaN)) / said.length,
    );
  return { mu: mean((one) => one.mu), logVar: mean((one) => one.logVar) };
}

/** Short numbers are eighths, read by eye and exact in float32. */
type Style = "short" | "long";

/** A number of either sign whose size lies in [low, high): never 0, where slips coincide. */
function signed(rng: Rng, style: Style, low: number, high: number): number {
  const value = rng.sign() * rng.uniform(low, high);
  return style === "short" ? Math.round(8 * value) / 8 : value;
}

function valueCases<Shape, Args extends readonly unknown[]>(
  shapes: Readonly<Record<string, Shape>>,
  make: (rng: Rng, shape: Shape, style: Style) => Args,
) {
  return Object.entries(shapes).map(([id, shape], index) =>
    valueCase(id, (rng) => make(rng, shape, index < readable ? "short" : "long"), { visible: index === 0 }),
  );
}

function draw(rng: Rng, dim: number, style: Style = "long"): Draw {
  return [
    rng.vector(dim, () => signed(rng, style, 0.3, 2)),
    logVariances(rng, dim, style),
    rng.vector(dim, () => noise(rng, style)),
  ];
}

function slopes(rng: Rng, [draws, dim]: Size, style: Style = "long"): Slopes {
  return [
    logVariances(rng, dim, style),
    rng.matrix(draws, dim, () => noise(rng, style)),
    rng.matrix(draws, dim, () => signed(rng, style, 0.3, 3)),
  ];
}

/** Values around 1.5: a mean of 0 would leave a baseline nothing to do. */
function values(rng: Rng, [draws, dim]: Size, style: Style = "long"): Values {
  return [
    logVariances(rng, dim, style),
    rng.matrix(draws, dim, () => noise(rng, style)),
    rng.vector(draws, () => 1.5 + signed(rng, style, 0.3, 3)),
  ];
}

function logVariances(rng: Rng, dim: number, style: Style): number[] {
  return rng.vector(dim, () => signed(rng, style, 0.4, 1.8));
}

/** Noise of a usual size, its square never 1. */
function noise(rng: Rng, style: Style): number {
  return rng.sign() * (style === "short" ? rng.pick([0.25, 0.5, 0.75, 1.25, 1.5]) : rng.uniform(0.2, 2));
}

/** Every second dimension is next to certain, every other one next to unknown. */
function extreme(logVar: readonly number[]): number[] {
  return logVar.map((_, j) => (j % 2 === 0 ? -EXTREME : EXTREME));
}

function narrowAndWide([logVar, eps, value]: Values): Values {
  return [extreme(logVar), eps, value];
}

function sum(terms: readonly number[]): number {
  return terms.reduce((total, term) => total + term, 0);
}
