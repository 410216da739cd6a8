import {
  defineCases,
  defineDomain,
  defineGiven,
  defineInvariants,
  defineRelations,
  stabilityCase,
  valueCase,
  type Student,
} from "#sdk/cases.ts";
import type { Rng } from "#sdk/random.ts";
import type * as Starter from "./starter.ts";

type Machine = [W: number[][], b: number[]];
type State = [W: number[][], b: number[], x: number[]];
type Data = [data: number[][], W: number[][], b: number[]];

/** Numbers of spins, smallest first; most come twice, so that what a function keeps between calls shows. */
const spinCounts = [2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 6];
const statesOfSpins = [2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 8];
/** Rows and spins, with a square one and shapes that come twice. */
const dataSizes = [
  [3, 2],
  [2, 3],
  [3, 3],
  [5, 3],
  [5, 3],
  [3, 4],
  [4, 4],
  [7, 4],
  [6, 5],
  [6, 5],
  [9, 5],
  [12, 6],
] as const;

/** Couplings at which e^-E overflows; eighths in the fields, so that float32 loses nothing of a sum near 1e4. */
const strong = {
  "strong-couplings": (rng: Rng): Machine => machine(rng, 4, { coupling: () => 300, field: eighths(rng) }),
  "strong-frustrated": (rng: Rng): Machine => machine(rng, 3, { coupling: () => -300, field: eighths(rng) }),
  "strong-mixed": (rng: Rng): Machine =>
    machine(rng, 5, { coupling: () => 300 * rng.sign(), field: eighths(rng) }),
  "strong-fields": (rng: Rng): Machine =>
    machine(rng, 3, { coupling: eighths(rng), field: () => rng.sign() * 800 }),
};

const mild = {
  "one-spin": (rng: Rng): Machine => young(rng, 1),
  "no-couplings": (rng: Rng): Machine => machine(rng, 4, { coupling: () => 0, field: tenths(rng) }),
  "no-fields": (rng: Rng): Machine => machine(rng, 4, { coupling: tenths(rng), field: () => 0 }),
};

export const cases = defineCases<typeof Starter>({
  energy: [
    ...numbered(statesOfSpins, (n) => `spins-${n}`).map(({ id, size }, index) =>
      valueCase(id, (rng): State => withState(rng, drawn(rng, size, index)), { visible: index < 2 }),
    ),
    stabilityCase("strong-mixed", (rng): State => withState(rng, strong["strong-mixed"](rng))),
    stabilityCase("one-spin", (rng): State => withState(rng, mild["one-spin"](rng))),
  ],
  logPartition: [...machineCases(), stabilityCase("eight-spins", (rng): Machine => young(rng, 8))],
  expectations: machineCases(),
  gradient: [
    ...numbered(dataSizes, ([rows, n]) => `rows-${rows}-spins-${n}`).map(({ id, size: [rows, n] }, index) =>
      valueCase(id, (rng): Data => [observed(rng, rows, n), ...drawn(rng, n, index)], { visible: index < 2 }),
    ),
    ...[...Object.entries(strong), ...Object.entries(mild)].map(([id, make]) =>
      stabilityCase(id, (rng): Data => {
        const [W, b] = make(rng);
        return [observed(rng, 5, b.length), W, b];
      }),
    ),
  ],
});

function machineCases() {
  return [
    ...numbered(spinCounts, (n) => `spins-${n}`).map(({ id, size }, index) =>
      valueCase(id, (rng): Machine => drawn(rng, size, index), { visible: index < 2 }),
    ),
    ...Object.entries({ ...strong, ...mild }).map(([id, make]) => stabilityCase(id, make)),
  ];
}

/** Where counting over the student's own energies is cheap enough to be done through the sandbox. */
const few = ["spins-2", "spins-2-again", "spins-3", "spins-3-again", "spins-3-again-2", "spins-4"];
const fewRows = ["rows-3-spins-2", "rows-2-spins-3", "rows-3-spins-3", "rows-3-spins-4"];

export const relations = defineRelations<typeof Starter>([
  {
    kind: "equals",
    function: "logPartition",
    uses: ["energy"],
    cases: few,
    sides: async (student, W, b) => {
      const { logZ } = await counted(student, W, b);
      return [await student.logPartition(W, b), logZ];
    },
  },
  {
    kind: "equals",
    function: "expectations",
    uses: ["energy"],
    cases: few,
    sides: async (student, W, b) => {
      const { X, q } = await counted(student, W, b);
      return [await student.expectations(W, b), moments(X, q)];
    },
  },
  {
    kind: "equals",
    function: "gradient",
    uses: ["energy"],
    cases: fewRows,
    sides: async (student, data, W, b) => {
      const { X, q } = await counted(student, W, b);
      return [await student.gradient(data, W, b), difference(momentsOf(data), moments(X, q))];
    },
  },
]);

export const given = defineGiven<typeof Starter>({
  // the weights are made of the student's own log Z, which is not their sum where it is wrong
  expectations: {
    uses: ["energy", "logPartition"],
    expected: async (student, W, b) => {
      const logZ = await student.logPartition(W, b);
      const { X, exponents } = await counted(student, W, b);
      return moments(
        X,
        exponents.map((exponent) => Math.exp(exponent - logZ)),
      );
    },
  },
  gradient: {
    uses: ["expectations"],
    expected: async (student, data, W, b) => difference(momentsOf(data), await student.expectations(W, b)),
  },
});

/** W is symmetric: whatever changes above its diagonal changes below it. */
export const domain = defineDomain<typeof Starter>({
  energy: (W, b, x) => [mirrored(W), b, x],
  logPartition: (W, b) => [mirrored(W), b],
  expectations: (W, b) => [mirrored(W), b],
  gradient: (data, W, b) => [data, mirrored(W), b],
});

/** Rounding may leave this much where the exact value is 0. */
const slack = 1e-9;

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "average-over-states",
    kind: "invariant",
    function: "energy",
    holds: async (student, rng) => {
      const [W, b] = young(rng, 3);
      const energies = await Promise.all(states(3).map((x) => student.energy(W, b, x)));
      return isNear(sum(energies), 0);
    },
  },
  {
    id: "diagonal-free",
    kind: "invariant",
    function: "energy",
    holds: async (student, rng) => {
      const [W, b, x] = withState(rng, young(rng, 4));
      return isNear(await student.energy(W, b, x), await student.energy(otherDiagonal(W), b, x));
    },
  },
  {
    id: "separate-groups",
    kind: "invariant",
    function: "logPartition",
    holds: async (student, rng) => {
      const [left, right] = [young(rng, 2), young(rng, 3)];
      const apart = (await student.logPartition(...left)) + (await student.logPartition(...right));
      return isNear(await student.logPartition(...beside(left, right)), apart);
    },
  },
  {
    id: "spin-turned",
    kind: "invariant",
    function: "logPartition",
    holds: async (student, rng) => {
      const [W, b] = young(rng, 4);
      const sign = b.map((_, i) => (i === 1 ? -1 : 1));
      const turned = W.map((values, i) => values.map((value, j) => at(sign, i) * value * at(sign, j)));
      return isNear(
        await student.logPartition(W, b),
        await student.logPartition(
          turned,
          b.map((value, i) => value * at(sign, i)),
        ),
      );
    },
  },
  {
    id: "no-field-no-mean",
    kind: "invariant",
    function: "expectations",
    holds: async (student, rng) => {
      const { mean } = await student.expectations(...mild["no-fields"](rng));
      return mean.every((value) => isNear(value, 0));
    },
  },
  {
    id: "correlation-with-itself",
    kind: "invariant",
    function: "expectations",
    holds: async (student, rng) => {
      const { correlation } = await student.expectations(...young(rng, 4));
      return correlation.every((values, i) =>
        values.every((value, j) => isNear(value, i === j ? 1 : at(correlation[j], i))),
      );
    },
  },
  {
    id: "order-of-rows",
    kind: "invariant",
    function: "gradient",
    holds: async (student, rng) => {
      const [W, b] = young(rng, 3);
      const data = observed(rng, 4, 3);
      const twice = [...data.toReversed(), ...data];
      return areNear(await student.gradient(data, W, b), await student.gradient(twice, W, b));
    },
  },
  {
    id: "at-rest",
    kind: "invariant",
    function: "gradient",
    holds: async (student, rng) => {
      const [W, b] = machine(rng, 3, { coupling: () => 0, field: () => 0 });
      const zero = { W: W.map((values) => values.map(() => 0)), b };
      return areNear(await student.gradient(states(3), W, b), zero);
    },
  },
]);

/** Sizes with ids; the second of a kind is "...-again". */
function numbered<Size>(sizes: readonly Size[], name: (size: Size) => string) {
  return sizes.map((size, index) => {
    const earlier = sizes.slice(0, index).filter((other) => name(other) === name(size)).length;
    const again = earlier === 0 ? "" : earlier === 1 ? "-again" : `-again-${earlier}`;
    return { id: `${name(size)}${again}`, size };
  });
}

interface Entries {
  readonly coupling: () => number;
  readonly field: () => number;
}

/** A symmetric W, whose diagonal is full of numbers that must not count. */
function machine(rng: Rng, n: number, { coupling, field }: Entries): Machine {
  const diagonal = tenths(rng, 5, 12);
  const W = rng.matrix(n, n, (i, j) => (i < j ? coupling() : i === j ? diagonal() : 0));
  return [mirrored(W), rng.vector(n, field)];
}

/** The first cases of a function are read by eye. */
function drawn(rng: Rng, n: number, index: number): Machine {
  return index < 3 ? readable(rng, n) : young(rng, n);
}

/** Couplings and fields of which none decides alone: no probability is nearly 1, and no two slips meet. */
function young(rng: Rng, n: number): Machine {
  return machine(rng, n, {
    coupling: n < 4 ? about(rng, 0.3, 0.9) : about(rng, 0.1, 0.6),
    field: about(rng, 0.1, 0.7),
  });
}

/** The same in tenths, to be read by eye. */
function readable(rng: Rng, n: number): Machine {
  return machine(rng, n, { coupling: tenths(rng, 3, 9), field: tenths(rng, 1, 7) });
}

function about(rng: Rng, low: number, high: number) {
  return () => rng.sign() * rng.uniform(low, high);
}

function tenths(rng: Rng, low = 2, high = 8) {
  return () => (rng.sign() * rng.integer(low, high)) / 10;
}

function eighths(rng: Rng) {
  return () => (rng.sign() * rng.integer(1, 8)) / 8;
}

function withState(rng: Rng, [W, b]: Machine): State {
  return [W, b, spins(rng, b.length)];
}

function spins(rng: Rng, n: number): number[] {
  return rng.vector(n, () => rng.sign());
}

/** Rows in which no spin is always the same, where there are rows enough. */
function observed(rng: Rng, rows: number, n: number): number[][] {
  const data = Array.from({ length: rows }, () => spins(rng, n));
  const [first, second] = data;
  return second === undefined
    ? data
    : data.with(
        1,
        second.map((spin, i) => (i % 2 === 0 ? -at(first, i) : spin)),
      );
}

/** The upper triangle, also below the diagonal. */
function mirrored(W: readonly (readonly number[])[]): number[][] {
  return W.map((values, i) => values.map((value, j) => (j < i ? at(W[j], i) : value)));
}

function otherDiagonal(W: readonly number[][]): number[][] {
  return W.map((values, i) => values.map((value, j) => (i === j ? 3 - 2 * value : value)));
}

/** Both machines as one, with no coupling between them. */
function beside([W, b]: Machine, [V, c]: Machine): Machine {
  return [
    [
      ...W.map((values) => [...values, ...c.map(() => 0)]),
      ...V.map((values) => [...b.map(() => 0), ...values]),
    ],
    [...b, ...c],
  ];
}

/** All 2^n states of n spins. */
function states(n: number): number[][] {
  if (n === 0) return [[]];
  return states(n - 1).flatMap((rest) => [
    [-1, ...rest],
    [1, ...rest],
  ]);
}

/** All states, -E of each by the student's own energy, their log Z and their probabilities. */
async function counted(student: Student<typeof Starter>, W: number[][], b: number[]) {
  const X = states(b.length);
  const exponents: number[] = [];
  for (const x of X) exponents.push(-(await student.energy(W, b, x)));
  const largest = Math.max(...exponents);
  const logZ = largest + Math.log(sum(exponents.map((exponent) => Math.exp(exponent - largest))));
  return { X, exponents, logZ, q: exponents.map((exponent) => Math.exp(exponent - logZ)) };
}

interface Moments {
  readonly mean: number[];
  readonly correlation: number[][];
}

function momentsOf(data: readonly number[][]): Moments {
  return moments(
    data,
    data.map(() => 1 / data.length),
  );
}

function moments(X: readonly number[][], weights: readonly number[]): Moments {
  const spinsOfOne = [...(X[0] ?? []).keys()];
  const average = (of: (x: readonly number[]) => number): number =>
    X.reduce((total, x, s) => total + at(weights, s) * of(x), 0);
  return {
    mean: spinsOfOne.map((i) => average((x) => at(x, i))),
    correlation: spinsOfOne.map((i) => spinsOfOne.map((j) => average((x) => at(x, i) * at(x, j)))),
  };
}

function difference(seen: Moments, model: Moments) {
  return {
    W: seen.correlation.map((values, i) => values.map((value, j) => value - at(model.correlation[i], j))),
    b: seen.mean.map((value, i) => value - at(model.mean, i)),
  };
}

function areNear(some: { W: number[][]; b: number[] }, others: { W: number[][]; b: number[] }): boolean {
  return (
    some.b.every((value, i) => isNear(value, at(others.b, i))) &&
    some.W.every((values, i) => values.every((value, j) => isNear(value, at(others.W[i], j))))
  );
}

function isNear(value: number, other: number): boolean {
  return Math.abs(value - other) <= slack * (1 + Math.abs(other));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function at(values: readonly number[] | undefined, index: number): number {
  return values?.[index] ?? Number.NaN;
}
