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

type Name = Starter.TestFunction;
type Quotient = [name: Name, x: number[], h: number];
type At = [name: Name, x: number[]];
type Two = [a: number[], b: number[]];

/** Smallest first. Some sizes come again with other data: a function that keeps state between calls shows there. */
const places: readonly (readonly [name: Name, dim: number])[] = [
  ["polynomial", 2],
  ["logSumExp", 2],
  ["rosenbrock", 2],
  ["polynomial", 3],
  ["logSumExp", 3],
  ["logSumExp", 3],
  ["rosenbrock", 3],
  ["rosenbrock", 3],
  ["polynomial", 5],
  ["logSumExp", 6],
  ["rosenbrock", 5],
  ["logSumExp", 9],
  ["rosenbrock", 8],
];
const sizes = [2, 3, 3, 4, 4, 5, 6, 7, 8, 10, 12, 16];

/** The first cases of a function are read by eye. */
const readable = 3;

export const cases = defineCases<typeof Starter>({
  centralDifference: [
    ...places.map(([name, dim], index) =>
      valueCase(
        `${name}-${dim}-${index}`,
        (rng): Quotient => {
          const style = index < readable ? "short" : "long";
          return [
            name,
            point(rng, dim, style),
            style === "short" ? rng.pick([0.25, 0.5]) : rng.uniform(0.1, 0.5),
          ];
        },
        { visible: index === 0 },
      ),
    ),
    stabilityCase("large-coordinates", (rng): Quotient => [
      "logSumExp",
      around(rng, 4, 1000),
      rng.uniform(0.1, 0.5),
    ]),
    stabilityCase("one-coordinate", (rng): Quotient => ["polynomial", point(rng, 1), rng.uniform(0.1, 0.5)]),
  ],
  stepSize: [
    ...sizes.map((dim, index) =>
      valueCase(
        `dim-${dim}-${index}`,
        (rng): [number[]] => [mixed(rng, dim, index < readable ? "short" : "long")],
        {
          visible: index === 0,
        },
      ),
    ),
    stabilityCase("zeros", (): [number[]] => [[0, 0, 0]]),
    stabilityCase("huge-coordinates", (rng): [number[]] => [
      rng.vector(3, () => rng.sign() * rng.uniform(1e11, 1e12)),
    ]),
  ],
  numericGradient: [
    ...places.map(([name, dim], index) =>
      valueCase(
        `${name}-${dim}-${index}`,
        (rng): At => [name, point(rng, dim, index < readable ? "short" : "long")],
        {
          visible: index === 0,
        },
      ),
    ),
    // the gradient is 0 and the curvature is not: what a one-sided difference adds stands alone
    valueCase("polynomial-at-its-minima", (rng): At => ["polynomial", rng.vector(12, () => rng.sign())]),
    // a float64 near 1e9 has a spacing of 1e-7
    valueCase("large-coordinates", (rng): At => [
      "polynomial",
      rng.vector(3, () => rng.sign() * rng.uniform(6e8, 1e9)),
    ]),
    // the largest comes last: with another one's step it would stand still
    valueCase("mixed-coordinates", (rng): At => [
      "polynomial",
      [...point(rng, 2), rng.sign() * rng.uniform(6e8, 1e9)],
    ]),
    stabilityCase("large-scores", (rng): At => ["logSumExp", around(rng, 4, 1000)]),
  ],
  relativeError: [
    ...sizes.map((dim, index) =>
      valueCase(`dim-${dim}-${index}`, (rng): Two => apart(rng, dim, index < readable ? "short" : "long"), {
        visible: index === 0,
      }),
    ),
    valueCase("opposite", (rng): Two => {
      const [a, b] = apart(rng, 4);
      return [a, b.map((value) => -value)];
    }),
    stabilityCase("nearly-equal", (rng) => nearlyEqual(rng, 5), { scale: 1e-5 }),
    stabilityCase("both-zero", (): Two => [
      [0, 0, 0],
      [0, 0, 0],
    ]),
    stabilityCase("one-zero", (rng): Two => [[0, 0, 0], point(rng, 3)]),
    stabilityCase("both-nearly-zero", (rng) => tiny(rng, 3)),
  ],
});

export const relations = defineRelations<typeof Starter>([]);

export const given = defineGiven<typeof Starter>({
  numericGradient: {
    uses: ["centralDifference", "stepSize"],
    expected: async (student, name, x) => {
      const steps = await student.stepSize(x);
      const slopes = steps.map(
        async (h, i) => (await student.centralDifference(name, x, h))[i] ?? Number.NaN,
      );
      return Promise.all(slopes);
    },
  },
});

/** Rosenbrock's valley lies between two coordinates at least, and a step has a size. */
export const domain = defineDomain<typeof Starter>({
  centralDifference: (name, x, h) =>
    h >= 0.1 && h <= 0.5 && (name !== "rosenbrock" || x.length > 1) ? [name, x, h] : null,
  numericGradient: (name, x) => (name !== "rosenbrock" || x.length > 1 ? [name, x] : null),
});

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "error-falls-with-square",
    kind: "invariant",
    function: "centralDifference",
    holds: async (student, rng) => {
      const x = point(rng, 3);
      const exact = wellSlopes(x);
      const errors = async (h: number): Promise<number[]> => {
        const slopes = await student.centralDifference("polynomial", x, h);
        return slopes.map((slope, i) => slope - (exact[i] ?? 0));
      };
      const [wide, narrow] = [await errors(0.02), await errors(0.01)];
      return wide.every((error, i) => Math.abs(error / (narrow[i] ?? Number.NaN) - 4) < 0.1);
    },
  },
  {
    id: "step-grows",
    kind: "invariant",
    function: "stepSize",
    holds: async (student, rng) => {
      const x = rng.vector(3, () => rng.sign() * rng.uniform(2, 50));
      const [once, twice] = [await student.stepSize(x), await student.stepSize(x.map((value) => 2 * value))];
      return once.every((h, i) => Math.abs((twice[i] ?? Number.NaN) / h - 2) < 1e-9);
    },
  },
  {
    id: "six-digits",
    kind: "invariant",
    function: "numericGradient",
    holds: async (student, rng) => {
      const x = point(rng, 4);
      const exact = wellSlopes(x);
      const slopes = await student.numericGradient("polynomial", x);
      return slopes.every((slope, i) => Math.abs(slope - (exact[i] ?? Number.NaN)) < 3e-7);
    },
  },
  {
    id: "symmetric",
    kind: "invariant",
    function: "relativeError",
    holds: async (student, rng) => {
      const [a, b] = apart(rng, 4);
      return Math.abs((await student.relativeError(a, b)) - (await student.relativeError(b, a))) < 1e-9;
    },
  },
  {
    id: "unit-free",
    kind: "invariant",
    function: "relativeError",
    holds: async (student, rng) => {
      const [a, b] = apart(rng, 4);
      const scaled = (vector: number[]): number[] => vector.map((value) => 1e4 * value);
      const once = await student.relativeError(a, b);
      return Math.abs(once - (await student.relativeError(scaled(a), scaled(b)))) < 1e-9 * (1 + once);
    },
  },
]);

/** Short numbers are quarters, read by eye and exact in float32. */
type Style = "short" | "long";

/** Coordinates of either sign, away from 0 and 1, where the curvature or the slope of a test function is nothing. */
function point(rng: Rng, dim: number, style: Style = "long"): number[] {
  return rng.vector(dim, () => {
    const value = rng.sign() * (rng.sign() > 0 ? rng.uniform(1.2, 1.8) : rng.uniform(0.3, 0.8));
    return style === "short" ? Math.round(4 * value) / 4 : value;
  });
}

function around(rng: Rng, dim: number, centre: number): number[] {
  return rng.vector(dim, () => centre + rng.uniform(-1.5, 1.5));
}

/** Coordinates below and above 1 in size: two of each at least, as far as there is room. */
function mixed(rng: Rng, dim: number, style: Style): number[] {
  return rng.permutation(dim).map((rank) => {
    const size = rank % 2 === 0 ? rng.uniform(3, 60) : rng.uniform(0.1, 0.8);
    return rng.sign() * (style === "short" ? Math.max(0.25, Math.round(4 * size) / 4) : size);
  });
}

/** Two vectors of unlike length that point roughly the same way, as a gradient and a bad copy of it do. */
function apart(rng: Rng, dim: number, style: Style = "long"): Two {
  const a = point(rng, dim, style);
  const longer = rng.pick([0.5, 1.75]);
  const b = a.map((value) => longer * value + rng.sign() * rng.uniform(0.2, 0.6));
  return [a, style === "short" ? b.map((value) => Math.round(4 * value) / 4) : b];
}

function nearlyEqual(rng: Rng, dim: number): Two {
  const a = point(rng, dim);
  return [a, a.map((value) => value * (1 + rng.sign() * rng.uniform(1e-5, 4e-5)))];
}

/** Shorter than what counts as nothing. */
function tiny(rng: Rng, dim: number): Two {
  const [a, b] = apart(rng, dim);
  const small = (vector: number[]): number[] => vector.map((value) => 1e-13 * value);
  return [small(a), small(b)];
}

/** The gradient of the polynomial, for the invariants. */
function wellSlopes(x: readonly number[]): number[] {
  return x.map((value) => 4 * value * (value ** 2 - 1));
}
