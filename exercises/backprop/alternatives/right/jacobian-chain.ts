/** Per sample, the Jacobian of each layer's u by the u before it; deltas are row vectors multiplied through the chain. */
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";
export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

type Matrix = number[][];

const f = (activation: Activation = "identity", u = 0): number => {
  if (activation === "relu") return u * +(u > 0);
  if (activation === "tanh") return Math.tanh(u);
  return activation === "sigmoid" ? 1 / (1 + Math.exp(-u)) : u;
};

/** diag f'(u), as a matrix */
function slopeMatrix(activation: Activation, u: number[]): Matrix {
  return u.map((value, j) =>
    u.map((_, i) => {
      if (i !== j) return 0;
      const z = f(activation, value);
      return { identity: 1, relu: value > 0 ? 1 : 0, tanh: (1 + z) * (1 - z), sigmoid: z * (1 - z) }[activation];
    }),
  );
}

function times(A: Matrix, B: Matrix): Matrix {
  return A.map((row) => B[0]!.map((_, j) => row.reduce((sum, a, k) => sum + a * B[k]![j]!, 0)));
}

/** dE_n/du of every layer, from the last to the first */
function chain(layers: Layer[], us: number[][], d: number[]): number[][] {
  const last = layers.length - 1;
  const { activation } = layers[last]!;
  const start = us[last]!.map((u, j) => f(activation, u) - d[j]!);
  const deltas = [times([start], slopeMatrix(activation, us[last]!))[0]!];
  for (let l = last; l > 0; l--) {
    const jacobian = times(layers[l]!.W, slopeMatrix(layers[l - 1]!.activation, us[l - 1]!)); // du^l / du^{l-1}
    deltas.push(times([deltas.at(-1)!], jacobian)[0]!);
  }
  return deltas;
}

function forward(layers: Layer[], X: Matrix): { u: Matrix[]; z: Matrix[] } {
  const u: Matrix[] = [];
  const z: Matrix[] = [];
  for (const { W, b, activation } of layers) {
    u.push((z.at(-1) ?? X).map((row) => W.map((weights, j) => b[j]! + times([weights], row.map((value) => [value]))[0]![0]!)));
    z.push(u.at(-1)!.map((row) => row.map((value) => f(activation, value))));
  }
  return { u, z };
}

function outputDelta(layer: Layer, uLast: Matrix, _zLast: Matrix, D: Matrix): Matrix {
  return uLast.map((u, n) => chain([layer], [u], D[n]!)[0]!);
}

function hiddenDelta(deltaNext: Matrix, next: Layer, uHere: Matrix, here: Layer): Matrix {
  return deltaNext.map((delta, n) => times([delta], times(next.W, slopeMatrix(here.activation, uHere[n]!)))[0]!);
}

function weightGradients(delta: Matrix, zPrevious: Matrix): { W: Matrix; b: number[] } {
  const outer = delta.map((row, n) => row.map((error) => [1, ...zPrevious[n]!].map((value) => error * value)));
  const mean = outer[0]!.map((row, j) => row.map((_, i) => outer.reduce((sum, one) => sum + one[j]![i]!, 0) / outer.length));
  return { W: mean.map((row) => row.slice(1)), b: mean.map((row) => row[0]!) };
}

function backward(layers: Layer[], X: Matrix, D: Matrix) {
  const { u, z } = forward(layers, X);
  const deltas = X.map((_, n) => chain(layers, u.map((rows) => rows[n]!), D[n]!).reverse());
  const squares = z.at(-1)!.map((row, n) => row.reduce((sum, y, j) => sum + (y - D[n]![j]!) ** 2, 0));
  const gradients = layers.map((_, l) => weightGradients(deltas.map((one) => one[l]!), l === 0 ? X : z[l - 1]!));
  return { loss: squares.reduce((sum, square) => sum + square / (2 * X.length), 0), gradients };
}

export { backward, forward, hiddenDelta, outputDelta, weightGradients };
