import {
  costCase,
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
import type { Rbm } from "./starter.ts";

/** B rows, N visible and H hidden units. */
type Sizes = readonly [B: number, N: number, H: number];

/** A model, rows of visible units and rows of hidden ones: what every argument list starts from. */
interface Problem {
  readonly rbm: Rbm;
  readonly X: number[][];
  readonly Z: number[][];
}

/** Arguments of each function, drawn for one problem. */
const of = {
  data: ({ rbm, X }: Problem): [Rbm, number[][]] => [rbm, X],
  hidden: ({ rbm, X }: Problem, rng: Rng): [Rbm, number[][], number[][]] => [
    rbm,
    X,
    tellingUniforms(rng, hiddenFields(rbm, X)),
  ],
  visible: ({ rbm, Z }: Problem, rng: Rng): [Rbm, number[][], number[][]] => [
    rbm,
    Z,
    tellingUniforms(rng, visibleFields(rbm, Z)),
  ],
  /** uVisible lies about the probabilities that the right z gives; the step changes some row, or the gradient is 0. */
  chain: ({ rbm, X }: Problem, rng: Rng): [Rbm, number[][], number[][], number[][]] => {
    const uHidden = tellingUniforms(rng, hiddenFields(rbm, X));
    const fields = visibleFields(rbm, drawn(hiddenFields(rbm, X), uHidden));
    let uVisible = tellingUniforms(rng, fields);
    for (let trial = 0; trial < 20 && String(drawn(fields, uVisible)) === String(X); trial++) {
      uVisible = tellingUniforms(rng, fields);
    }
    return [rbm, X, uHidden, uVisible];
  },
  step: (problem: Problem, rng: Rng): [Rbm, number[][], number[][], number[][], number] => [
    ...of.chain(problem, rng),
    rounded(rng.uniform(0.3, 0.7), 100),
  ],
};

type Arguments<Name extends keyof typeof of> = ReturnType<(typeof of)[Name]>;

/** Smallest first; N = H among them, where a transposed W has the right shape, and shapes that come twice. */
const sizes: readonly Sizes[] = [
  [2, 2, 3],
  [2, 3, 2],
  [2, 3, 3],
  [3, 4, 2],
  [3, 4, 2],
  [3, 2, 4],
  [4, 3, 3],
  [4, 3, 3],
  [5, 4, 4],
  [6, 3, 5],
  [7, 5, 5],
  [6, 7, 4],
];

/** The value cases of one function; `args` turns a problem into its arguments. */
function valueCases<Args extends readonly unknown[]>(args: (problem: Problem, rng: Rng) => Args) {
  return sizes.map(([B, N, H], index) => {
    const again = sizes.slice(0, index).some((earlier) => String(earlier) === String([B, N, H]));
    const id = `rows-${String(B)}-weights-${String(N)}x${String(H)}${again ? "-again" : ""}`;
    return valueCase(id, (rng): Args => args(problem(rng, [B, N, H]), rng), { visible: index < 2 });
  });
}

const zero = () => 0;

/** Edges where the formula stays and the arithmetic breaks. */
function edgeCases<Args extends readonly unknown[]>(args: (problem: Problem, rng: Rng) => Args) {
  return [
    stabilityCase("saturated", (rng): Args => args(saturated(rng), rng)),
    stabilityCase("one-of-each", (rng): Args => args(problem(rng, [1, 1, 1]), rng)),
  ];
}

export const cases = defineCases<typeof Starter>({
  hiddenMean: [...valueCases(of.data), ...edgeCases(of.data)],
  sampleHidden: [
    ...valueCases(of.hidden),
    ...edgeCases(of.hidden),
    stabilityCase("close-calls", (rng): Arguments<"hidden"> => {
      const { rbm, X } = problem(rng, [5, 4, 4]);
      return [rbm, X, closeUniforms(rng, hiddenFields(rbm, X))];
    }),
  ],
  sampleVisible: [
    ...valueCases(of.visible),
    ...edgeCases(of.visible),
    stabilityCase("close-calls", (rng): Arguments<"visible"> => {
      const { rbm, Z } = problem(rng, [5, 4, 4]);
      return [rbm, Z, closeUniforms(rng, visibleFields(rbm, Z))];
    }),
  ],
  freeEnergy: [
    ...valueCases(of.data),
    ...edgeCases(of.data),
    // F = -H log 2, whatever x is
    stabilityCase("untrained", (rng): Arguments<"data"> => [model(4, 3, zero, zero), spins(rng, 3, 4)]),
    // 2^40 hidden states: no sum over them ends
    costCase("forty-hidden-units", (rng): Arguments<"data"> => of.data(problem(rng, [3, 12, 40]))),
  ],
  cd1Gradient: [...valueCases(of.chain), ...edgeCases(of.chain)],
  cd1Update: [...valueCases(of.step), ...edgeCases(of.step)],
});

export const relations = defineRelations<typeof Starter>([]);

export const given = defineGiven<typeof Starter>({
  // P = (1 + <z>) / 2 for a unit in {-1, +1}
  sampleHidden: {
    uses: ["hiddenMean"],
    expected: async (student, rbm, X, u) => {
      const mean = await student.hiddenMean(rbm, X);
      return mean.map((row, n) => row.map((value, l) => (at(u, n, l) < (1 + value) / 2 ? 1 : -1)));
    },
  },
  cd1Gradient: {
    uses: ["hiddenMean", "sampleHidden", "sampleVisible"],
    expected: async (student, rbm, X, uHidden, uVisible) => {
      const after = await student.sampleVisible(rbm, await student.sampleHidden(rbm, X, uHidden), uVisible);
      const before = await student.hiddenMean(rbm, X);
      return contrast(X, before, after, await student.hiddenMean(rbm, after));
    },
  },
  cd1Update: {
    uses: ["cd1Gradient"],
    expected: async (student, rbm, X, uHidden, uVisible, learningRate) =>
      shifted(rbm, learningRate, await student.cd1Gradient(rbm, X, uHidden, uVisible)),
  },
});

/** Uniforms lie in (0, 1) and clear of the right P, so that float32 and float64 draw alike. */
export const domain = defineDomain<typeof Starter>({
  sampleHidden: (rbm, X, u) => (areClear(hiddenFields(rbm, X), u) ? [rbm, X, u] : null),
  sampleVisible: (rbm, Z, u) => (areClear(visibleFields(rbm, Z), u) ? [rbm, Z, u] : null),
  cd1Gradient: (...chain) => (isClear(...chain) ? chain : null),
  cd1Update: (rbm, X, uHidden, uVisible, rate) =>
    isClear(rbm, X, uHidden, uVisible) ? [rbm, X, uHidden, uVisible, rate] : null,
});

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "mean-over-states",
    kind: "invariant",
    function: "hiddenMean",
    holds: async (student, rng) => {
      const { rbm, X } = problem(rng, [3, 4, 3]);
      const mean = await student.hiddenMean(rbm, X);
      return X.every((x, n) => rbm.c.every((_, l) => close(at(mean, n, l), meanOverStates(rbm, x, l))));
    },
  },
  {
    id: "frequency",
    kind: "distribution",
    function: "sampleHidden",
    holds: async (student, rng) => {
      const { rbm, X } = problem(rng, [1, 4, 3]);
      const rows = repeated(X, draws);
      const sample = await student.sampleHidden(rbm, rows, evenUniforms(rng, rbm.c.length));
      return frequenciesMatch(sample, hiddenFields(rbm, X));
    },
  },
  {
    id: "frequency",
    kind: "distribution",
    function: "sampleVisible",
    holds: async (student, rng) => {
      const { rbm, Z } = problem(rng, [1, 3, 4]);
      const sample = await student.sampleVisible(rbm, repeated(Z, draws), evenUniforms(rng, rbm.b.length));
      return frequenciesMatch(sample, visibleFields(rbm, Z));
    },
  },
  {
    id: "marginal",
    kind: "invariant",
    function: "freeEnergy",
    holds: async (student, rng) => {
      const { rbm } = problem(rng, [1, 3, 2]);
      const X = states(3);
      const energies = await student.freeEnergy(rbm, X);
      const mine = normalised(energies.map((energy) => Math.exp(-energy)));
      const exact = normalised(X.map((x) => weightOf(rbm, x)));
      return exact.every((probability, i) => close(mine[i] ?? Number.NaN, probability));
    },
  },
  {
    id: "repeated-batch",
    kind: "invariant",
    function: "cd1Gradient",
    holds: async (student, rng) => {
      const [rbm, X, uHidden, uVisible] = of.chain(problem(rng, [3, 4, 3]), rng);
      const once = await student.cd1Gradient(rbm, X, uHidden, uVisible);
      const twice = await student.cd1Gradient(
        rbm,
        [...X, ...X],
        [...uHidden, ...uHidden],
        [...uVisible, ...uVisible],
      );
      return sameModel(once, twice);
    },
  },
  {
    id: "order-of-rows",
    kind: "invariant",
    function: "cd1Gradient",
    holds: async (student, rng) => {
      const [rbm, X, uHidden, uVisible] = of.chain(problem(rng, [4, 3, 4]), rng);
      const turned = await student.cd1Gradient(
        rbm,
        X.toReversed(),
        uHidden.toReversed(),
        uVisible.toReversed(),
      );
      return sameModel(await student.cd1Gradient(rbm, X, uHidden, uVisible), turned);
    },
  },
  {
    id: "proportional-to-rate",
    kind: "invariant",
    function: "cd1Update",
    holds: async (student, rng) => {
      const [rbm, X, uHidden, uVisible, rate] = of.step(problem(rng, [4, 3, 4]), rng);
      const near = await student.cd1Update(rbm, X, uHidden, uVisible, rate);
      const far = await student.cd1Update(rbm, X, uHidden, uVisible, 3 * rate);
      return sameModel(far, shifted(rbm, 3, shifted(near, -1, rbm)));
    },
  },
]);

/**
 * Weights in tenths, biases in odd twentieths: fields of about one, where tanh bends and nothing saturates, and never
 * smaller than 0.05, where P and every slip's P would meet at 1/2.
 */
function problem(rng: Rng, [B, N, H]: Sizes): Problem {
  const weight = () => (rng.sign() * rng.integer(2, 10)) / 10;
  const bias = () => (rng.sign() * (2 * rng.integer(1, 9) + 1)) / 20;
  return { rbm: model(N, H, weight, bias), X: spins(rng, B, N), Z: spins(rng, B, H) };
}

/**
 * Fields of 800 in both directions: W_kl = 200 s_k t_l on the first four hidden units, so that x = +-s gives a = +-800
 * and z = +-t gives visible fields of +-800. The third rows lie across: the same weights cancel and the biases speak.
 */
function saturated(rng: Rng): Problem {
  const s = rng.vector(4, () => rng.sign());
  const t = [1, -1, 1, -1];
  const { W, b, c } = problem(rng, [1, 4, 5]).rbm;
  const weight = (k: number, l: number) => 200 * (s[k] ?? 0) * (t[l] ?? 0);
  const aboutLine = (line: readonly number[]) => [
    [...line],
    line.map((value) => -value),
    line.map((value, i) => (i < 2 ? value : -value)),
  ];
  return {
    rbm: { W: W.map((row, k) => row.map((small, l) => (l < 4 ? weight(k, l) : small))), b, c },
    X: aboutLine(s),
    Z: aboutLine(t).map((z) => [...z, rng.sign()]),
  };
}

function model(N: number, H: number, weight: () => number, bias: () => number): Rbm {
  const vector = (length: number, entry: () => number) => Array.from({ length }, entry);
  return { W: Array.from({ length: N }, () => vector(H, weight)), b: vector(N, bias), c: vector(H, bias) };
}

/** Rows of random units; where a row comes out like the one before it, one of its units is turned over. */
function spins(rng: Rng, rows: number, units: number): number[][] {
  const Z = rng.matrix(rows, units, () => rng.sign());
  return Z.map((z, n) => {
    const turned = String(z) === String(Z[n - 1]) ? rng.integer(0, units - 1) : -1;
    return z.map((value, i) => (i === turned ? -value : value));
  });
}

/**
 * Uniforms for given fields. Every other one (a later one where a field is too large) lies between the right
 * P = sigmoid(2a) and the sigmoid(a) of 0/1 units, hence also between P and 1 - P; the rest lie anywhere. Three decimals,
 * in (0, 1), at least 2e-3 away from P, so that float32 and float64 draw alike.
 */
function tellingUniforms(rng: Rng, fields: readonly (readonly number[])[]): number[][] {
  let count = 0;
  let telling = 0;
  return fields.map((row) =>
    row.map((a) => {
      const [low, high] = [sigmoid(2 * a), sigmoid(a)].sort((p, q) => p - q) as [number, number];
      const tell = high - low > 0.01 && telling <= count / 2;
      count += 1;
      if (tell) telling += 1;
      return tell ? awayFrom(sigmoid(2 * a), rng, low, high) : awayFrom(sigmoid(2 * a), rng, 0.002, 0.998);
    }),
  );
}

/** 1e-4 on either side of P: what is not quite P shows. Beside it float32's noise of some 1e-6 is nothing. */
function closeUniforms(rng: Rng, fields: readonly (readonly number[])[]): number[][] {
  return fields.map((row) =>
    row.map((a) => Math.min(0.9999, Math.max(0, sigmoid(2 * a) + 1e-4 * rng.sign()))),
  );
}

/** A number of three decimals in [low, high], at least 2e-3 away from P. */
function awayFrom(P: number, rng: Rng, low: number, high: number): number {
  const u = rounded(rng.uniform(low, high), 1000);
  return Math.abs(u - P) < 2e-3 || u < low || u > high ? awayFrom(P, rng, low, high) : u;
}

function isClear(...[rbm, X, uHidden, uVisible]: Arguments<"chain">): boolean {
  const fields = hiddenFields(rbm, X);
  return areClear(fields, uHidden) && areClear(visibleFields(rbm, drawn(fields, uHidden)), uVisible);
}

function areClear(fields: readonly (readonly number[])[], u: readonly (readonly number[])[]): boolean {
  return fields.every((row, n) => row.every((a, i) => Math.abs(at(u, n, i) - sigmoid(2 * a)) > 5e-5));
}

/** How many rows the frequencies are counted over. */
const draws = 60;

/** Uniforms of which every interval of length 1/draws holds exactly one, in an order of its own for each unit. */
function evenUniforms(rng: Rng, units: number): number[][] {
  const columns = Array.from({ length: units }, () => rng.permutation(draws));
  return rng.matrix(draws, units, (n, i) => (at(columns, i, n) + rng.uniform(0.01, 0.99)) / draws);
}

/** Even uniforms leave no room for chance: the share of +1 differs from P by less than 1/draws. */
function frequenciesMatch(
  sample: readonly (readonly number[])[],
  fields: readonly (readonly number[])[],
): boolean {
  if (!sample.flat().every((value) => value === 1 || value === -1)) return false;
  return (fields[0] ?? []).every((a, i) => {
    const share = sample.filter((row) => row[i] === 1).length / draws;
    return Math.abs(share - sigmoid(2 * a)) <= 1 / draws;
  });
}

function repeated(rows: readonly number[][], times: number): number[][] {
  return Array.from({ length: times }, () => [...(rows[0] ?? [])]);
}

/** X W + c, row by row. */
function hiddenFields({ W, c }: Rbm, X: readonly (readonly number[])[]): number[][] {
  return X.map((x) => c.map((bias, l) => x.reduce((field, value, k) => field + value * at(W, k, l), bias)));
}

/** Z W' + b, row by row. */
function visibleFields({ W, b }: Rbm, Z: readonly (readonly number[])[]): number[][] {
  return Z.map((z) => b.map((bias, k) => z.reduce((field, value, l) => field + value * at(W, k, l), bias)));
}

function drawn(fields: readonly (readonly number[])[], u: readonly (readonly number[])[]): number[][] {
  return fields.map((row, n) => row.map((a, i) => (at(u, n, i) < sigmoid(2 * a) ? 1 : -1)));
}

function sigmoid(t: number): number {
  return 1 / (1 + Math.exp(-t));
}

/** Mean over the rows of x z', x and z before, less the same after. */
function contrast(X: number[][], Z: number[][], XAfter: number[][], ZAfter: number[][]): Rbm {
  const mean = (term: (n: number) => number) => X.reduce((sum, _, n) => sum + term(n), 0) / X.length;
  const visible = (X[0] ?? []).map((_, k) => k);
  const hidden = (Z[0] ?? []).map((_, l) => l);
  return {
    W: visible.map((k) =>
      hidden.map((l) => mean((n) => at(X, n, k) * at(Z, n, l) - at(XAfter, n, k) * at(ZAfter, n, l))),
    ),
    b: visible.map((k) => mean((n) => at(X, n, k) - at(XAfter, n, k))),
    c: hidden.map((l) => mean((n) => at(Z, n, l) - at(ZAfter, n, l))),
  };
}

/** p + factor * q, parameter by parameter. */
function shifted(p: Rbm, factor: number, q: Rbm): Rbm {
  const add = (left: number[], right: number[]) =>
    left.map((value, i) => value + factor * (right[i] ?? Number.NaN));
  return { W: p.W.map((left, k) => add(left, q.W[k] ?? [])), b: add(p.b, q.b), c: add(p.c, q.c) };
}

/** All 2^n states of n units. */
function states(n: number): number[][] {
  if (n === 0) return [[]];
  return states(n - 1).flatMap((rest) => [
    [-1, ...rest],
    [1, ...rest],
  ]);
}

/** exp(x'Wz + b'x + c'z), literally. */
function jointWeight({ W, b, c }: Rbm, x: readonly number[], z: readonly number[]): number {
  let exponent = 0;
  x.forEach((value, k) => {
    exponent += value * (b[k] ?? Number.NaN);
    z.forEach((unit, l) => (exponent += value * at(W, k, l) * unit));
  });
  z.forEach((unit, l) => (exponent += unit * (c[l] ?? Number.NaN)));
  return Math.exp(exponent);
}

/** sum_z exp(x'Wz + b'x + c'z), term by term. */
function weightOf(rbm: Rbm, x: readonly number[]): number {
  return states(rbm.c.length).reduce((sum, z) => sum + jointWeight(rbm, x, z), 0);
}

/** <z_l> given x, as an average over all hidden states. */
function meanOverStates(rbm: Rbm, x: readonly number[], l: number): number {
  const signed = states(rbm.c.length).reduce((sum, z) => sum + (z[l] ?? 0) * jointWeight(rbm, x, z), 0);
  return signed / weightOf(rbm, x);
}

function normalised(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function sameModel(p: Rbm, q: Rbm): boolean {
  const flat = ({ W, b, c }: Rbm) => [...W.flat(), ...b, ...c];
  const right = flat(q);
  return flat(p).every((value, i) => close(value, right[i] ?? Number.NaN));
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * (1 + Math.abs(b));
}

function rounded(value: number, perUnit: number): number {
  return Math.round(value * perUnit) / perUnit;
}

function at(matrix: readonly (readonly number[])[], n: number, i: number): number {
  return matrix[n]?.[i] ?? Number.NaN;
}
