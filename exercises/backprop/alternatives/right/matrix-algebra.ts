/** Matrix by matrix: products, transposes and Hadamard products, all as arrow functions. */
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";
export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

type Matrix = number[][];

const transpose = (A: Matrix): Matrix => A[0]!.map((_, j) => A.map((row) => row[j]!));
const product = (A: Matrix, B: Matrix): Matrix => {
  const columns = transpose(B);
  return A.map((row) => columns.map((column) => row.reduce((sum, a, k) => sum + a * column[k]!, 0)));
};
const combine = (f: (a: number, b: number) => number, A: Matrix, B: Matrix): Matrix =>
  A.map((row, i) => row.map((a, j) => f(a, B[i]![j]!)));
const apply = (f: (a: number) => number, A: Matrix): Matrix => A.map((row) => row.map((a) => f(a)));

const logistic = (u: number): number => 1 / (1 + Math.exp(-u));
const functions: Record<Activation, { f: (u: number) => number; slope: (u: number) => number }> = {
  identity: { f: (u) => u, slope: () => 1 },
  tanh: { f: Math.tanh, slope: (u) => 1 - Math.tanh(u) ** 2 },
  sigmoid: { f: logistic, slope: (u) => logistic(u) * logistic(-u) },
  relu: { f: (u) => (u > 0 ? u : 0), slope: (u) => Number(u > 0) },
};

export const forward = (layers: Layer[], X: Matrix): { u: Matrix[]; z: Matrix[] } =>
  layers.reduce<{ u: Matrix[]; z: Matrix[] }>(
    ({ u, z }, { W, b, activation }, l) => {
      const sums = product(l === 0 ? X : z[l - 1]!, transpose(W)).map((row) => row.map((s, j) => s + b[j]!));
      return { u: [...u, sums], z: [...z, apply(functions[activation].f, sums)] };
    },
    { u: [], z: [] },
  );

export const outputDelta = (layer: Layer, uLast: Matrix, zLast: Matrix, D: Matrix): Matrix =>
  combine((a, b) => a * b, combine((y, d) => y - d, zLast, D), apply(functions[layer.activation].slope, uLast));

export const hiddenDelta = (deltaNext: Matrix, next: Layer, uHere: Matrix, here: Layer): Matrix =>
  combine((a, b) => a * b, product(deltaNext, next.W), apply(functions[here.activation].slope, uHere));

export const weightGradients = (delta: Matrix, zPrevious: Matrix): { W: Matrix; b: number[] } => ({
  W: apply((sum) => sum / delta.length, product(transpose(delta), zPrevious)),
  b: transpose(delta).map((column) => column.reduce((a, b) => a + b) / column.length),
});

export const backward = (layers: Layer[], X: Matrix, D: Matrix): { loss: number; gradients: { W: Matrix; b: number[] }[] } => {
  const { u, z } = forward(layers, X);
  const inputs = [X, ...z];
  const deltas = layers.reduceRight<Matrix[]>(
    (later, layer, l) => [
      later.length === 0
        ? outputDelta(layer, u[l]!, z[l]!, D)
        : hiddenDelta(later[0]!, layers[l + 1]!, u[l]!, layer),
      ...later,
    ],
    [],
  );
  const squares = combine((y, d) => (y - d) ** 2, z.at(-1)!, D).flat();
  return {
    loss: squares.reduce((a, b) => a + b, 0) / (2 * X.length),
    gradients: deltas.map((delta, l) => weightGradients(delta, inputs[l]!)),
  };
};
