/** Slopes in closed form: sech^2 u, 1 / (2 + 2 cosh u), a step; deltas and gradients as sums over index pairs. */
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";
export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

type Matrix = number[][];
type Slope = (u: number) => number;

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
const sigma = (count: number, term: (index: number) => number): number =>
  range(count).reduce((sum, index) => sum + term(index), 0);
const fill = (rows: number, columns: number, entry: (row: number, column: number) => number): Matrix =>
  range(rows).map((row) => range(columns).map((column) => entry(row, column)));

const value: Record<Activation, Slope> = {
  identity: (u) => u,
  tanh: (u) => (Math.abs(u) > 20 ? Math.sign(u) : -Math.expm1(-2 * u) / (1 + Math.exp(-2 * u))),
  sigmoid: (u) => (u < 0 ? 1 - 1 / (1 + Math.exp(u)) : 1 / (1 + Math.exp(-u))),
  relu: (u) => (u + Math.abs(u)) / 2,
};
const slope: Record<Activation, Slope> = {
  identity: () => 1,
  tanh: (u) => Math.cosh(u) ** -2,
  sigmoid: (u) => 1 / (2 + 2 * Math.cosh(u)),
  relu: (u) => Math.max(0, Math.sign(u)),
};

export function backward(layers: Layer[], X: Matrix, D: Matrix, { u, z } = forward(layers, X)) {
  const Y = z[z.length - 1]!;
  const deltas: Matrix[] = [];
  deltas[layers.length - 1] = outputDelta(layers.at(-1)!, u.at(-1)!, Y, D);
  for (const l of range(layers.length - 1).reverse())
    deltas[l] = hiddenDelta(deltas[l + 1]!, layers[l + 1]!, u[l]!, layers[l]!);
  const loss = sigma(X.length, (n) => sigma(D[n]!.length, (j) => 0.5 * (Y[n]![j]! - D[n]![j]!) ** 2));
  return { loss: loss / X.length, gradients: deltas.map((delta, l) => weightGradients(delta, l > 0 ? z[l - 1]! : X)) };
}

export function weightGradients(delta: Matrix, zPrevious: Matrix, batch = delta.length): { W: Matrix; b: number[] } {
  return {
    W: fill(delta[0]!.length, zPrevious[0]!.length, (j, i) => sigma(batch, (n) => delta[n]![j]! * zPrevious[n]![i]!) / batch),
    b: range(delta[0]!.length).map((j) => sigma(batch, (n) => delta[n]![j]!) / batch),
  };
}

export function hiddenDelta(deltaNext: Matrix, { W }: Layer, uHere: Matrix, { activation }: Layer): Matrix {
  return fill(
    uHere.length,
    uHere[0]!.length,
    (n, j) => slope[activation](uHere[n]![j]!) * sigma(W.length, (k) => W[k]![j]! * deltaNext[n]![k]!),
  );
}

export function outputDelta({ activation }: Layer, uLast: Matrix, zLast: Matrix, D: Matrix): Matrix {
  return fill(D.length, D[0]!.length, (n, j) => slope[activation](uLast[n]![j]!) * (zLast[n]![j]! - D[n]![j]!));
}

export function forward(layers: Layer[], X: Matrix): { u: Matrix[]; z: Matrix[] } {
  const u: Matrix[] = [];
  const z: Matrix[] = [];
  layers.forEach(({ W, b, activation }, l) => {
    const input = l > 0 ? z[l - 1]! : X;
    u[l] = fill(X.length, b.length, (n, j) => b[j]! + sigma(input[n]!.length, (i) => W[j]![i]! * input[n]![i]!));
    z[l] = u[l]!.map((row) => row.map(value[activation]));
  });
  return { u, z };
}
