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

type One = [p: number[]];
type Two = [p: number[], q: number[]];
type Joint = [pxy: number[][]];
type JointSize = readonly [rows: number, columns: number];

/** Smallest first. Some sizes come again with other data: a function that keeps state between calls shows there. */
const outcomeCounts = {
  "outcomes-3": 3,
  "outcomes-4": 4,
  "outcomes-4-again": 4,
  "outcomes-5": 5,
  "outcomes-6": 6,
  "outcomes-6-again": 6,
  "outcomes-7": 7,
  "outcomes-8": 8,
  "outcomes-9": 9,
  "outcomes-10": 10,
  "outcomes-12": 12,
  "outcomes-16": 16,
};
const jointSizes: Readonly<Record<string, JointSize>> = {
  "rows-2-columns-3": [2, 3],
  "rows-3-columns-2": [3, 2],
  "rows-3-columns-3": [3, 3],
  "rows-2-columns-4": [2, 4],
  "rows-2-columns-4-again": [2, 4],
  "rows-3-columns-4": [3, 4],
  "rows-4-columns-3": [4, 3],
  "rows-4-columns-4": [4, 4],
  "rows-5-columns-3": [5, 3],
  "rows-3-columns-6": [3, 6],
  "rows-4-columns-5": [4, 5],
  "rows-6-columns-4": [6, 4],
};

/** The first two cases of a function are read by eye. */
const readable = 2;

/** A probability that is possible and hardly ever seen; float32 can still hold it. */
const TINY = 1e-30;

export const cases = defineCases<typeof Starter>({
  entropy: [
    ...valueCases(outcomeCounts, one),
    stability("zeros", (rng): One => [without(distribution(rng, 6), 2)]),
    stability("certain", (rng): One => [certain(rng, 4)]),
  ],
  crossEntropy: [
    ...valueCases(outcomeCounts, two),
    stability("zeros-in-p", (rng): Two => [without(distribution(rng, 6), 2), distribution(rng, 6)]),
    stability("zeros-in-both", (rng): Two => [
      without(distribution(rng, 6), 2),
      without(distribution(rng, 6), 2),
    ]),
    stability("certain-p", (rng): Two => [certain(rng, 4), distribution(rng, 4)]),
    stability("tiny-q", (rng): Two => [distribution(rng, 5), tinyFirst(distribution(rng, 5))]),
  ],
  kl: [
    ...valueCases(outcomeCounts, two),
    stability("zeros-in-p", (rng): Two => [without(distribution(rng, 6), 2), distribution(rng, 6)]),
    stability("zeros-in-both", (rng): Two => [
      without(distribution(rng, 6), 2),
      without(distribution(rng, 6), 2),
    ]),
    stability("certain-p", (rng): Two => [certain(rng, 4), distribution(rng, 4)]),
    stability("tiny-q", (rng): Two => [distribution(rng, 5), tinyFirst(distribution(rng, 5))]),
  ],
  conditionalEntropy: [
    ...valueCases(jointSizes, joint),
    stability("zeros", (rng): Joint => [reshaped(oneZeroEachRow(distribution(rng, 12), 4), 4)]),
    stability("row-of-zeros", (rng): Joint => [reshaped(without(distribution(rng, 12), 4), 3).toReversed()]),
    stability("y-follows-from-x", (rng): Joint => {
      const marginal = distribution(rng, 4);
      return [marginal.map((share, x) => marginal.map((_, y) => (x === y ? share : 0)))];
    }),
  ],
});

/** The chain rule is another way to the conditional entropy than the rows one by one. */
export const relations = defineRelations<typeof Starter>([
  {
    kind: "equals",
    function: "conditionalEntropy",
    uses: ["entropy"],
    sides: async (student, pxy) => [
      await student.conditionalEntropy(pxy),
      (await student.entropy(pxy.flat())) - (await student.entropy(pxy.map(sum))),
    ],
  },
]);

export const given = defineGiven<typeof Starter>({
  kl: {
    uses: ["entropy", "crossEntropy"],
    expected: async (student, p, q) => (await student.crossEntropy(p, q)) - (await student.entropy(p)),
  },
  conditionalEntropy: {
    uses: ["entropy"],
    expected: async (student, pxy) => {
      const marginal = pxy.map(sum);
      const rows = pxy.map(async (row, x) => {
        const share = marginal[x] ?? 0;
        return share === 0 ? 0 : share * (await student.entropy(row.map((cell) => cell / share)));
      });
      return sum(await Promise.all(rows));
    },
  },
});

/** Probabilities sum to 1, and q is positive wherever p is. */
export const domain = defineDomain<typeof Starter>({
  entropy: (p) => {
    const whole = completed(p);
    return whole === null ? null : [whole];
  },
  crossEntropy: completedPair,
  kl: completedPair,
  conditionalEntropy: (pxy) => {
    const columns = pxy[0]?.length ?? 0;
    const whole = completed(pxy.flat());
    return whole === null || columns === 0 ? null : [reshaped(whole, columns)];
  },
});

/** Rounding may leave this much where the exact value is 0. */
const slack = 1e-9;

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "entropy-never-negative",
    kind: "invariant",
    function: "entropy",
    holds: async (student, rng) => {
      for (const outcomes of [2, 3, 5]) {
        if ((await student.entropy(distribution(rng, outcomes))) < -slack) return false;
      }
      return true;
    },
  },
  {
    id: "largest-when-uniform",
    kind: "invariant",
    function: "entropy",
    holds: async (student, rng) => {
      for (const outcomes of [2, 3, 5]) {
        const uniform = new Array<number>(outcomes).fill(1 / outcomes);
        const most = await student.entropy(uniform);
        if ((await student.entropy(distribution(rng, outcomes))) > most + slack) return false;
      }
      return true;
    },
  },
  {
    id: "smallest-where-q-is-p",
    kind: "invariant",
    function: "crossEntropy",
    holds: async (student, rng) => {
      const p = distribution(rng, 4);
      const least = await student.crossEntropy(p, p);
      for (const share of [0.01, 0.1, 0.5, 1]) {
        const other = distribution(rng, 4);
        const q = p.map((own, k) => (1 - share) * own + share * (other[k] ?? 0));
        if ((await student.crossEntropy(p, q)) < least - slack) return false;
      }
      return true;
    },
  },
  {
    id: "kl-never-negative",
    kind: "invariant",
    function: "kl",
    holds: async (student, rng) => {
      for (const outcomes of [2, 3, 5, 9]) {
        if ((await student.kl(distribution(rng, outcomes), distribution(rng, outcomes))) < -slack)
          return false;
      }
      return true;
    },
  },
  {
    id: "kl-zero-at-itself",
    kind: "invariant",
    function: "kl",
    holds: async (student, rng) => {
      const p = distribution(rng, 5);
      return Math.abs(await student.kl(p, p)) <= slack;
    },
  },
  {
    id: "chain-rule",
    kind: "invariant",
    function: "conditionalEntropy",
    holds: async (student, rng) => {
      const [pxy] = joint(rng, [3, 4]);
      const [whole, first] = [[pxy.flat()], [pxy.map(sum)]];
      const left = await student.conditionalEntropy(whole);
      const right = (await student.conditionalEntropy(pxy)) + (await student.conditionalEntropy(first));
      return Math.abs(left - right) <= slack;
    },
  },
  {
    id: "knowing-more-never-hurts",
    kind: "invariant",
    function: "conditionalEntropy",
    holds: async (student, rng) => {
      for (const size of [
        [2, 3],
        [3, 3],
        [4, 2],
      ] as const) {
        const [pxy] = joint(rng, size);
        const ofColumns = (pxy[0] ?? []).map((_, y) => sum(pxy.map((row) => row[y] ?? 0)));
        const unaware = await student.conditionalEntropy([ofColumns]);
        if ((await student.conditionalEntropy(pxy)) > unaware + slack) return false;
      }
      return true;
    },
  },
]);

/** Short numbers are sixteenths, read by eye; sixteenths and long ones alike sum to 1. */
type Style = "short" | "long";

function valueCases<Size, Args extends readonly unknown[]>(
  sizes: Readonly<Record<string, Size>>,
  make: (rng: Rng, size: Size, style: Style) => Args,
) {
  return Object.entries(sizes).map(([id, size], index) =>
    exact(
      valueCase(id, (rng) => make(rng, size, index < readable ? "short" : "long"), { visible: index === 0 }),
    ),
  );
}

function stability<Args extends readonly unknown[]>(id: string, make: (rng: Rng) => Args): Case<Args> {
  return exact(stabilityCase(id, make));
}

/** Keeps float64 numbers: rounded to float32, probabilities sum to 1 no better than to 1e-7. */
function exact<Args extends readonly unknown[]>(one: Case<Args>): Case<Args> {
  return { ...one, float64: true };
}

function one(rng: Rng, outcomes: number, style: Style): One {
  return [
    style === "short" ? sixteenths(rng, outcomes, rng.integer(0, outcomes - 1)) : distribution(rng, outcomes),
  ];
}

/** In short, p and q favour different outcomes, so that what is weighed by which shows on paper too. */
function two(rng: Rng, outcomes: number, style: Style): Two {
  if (style === "long") return [distribution(rng, outcomes), distribution(rng, outcomes)];
  const [first = 0, second = 0] = rng.permutation(outcomes);
  return [sixteenths(rng, outcomes, first), sixteenths(rng, outcomes, second)];
}

function joint(rng: Rng, [rows, columns]: JointSize, style: Style = "long"): Joint {
  const cells = rows * columns;
  return [
    reshaped(
      style === "short" ? sixteenths(rng, cells, rng.integer(0, cells - 1)) : distribution(rng, cells),
      columns,
    ),
  ];
}

/** Probabilities that sum to 1, none of them tiny. */
function distribution(rng: Rng, outcomes: number): number[] {
  const weights = rng.vector(outcomes, () => Math.exp(rng.uniform(-1.5, 1.5)));
  return weights.map((weight) => weight / sum(weights));
}

/** At least one sixteenth for each outcome, six more for the favourite, the rest anywhere. */
function sixteenths(rng: Rng, outcomes: number, favourite: number): number[] {
  const held = rng.vector(outcomes, (k) => (k === favourite ? 7 : 1));
  for (let left = 16 - sum(held); left > 0; left--) {
    const outcome = rng.integer(0, outcomes - 1);
    held[outcome] = (held[outcome] ?? 0) + 1;
  }
  return held.map((parts) => parts / 16);
}

/** Takes the first outcomes away; the rest sums to 1 again. */
function without(p: readonly number[], removed: number): number[] {
  const kept = sum(p.slice(removed));
  return p.map((share, k) => (k < removed ? 0 : share / kept));
}

/** In every row another cell. */
function oneZeroEachRow(p: readonly number[], columns: number): number[] {
  const cells = p.map((share, k) => (k % columns === Math.floor(k / columns) ? 0 : share));
  return cells.map((share) => share / sum(cells));
}

function certain(rng: Rng, outcomes: number): number[] {
  const outcome = rng.integer(0, outcomes - 1);
  return rng.vector(outcomes, (k) => (k === outcome ? 1 : 0));
}

function tinyFirst(q: readonly number[]): number[] {
  return without(q, 1).map((share, k) => (k === 0 ? TINY : share));
}

function reshaped(cells: readonly number[], columns: number): number[][] {
  return Array.from({ length: cells.length / columns }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns),
  );
}

/** The last probability is what the others leave; null where they leave less than nothing. */
function completed(p: readonly number[]): number[] | null {
  const others = p.slice(0, -1);
  const rest = Number((1 - sum(others)).toPrecision(15)); // 1 - 0.7 is 0.30000000000000004
  return rest >= 0 && others.every((share) => share >= 0) ? [...others, rest] : null;
}

function completedPair(p: number[], q: number[]): Two | null {
  const [first, second] = [completed(p), completed(q)];
  const lawful = first !== null && second?.every((share, k) => share > 0 || first[k] === 0);
  return first !== null && second !== null && lawful === true ? [first, second] : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
