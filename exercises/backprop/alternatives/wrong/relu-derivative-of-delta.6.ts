// wrong: hiddenDelta: relu-derivative-of-delta
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";

export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

const sigmoid = (u: number): number => 1 / (1 + Math.exp(-u));

const functions: Record<Activation, { f: (u: number) => number; df: (u: number) => number }> = {
  identity: { f: (u) => u, df: () => 1 },
  tanh: { f: Math.tanh, df: (u) => 1 - Math.tanh(u) ** 2 },
  sigmoid: { f: sigmoid, df: (u) => sigmoid(u) * (1 - sigmoid(u)) },
  relu: { f: (u) => Math.max(0, u), df: (u) => (u > 0 ? 1 : 0) },
};

const sum = (v: number[]): number => v.reduce((s, x) => s + x, 0);
const mean = (v: number[]): number => sum(v) / v.length;

export const forward = (layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } =>
  layers.reduce<{ u: number[][][]; z: number[][][] }>(
    ({ u, z }, { W, b, activation }) => {
      const input = z.at(-1) ?? X;
      const here = input.map((row) => W.map((w, j) => b[j] + sum(w.map((wi, i) => wi * row[i]))));
      return { u: [...u, here], z: [...z, here.map((row) => row.map(functions[activation].f))] };
    },
    { u: [], z: [] },
  );

export const outputDelta = (
  layer: Layer,
  uLast: number[][],
  zLast: number[][],
  D: number[][],
): number[][] =>
  zLast.map((row, n) => row.map((y, j) => functions[layer.activation].df(uLast[n][j]) * (y - D[n][j])));

export const hiddenDelta = (
  deltaNext: number[][],
  next: Layer,
  uHere: number[][],
  here: Layer,
): number[][] =>
  uHere.map((row, n) =>
    row.map((u, j) => {
      const back = sum(deltaNext[n].map((d, k) => d * next.W[k][j]));
      return functions[here.activation].df(here.activation === "relu" ? back : u) * back;
    }),
  );

export const weightGradients = (
  delta: number[][],
  zPrevious: number[][],
): { W: number[][]; b: number[] } => {
  const units = delta[0].map((_, j) => delta.map((row) => row[j]));
  return {
    W: units.map((unit) => zPrevious[0].map((_, i) => mean(unit.map((d, n) => d * zPrevious[n][i])))),
    b: units.map((unit) => mean(unit)),
  };
};

export const backward = (
  layers: Layer[],
  X: number[][],
  D: number[][],
): { loss: number; gradients: { W: number[][]; b: number[] }[] } => {
  const { u, z } = forward(layers, X);
  const L = layers.length;
  const first = outputDelta(layers[L - 1], u[L - 1], z[L - 1], D);
  const deltas = layers.slice(1).reduceRight<number[][][]>(
    (known, next, i) => [hiddenDelta(known[0], next, u[i], layers[i]), ...known],
    [first],
  );
  return {
    loss: mean(z[L - 1].map((y, n) => sum(y.map((yj, j) => (yj - D[n][j]) ** 2)) / 2)),
    gradients: deltas.map((delta, l) => weightGradients(delta, l === 0 ? X : z[l - 1])),
  };
};
