/** The net as a list with a head and a tail: the way back is the way in which the recursion returns. */
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";
export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

type Gradient = { W: number[][]; b: number[] };

const sum = (values: number[]): number => (values.length === 0 ? 0 : values[0]! + sum(values.slice(1)));
const times = (a: number[], b: number[]): number[] => a.map((value, i) => value * b[i]!);

function f(activation: Activation, u: number): number {
  return { identity: u, tanh: Math.tanh(u), sigmoid: 1 / (1 + Math.exp(-u)), relu: Math.max(u, 0) }[activation];
}

function df(activation: Activation, u: number): number {
  const value = f(activation, u);
  return { identity: 1, tanh: 1 - value * value, sigmoid: value * (1 - value), relu: u > 0 ? 1 : 0 }[activation];
}

function sumsOf({ W, b }: Layer, input: number[][]): number[][] {
  return input.map((row) => W.map((weights, j) => sum(times(weights, row)) + b[j]!));
}

export function forward([layer, ...rest]: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  if (!layer) return { u: [], z: [] };
  const u = sumsOf(layer, X);
  const z = u.map((row) => row.map((value) => f(layer.activation, value)));
  const above = forward(rest, z);
  return { u: [u, ...above.u], z: [z, ...above.z] };
}

export function outputDelta(layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  if (zLast.length === 0) return [];
  const [u, ...us] = uLast;
  const [z, ...zs] = zLast;
  const [d, ...ds] = D;
  const first = z!.map((y, j) => (y - d![j]!) * df(layer.activation, u![j]!));
  return [first, ...outputDelta(layer, us, zs, ds)];
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  return uHere.map((row, n) =>
    row.map((u, j) => df(here.activation, u) * sum(times(next.W.map((weights) => weights[j]!), deltaNext[n]!))),
  );
}

export function weightGradients(delta: number[][], zPrevious: number[][]): Gradient {
  const mean = (values: number[]): number => sum(values) / values.length;
  const errors = delta[0]!.map((_, j) => delta.map((row) => row[j]!));
  return {
    W: errors.map((error) => zPrevious[0]!.map((_, i) => mean(times(error, zPrevious.map((row) => row[i]!))))),
    b: errors.map(mean),
  };
}

export function backward(layers: Layer[], X: number[][], D: number[][]): { loss: number; gradients: Gradient[] } {
  const { loss, gradients } = descend(layers, X, D);
  return { loss, gradients };
}

/** Loss and gradients of the layers from here on, and the delta of the first of them. */
function descend([layer, ...rest]: Layer[], input: number[][], D: number[][]): { loss: number; gradients: Gradient[]; delta: number[][] } {
  const u = sumsOf(layer!, input);
  const z = u.map((row) => row.map((value) => f(layer!.activation, value)));
  const above = rest.length > 0 ? descend(rest, z, D) : null;
  const delta = above ? hiddenDelta(above.delta, rest[0]!, u, layer!) : outputDelta(layer!, u, z, D);
  const squares = z.map((row, n) => sum(row.map((y, j) => (y - (D[n]![j] ?? 0)) ** 2)));
  return {
    loss: above ? above.loss : sum(squares) / (2 * squares.length),
    gradients: [weightGradients(delta, input), ...(above?.gradients ?? [])],
    delta,
  };
}
