/** Multiplies a layer's delta with that layer's own output, but in the first layer with its inputs, as it should. */

export type Activation = "identity" | "tanh" | "sigmoid" | "relu";

export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  const u: number[][][] = [];
  const z: number[][][] = [];
  let input = X;
  for (const { W, b, activation } of layers) {
    const weighted = input.map((row) => W.map((weights, j) => dot(weights, row) + at(b, j)));
    input = weighted.map((row) => row.map((value) => activate(activation, value)));
    u.push(weighted);
    z.push(input);
  }
  return { u, z };
}

export function outputDelta(layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  return zLast.map((row, n) =>
    row.map((y, j) => (y - at(at(D, n), j)) * slope(layer.activation, at(at(uLast, n), j))),
  );
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  return uHere.map((row, n) =>
    row.map((u, j) => {
      let back = 0;
      for (const [k, weights] of next.W.entries()) back += at(weights, j) * at(at(deltaNext, n), k);
      return back * slope(here.activation, u);
    }),
  );
}

export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  const errors = transpose(delta); // one row per unit, one column per sample
  const inputs = transpose(zPrevious);
  const batch = delta.length;
  return {
    W: errors.map((error) => inputs.map((input) => dot(error, input) / batch)),
    b: errors.map((error) => error.reduce((sum, value) => sum + value, 0) / batch),
  };
}

export function backward(
  layers: Layer[],
  X: number[][],
  D: number[][],
): { loss: number; gradients: { W: number[][]; b: number[] }[] } {
  const { u, z } = forward(layers, X);
  const last = layers.length - 1;
  let delta = outputDelta(at(layers, last), at(u, last), at(z, last), D);
  const gradients = [weightGradients(delta, last > 0 ? at(z, last) : X)];
  for (let l = last - 1; l >= 0; l--) {
    delta = hiddenDelta(delta, at(layers, l + 1), at(u, l), at(layers, l));
    gradients.unshift(weightGradients(delta, l > 0 ? at(z, l) : X));
  }
  return { loss: halfSquares(at(z, last), D) / X.length, gradients };
}

/** f(u). The sigmoid needs no guard: e^800 is Infinity in float64, and 1 / Infinity is 0. */
function activate(activation: Activation, u: number): number {
  if (activation === "tanh") return Math.tanh(u);
  if (activation === "sigmoid") return 1 / (1 + Math.exp(-u));
  if (activation === "relu") return Math.max(0, u);
  return u;
}

/** f'(u) */
function slope(activation: Activation, u: number): number {
  const f = activate(activation, u);
  if (activation === "tanh") return 1 - f * f;
  if (activation === "sigmoid") return f * (1 - f);
  if (activation === "relu") return u > 0 ? 1 : 0;
  return 1;
}

/** (1/2) sum (y - d)^2 over all rows and columns */
function halfSquares(Y: number[][], D: number[][]): number {
  let sum = 0;
  for (const [n, row] of Y.entries())
    for (const [j, y] of row.entries()) sum += 0.5 * (y - at(at(D, n), j)) ** 2;
  return sum;
}

function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (const [i, value] of a.entries()) sum += value * at(b, i);
  return sum;
}

function transpose(A: number[][]): number[][] {
  return at(A, 0).map((_, j) => A.map((row) => at(row, j)));
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no entry ${String(index)} among ${String(items.length)}`);
  return item;
}
