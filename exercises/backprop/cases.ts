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

type Activation = Starter.Activation;
type Layer = Starter.Layer;
type Matrix = number[][];
type Gradient = ReturnType<typeof Starter.weightGradients>;

/** A multiple of 1/8 near `mean`, never 0: exact in float32, short in print. */
function eighth(rng: Rng, deviation = 1, mean = 0): number {
  return (Math.round(8 * rng.normal(mean, deviation)) || rng.sign()) / 8;
}

function eighths(rng: Rng, rows: number, columns: number, deviation = 1, mean = 0): Matrix {
  return rng.matrix(rows, columns, () => eighth(rng, deviation, mean));
}

function layer(rng: Rng, out: number, inputs: number, activation: Activation, gain = 1.6): Layer {
  const W = eighths(rng, out, inputs, gain / Math.sqrt(inputs));
  return { W, b: rng.vector(out, () => eighth(rng, 0.5)), activation };
}

/** Units per layer, the input first, and what follows each weighted sum. */
interface Architecture {
  readonly sizes: readonly number[];
  readonly activations: readonly Activation[];
  readonly batch: number;
  /** Deviation of a weight times the square root of the number of inputs. */
  readonly gain?: number;
}

/** A net and its inputs, drawn anew until every relu is clearly on or off, and each layer of them has both. */
function drawNet(rng: Rng, { sizes, activations, batch, gain }: Architecture): [layers: Layer[], X: Matrix] {
  for (let draws = 0; draws < 10_000; draws++) {
    const layers = activations.map((activation, l) =>
      layer(rng, item(sizes, l + 1), item(sizes, l), activation, gain),
    );
    const X = eighths(rng, batch, item(sizes, 0), 1, 0.25);
    const { u } = run(layers, X);
    if (layers.every(({ activation }, l) => activation !== "relu" || isMixed(item(u, l)))) return [layers, X];
  }
  throw new RangeError("no net with clear relus was drawn");
}

function isMixed(u: Matrix): boolean {
  const sums = u.flat();
  return (
    sums.every((sum) => Math.abs(sum) > 0.01) && sums.some((sum) => sum > 0) && sums.some((sum) => sum < 0)
  );
}

function drawTask(rng: Rng, architecture: Architecture): [layers: Layer[], X: Matrix, D: Matrix] {
  const [layers, X] = drawNet(rng, architecture);
  return [
    layers,
    X,
    eighths(rng, architecture.batch, item(architecture.sizes, architecture.sizes.length - 1), 1.2),
  ];
}

/** Targets a sixteenth or so from the outputs: beside a loss this small no rounding hides. */
function drawNearTask(rng: Rng, architecture: Architecture): [layers: Layer[], X: Matrix, D: Matrix] {
  const [layers, X] = drawNet(rng, architecture);
  const { z } = run(layers, X);
  const D = item(z, z.length - 1).map((row) => row.map((y) => (Math.round(16 * y) + rng.sign()) / 16));
  return [layers, X, D];
}

/** From one layer to four, square and not, batches that no halving or doubling maps onto each other. */
const architectures: Readonly<Record<string, Architecture>> = {
  "one-layer": { sizes: [2, 3], activations: ["tanh"], batch: 2 },
  "one-layer-square": { sizes: [2, 2], activations: ["identity"], batch: 3 },
  "two-layers-square": { sizes: [2, 2, 2], activations: ["tanh", "identity"], batch: 3 },
  "two-layers": { sizes: [2, 3, 2], activations: ["tanh", "identity"], batch: 3 },
  "two-layers-again": { sizes: [2, 3, 2], activations: ["tanh", "identity"], batch: 3 },
  "sigmoid-output": { sizes: [3, 2, 4], activations: ["tanh", "sigmoid"], batch: 4 },
  "relu-square": { sizes: [3, 3, 3], activations: ["relu", "identity"], batch: 4 },
  "relu-hidden": { sizes: [3, 4, 2], activations: ["relu", "tanh"], batch: 5 },
  "relu-output": { sizes: [2, 3, 2], activations: ["sigmoid", "relu"], batch: 4 },
  "linear-net": { sizes: [4, 2, 3], activations: ["identity", "identity"], batch: 3 },
  "three-layers-square": { sizes: [2, 2, 2, 2], activations: ["tanh", "sigmoid", "identity"], batch: 3 },
  "three-layers": { sizes: [4, 3, 2, 3], activations: ["sigmoid", "relu", "tanh"], batch: 5 },
  "four-layers": { sizes: [3, 2, 4, 3, 2], activations: ["tanh", "relu", "sigmoid", "identity"], batch: 6 },
  "four-layers-square": {
    sizes: [3, 3, 3, 3, 3],
    activations: ["relu", "sigmoid", "tanh", "tanh"],
    batch: 5,
  },
};

/** Stable at any depth: eight layers of every kind. */
const deep: Architecture = {
  sizes: [3, 4, 3, 4, 3, 4, 3, 4, 2],
  activations: ["tanh", "identity", "relu", "tanh", "relu", "tanh", "sigmoid", "identity"],
  batch: 3,
  gain: 1.3,
};

const single: Architecture = { sizes: [3, 2, 2], activations: ["tanh", "sigmoid"], batch: 1 };

const isVisible = (index: number): { visible: boolean } => ({ visible: index < 2 });

/** Biases of +-800 drive two hidden units far into saturation; the third stays where the slope is not 0. */
function saturatedNet(rng: Rng, activation: Activation): [layers: Layer[], X: Matrix] {
  const hidden = { ...layer(rng, 3, 2, activation), b: [800, -800, eighth(rng, 0.3)] };
  return [[hidden, layer(rng, 2, 3, "identity")], eighths(rng, 3, 2)];
}

function saturatedTask(rng: Rng, activation: Activation): [layers: Layer[], X: Matrix, D: Matrix] {
  return [...saturatedNet(rng, activation), eighths(rng, 3, 2)];
}

/** A hidden layer of relus that are all off: every gradient below it is 0, and so is that of the weights above. */
function deadNet(rng: Rng): [layers: Layer[], X: Matrix, D: Matrix] {
  const hidden = { ...layer(rng, 3, 2, "relu"), b: rng.vector(3, () => eighth(rng, 1, -40)) };
  return [
    [layer(rng, 2, 2, "tanh"), hidden, layer(rng, 2, 3, "identity")],
    eighths(rng, 4, 2),
    eighths(rng, 4, 2),
  ];
}

/** Weighted sums in the part of the curve where u, z, f'(u) and f'(z) all differ; both signs. */
function drawSums(rng: Rng, batch: number, units: number): Matrix {
  return rng.matrix(
    batch,
    units,
    (n, j) => (((n + j) % 2 === 0 ? 1 : -1) * Math.ceil(rng.uniform(2, 14))) / 8,
  );
}

/** +-800 beside moderate sums. */
function saturatedSums(rng: Rng): Matrix {
  return [
    [800, eighth(rng), -800],
    [eighth(rng), -800, eighth(rng)],
    [-800, 800, eighth(rng)],
  ];
}

/** Weighted sums of 0, where a relu has no slope of its own and the statement gives it 0. */
function sumsAtZero(rng: Rng): Matrix {
  return rng.matrix(2, 3, (n, j) => (n === j ? 0 : eighth(rng)));
}

type OutputArguments = Parameters<typeof Starter.outputDelta>;

/** zLast is f(uLast) exactly, and the targets are clear of it. */
function outputArguments(rng: Rng, inputs: number, uLast: Matrix, activation: Activation): OutputArguments {
  const zLast = uLast.map((row) => row.map((u) => activate(activation, u)));
  const D = zLast.map((row) =>
    row.map((z) => Math.round(8 * z) / 8 + (rng.sign() * Math.ceil(rng.uniform(1, 10))) / 8),
  );
  return [layer(rng, item(uLast, 0).length, inputs, activation), uLast, zLast, D];
}

interface OutputSizes {
  readonly batch: number;
  readonly out: number;
  readonly inputs: number;
  readonly activation: Activation;
}

const outputs: Readonly<Record<string, OutputSizes>> = {
  tanh: { batch: 2, out: 2, inputs: 3, activation: "tanh" },
  identity: { batch: 2, out: 3, inputs: 2, activation: "identity" },
  sigmoid: { batch: 3, out: 2, inputs: 2, activation: "sigmoid" },
  relu: { batch: 3, out: 2, inputs: 4, activation: "relu" },
  "tanh-again": { batch: 2, out: 2, inputs: 3, activation: "tanh" },
  "tanh-square": { batch: 3, out: 3, inputs: 3, activation: "tanh" },
  "sigmoid-square": { batch: 4, out: 4, inputs: 4, activation: "sigmoid" },
  "relu-square": { batch: 3, out: 3, inputs: 3, activation: "relu" },
  "identity-wide": { batch: 4, out: 5, inputs: 2, activation: "identity" },
  "tanh-wide": { batch: 5, out: 4, inputs: 3, activation: "tanh" },
  "sigmoid-wide": { batch: 3, out: 6, inputs: 2, activation: "sigmoid" },
  "relu-wide": { batch: 6, out: 5, inputs: 3, activation: "relu" },
};

type HiddenArguments = Parameters<typeof Starter.hiddenDelta>;

/** The next layer's activation differs from this one's, so that taking the wrong f' shows. */
function hiddenArguments(
  rng: Rng,
  uHere: Matrix,
  { above, below, activation }: { above: number; below: number; activation: Activation },
): HiddenArguments {
  const units = item(uHere, 0).length;
  const next = layer(rng, above, units, activation === "tanh" ? "sigmoid" : "tanh");
  return [eighths(rng, uHere.length, above, 0.8), next, uHere, layer(rng, units, below, activation)];
}

interface HiddenSizes {
  readonly batch: number;
  readonly units: number;
  readonly above: number;
  readonly below: number;
  readonly activation: Activation;
}

const hiddens: Readonly<Record<string, HiddenSizes>> = {
  "tanh-square": { batch: 2, units: 2, above: 2, below: 3, activation: "tanh" },
  tanh: { batch: 2, units: 2, above: 3, below: 2, activation: "tanh" },
  sigmoid: { batch: 3, units: 3, above: 2, below: 2, activation: "sigmoid" },
  relu: { batch: 3, units: 3, above: 2, below: 4, activation: "relu" },
  identity: { batch: 3, units: 2, above: 3, below: 2, activation: "identity" },
  "tanh-again": { batch: 2, units: 2, above: 3, below: 2, activation: "tanh" },
  "sigmoid-square": { batch: 3, units: 3, above: 3, below: 3, activation: "sigmoid" },
  "relu-square": { batch: 4, units: 3, above: 3, below: 2, activation: "relu" },
  "identity-square": { batch: 3, units: 2, above: 2, below: 2, activation: "identity" },
  "tanh-narrow": { batch: 4, units: 2, above: 5, below: 3, activation: "tanh" },
  "sigmoid-wide": { batch: 5, units: 6, above: 3, below: 2, activation: "sigmoid" },
  "relu-wide": { batch: 5, units: 4, above: 6, below: 3, activation: "relu" },
};

type GradientArguments = Parameters<typeof Starter.weightGradients>;

/** No column of delta averages to nearly 0, so that a forgotten bias shows. */
function gradientArguments(rng: Rng, batch: number, out: number, inputs: number): GradientArguments {
  const lean = rng.vector(out, () => 0.75 * rng.sign());
  const delta = rng.matrix(batch, out, (_, j) => eighth(rng, 0.5, item(lean, j)));
  return [delta, eighths(rng, batch, inputs, 0.8, 0.25)];
}

const gradientSizes = [
  [2, 2, 3],
  [3, 2, 2],
  [3, 3, 2],
  [2, 2, 3],
  [4, 2, 5],
  [3, 3, 3],
  [5, 4, 2],
  [4, 4, 4],
  [6, 3, 5],
  [5, 2, 7],
  [8, 5, 4],
  [7, 6, 6],
] as const;

export const cases = defineCases<typeof Starter>({
  forward: [
    ...Object.entries(architectures).map(([id, architecture], i) =>
      valueCase(id, (rng) => drawNet(rng, architecture), isVisible(i)),
    ),
    stabilityCase("saturated-tanh", (rng) => saturatedNet(rng, "tanh")),
    stabilityCase("saturated-sigmoid", (rng) => saturatedNet(rng, "sigmoid")),
    stabilityCase("depth-8", (rng) => drawNet(rng, deep)),
  ],
  outputDelta: [
    ...Object.entries(outputs).map(([id, { batch, out, inputs, activation }], i) =>
      valueCase(
        id,
        (rng) => outputArguments(rng, inputs, drawSums(rng, batch, out), activation),
        isVisible(i),
      ),
    ),
    stabilityCase("saturated-tanh", (rng) => outputArguments(rng, 2, saturatedSums(rng), "tanh")),
    stabilityCase("saturated-sigmoid", (rng) => outputArguments(rng, 2, saturatedSums(rng), "sigmoid")),
    stabilityCase("relu-at-0", (rng) => outputArguments(rng, 2, sumsAtZero(rng), "relu")),
  ],
  hiddenDelta: [
    ...Object.entries(hiddens).map(([id, { batch, units, ...rest }], i) =>
      valueCase(id, (rng) => hiddenArguments(rng, drawSums(rng, batch, units), rest), isVisible(i)),
    ),
    stabilityCase("saturated-tanh", (rng) =>
      hiddenArguments(rng, saturatedSums(rng), { above: 2, below: 2, activation: "tanh" }),
    ),
    stabilityCase("saturated-sigmoid", (rng) =>
      hiddenArguments(rng, saturatedSums(rng), { above: 2, below: 2, activation: "sigmoid" }),
    ),
    stabilityCase("relu-at-0", (rng) =>
      hiddenArguments(rng, sumsAtZero(rng), { above: 2, below: 2, activation: "relu" }),
    ),
  ],
  weightGradients: [
    ...gradientSizes.map(([batch, out, inputs], i) =>
      valueCase(
        `${String(batch)}-rows-${String(inputs)}-to-${String(out)}${i === 3 ? "-again" : ""}`,
        (rng) => gradientArguments(rng, batch, out, inputs),
        isVisible(i),
      ),
    ),
    stabilityCase("one-row", (rng) => gradientArguments(rng, 1, 3, 2)),
  ],
  backward: [
    ...Object.entries(architectures).map(([id, architecture], i) =>
      valueCase(id, (rng) => drawTask(rng, architecture), isVisible(i)),
    ),
    valueCase("near-the-targets", (rng) =>
      drawNearTask(rng, { sizes: [3, 2, 3], activations: ["tanh", "identity"], batch: 3 }),
    ),
    stabilityCase("saturated-tanh", (rng) => saturatedTask(rng, "tanh")),
    stabilityCase("saturated-sigmoid", (rng) => saturatedTask(rng, "sigmoid")),
    stabilityCase("depth-8", (rng) => drawTask(rng, deep)),
    stabilityCase("one-row", (rng) => drawTask(rng, single)),
    stabilityCase("all-relus-off", (rng) => deadNet(rng)),
  ],
});

export const relations = defineRelations<typeof Starter>([
  {
    // a loss and a delta that carry the same factor, say: the gradients follow from the loss that the student chose
    kind: "gradient-of",
    function: "backward",
    uses: ["forward", "outputDelta", "weightGradients"],
    cases: [
      "one-layer",
      "one-layer-square",
      "two-layers-square",
      "two-layers",
      "sigmoid-output",
      "three-layers-square",
    ],
    objective: ownLoss,
    parts: (layers) =>
      layers.flatMap((_, l) =>
        (["W", "b"] as const).map((name) => ({ output: ["gradients", l, name], argument: [0, l, name] })),
      ),
  },
]);

export const given = defineGiven<typeof Starter>({
  backward: { uses: ["forward", "outputDelta", "hiddenDelta", "weightGradients"], expected: composed },
});

/** Layers fit together, every relu is clearly on or off, and zLast is f(uLast). */
export const domain = defineDomain<typeof Starter>({
  forward: (layers, X) => (fits(layers, X) ? [layers, X] : null),
  backward: (layers, X, D) => {
    const outputs = layers.at(-1)?.b.length;
    return fits(layers, X) && D.every((row) => row.length === outputs) ? [layers, X, D] : null;
  },
  outputDelta: (last, uLast, _zLast, D) => [
    last,
    uLast,
    uLast.map((row) => row.map((u) => activate(last.activation, u))),
    D,
  ],
});

function fits(layers: readonly Layer[], X: Matrix): boolean {
  let inputs = X[0]?.length;
  for (const { W, b } of layers) {
    if (W.length !== b.length || W.some((weights) => weights.length !== inputs)) return false;
    inputs = b.length;
  }
  const { u } = run(layers, X);
  return layers.every(
    ({ activation }, l) =>
      activation !== "relu" ||
      item(u, l)
        .flat()
        .every((sum) => Math.abs(sum) > 0.01),
  );
}

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "row-by-row",
    kind: "invariant",
    function: "forward",
    holds: async (student, rng) => {
      const [layers, X] = drawNet(rng, { sizes: [2, 3, 2], activations: ["sigmoid", "tanh"], batch: 3 });
      const together = await student.forward(layers, X);
      const alone = await Promise.all(X.map((row) => student.forward(layers, [row])));
      return layers.every(
        (_, l) =>
          close(
            rowsAt(together.u, l),
            alone.flatMap(({ u }) => rowsAt(u, l)),
          ) &&
          close(
            rowsAt(together.z, l),
            alone.flatMap(({ z }) => rowsAt(z, l)),
          ),
      );
    },
  },
  {
    id: "zero-on-target",
    kind: "invariant",
    function: "outputDelta",
    holds: async (student, rng) => {
      const [last, uLast, zLast] = outputArguments(rng, 2, drawSums(rng, 3, 2), "sigmoid");
      const delta = await student.outputDelta(last, uLast, zLast, zLast);
      return delta.flat().every((value) => Math.abs(value) <= 1e-9);
    },
  },
  {
    id: "linear-in-error",
    kind: "invariant",
    function: "hiddenDelta",
    holds: async (student, rng) => {
      const [first, next, uHere, here] = hiddenArguments(rng, drawSums(rng, 4, 3), {
        above: 2,
        below: 2,
        activation: "relu",
      });
      const second = eighths(rng, 4, 2);
      const [left, right, both] = await Promise.all(
        [first, second, plus(first, second)].map((delta) => student.hiddenDelta(delta, next, uHere, here)),
      );
      return (
        left !== undefined && right !== undefined && both !== undefined && close(both, plus(left, right))
      );
    },
  },
  {
    id: "mean-of-halves",
    kind: "invariant",
    function: "weightGradients",
    holds: async (student, rng) => {
      const [delta, z] = gradientArguments(rng, 6, 2, 3);
      const [whole, first, second] = await Promise.all([
        student.weightGradients(delta, z),
        student.weightGradients(delta.slice(0, 3), z.slice(0, 3)),
        student.weightGradients(delta.slice(3), z.slice(3)),
      ]);
      const halves = plus([...first.W, first.b], [...second.W, second.b]);
      return close([...whole.W, whole.b], scaled(halves, 0.5));
    },
  },
  {
    id: "order-of-rows",
    kind: "invariant",
    function: "backward",
    holds: async (student, rng) => {
      const [layers, X, D] = drawTask(rng, { sizes: [2, 3, 2], activations: ["tanh", "identity"], batch: 5 });
      const order = rng.permutation(X.length);
      const reorder = (rows: Matrix): Matrix => order.map((n) => item(rows, n));
      const [before, after] = await Promise.all([
        student.backward(layers, X, D),
        student.backward(layers, reorder(X), reorder(D)),
      ]);
      return close([[before.loss]], [[after.loss]]) && close(flat(before.gradients), flat(after.gradients));
    },
  },
  {
    id: "small-step-descends",
    kind: "invariant",
    function: "backward",
    holds: async (student, rng) => {
      const [layers, X, D] = drawTask(rng, { sizes: [2, 3, 2], activations: ["tanh", "identity"], batch: 4 });
      const { loss, gradients } = await student.backward(layers, X, D);
      const { loss: after } = await student.backward(stepped(layers, gradients, 1e-3), X, D);
      return after < loss;
    },
  },
]);

type BackwardArguments = Parameters<typeof Starter.backward>;

/** What `backward` must return, put together from the student's own four functions. */
async function composed(
  student: Student<typeof Starter>,
  ...[layers, X, D]: Readonly<BackwardArguments>
): Promise<ReturnType<typeof Starter.backward>> {
  const { u, z } = await student.forward(layers, X);
  const last = layers.length - 1;
  const gradients: Gradient[] = [];
  let delta = await student.outputDelta(item(layers, last), rowsAt(u, last), rowsAt(z, last), D);
  for (let l = last; l >= 0; l--) {
    gradients.unshift(await student.weightGradients(delta, l > 0 ? rowsAt(z, l - 1) : X));
    if (l > 0)
      delta = await student.hiddenDelta(delta, item(layers, l), rowsAt(u, l - 1), item(layers, l - 1));
  }
  return { loss: meanHalfSquare(rowsAt(z, last), D), gradients };
}

/**
 * The student's own loss, if it is a fixed multiple of the squared error of their own forward pass (seen by asking for it
 * at a second set of targets), and NaN otherwise: a constant loss would have the gradient 0.
 */
async function ownLoss(
  student: Student<typeof Starter>,
  ...[layers, X, D]: Readonly<BackwardArguments>
): Promise<number> {
  const elsewhere = D.map((row, n) => row.map((d, j) => d + (1 + n + 2 * j) / 8));
  const [{ z }, here, there] = await Promise.all([
    student.forward(layers, X),
    student.backward(layers, X, D),
    student.backward(layers, X, elsewhere),
  ]);
  const Y = rowsAt(z, z.length - 1);
  const factor = here.loss / meanHalfSquare(Y, D);
  const same = Math.abs(there.loss / meanHalfSquare(Y, elsewhere) - factor) <= 1e-6 * factor;
  return factor > 0 && same ? here.loss : Number.NaN;
}

function stepped(layers: readonly Layer[], gradients: readonly Gradient[], rate: number): Layer[] {
  return layers.map(({ W, b, activation }, l) => {
    const gradient = gradients[l] ?? { W: [], b: [] };
    const [moved = []] = plus([b], scaled([gradient.b], -rate));
    return { W: plus(W, scaled(gradient.W, -rate)), b: moved, activation };
  });
}

/** A forward pass for drawing nets; students are compared with the reference, not with this. */
function run(layers: readonly Layer[], X: Matrix): { u: Matrix[]; z: Matrix[] } {
  const u: Matrix[] = [];
  const z: Matrix[] = [];
  for (const [l, { W, b, activation }] of layers.entries()) {
    const input = l > 0 ? item(z, l - 1) : X;
    const sums = input.map((row) =>
      W.map((weights, j) => weights.reduce((sum, w, i) => sum + w * item(row, i), item(b, j))),
    );
    u.push(sums);
    z.push(sums.map((row) => row.map((sum) => activate(activation, sum))));
  }
  return { u, z };
}

function activate(activation: Activation, u: number): number {
  const values = { identity: u, tanh: Math.tanh(u), sigmoid: 1 / (1 + Math.exp(-u)), relu: Math.max(0, u) };
  return values[activation];
}

/** mean_n (1/2) sum_j (y_nj - d_nj)^2 */
function meanHalfSquare(Y: Matrix, D: Matrix): number {
  return (
    plus(Y, scaled(D, -1))
      .flat()
      .reduce((sum, error) => sum + error ** 2 / 2, 0) / Y.length
  );
}

function flat(gradients: readonly Gradient[]): Matrix {
  return gradients.flatMap(({ W, b }) => [...W, b]);
}

function plus(A: Matrix, B: Matrix): Matrix {
  return A.map((row, i) => row.map((value, j) => value + (B[i]?.[j] ?? Number.NaN)));
}

function scaled(A: Matrix, factor: number): Matrix {
  return A.map((row) => row.map((value) => factor * value));
}

function close(A: Matrix, B: Matrix): boolean {
  const apart = plus(A, scaled(B, -1));
  const near = (row: number[], i: number): boolean =>
    row.every((difference, j) => Math.abs(difference) <= 1e-9 * (1 + Math.abs(A[i]?.[j] ?? 0)));
  return A.length === B.length && apart.every(near);
}

/** A student's matrix for layer l; no rows if there is none, so that whatever is built on it does not hold. */
function rowsAt(list: readonly Matrix[], l: number): Matrix {
  return list[l] ?? [];
}

/** An entry that the author's own code put there. */
function item<T>(items: readonly T[], index: number): T {
  const found = items[index];
  if (found === undefined) throw new RangeError(`there is no entry ${String(index)}`);
  return found;
}
