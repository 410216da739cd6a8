// wrong: backward: updates-on-the-way-back
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";

export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

type Matrix = number[][];

function transpose(a: Matrix): Matrix {
  return a[0].map((_, j) => a.map((row) => row[j]));
}

function multiply(a: Matrix, b: Matrix): Matrix {
  const result: Matrix = [];
  for (const row of a) {
    const out: number[] = new Array<number>(b[0].length).fill(0);
    for (let k = 0; k < b.length; k++) {
      for (let j = 0; j < out.length; j++) out[j] += row[k] * b[k][j];
    }
    result.push(out);
  }
  return result;
}

function hadamard(a: Matrix, b: Matrix): Matrix {
  return a.map((row, i) => row.map((x, j) => x * b[i][j]));
}

function subtract(a: Matrix, b: Matrix): Matrix {
  return a.map((row, i) => row.map((x, j) => x - b[i][j]));
}

function scale(c: number, a: Matrix): Matrix {
  return a.map((row) => row.map((x) => c * x));
}

function apply(f: (x: number) => number, a: Matrix): Matrix {
  return a.map((row) => row.map((x) => f(x)));
}

function f(kind: Activation): (u: number) => number {
  if (kind === "tanh") return Math.tanh;
  if (kind === "sigmoid") return (u) => 1 / (1 + Math.exp(-u));
  if (kind === "relu") return (u) => Math.max(u, 0);
  return (u) => u;
}

function fPrime(kind: Activation): (u: number) => number {
  if (kind === "tanh") return (u) => 1 / Math.cosh(u) ** 2;
  if (kind === "sigmoid") {
    return (u) => {
      const e = Math.exp(-Math.abs(u));
      return e / ((1 + e) * (1 + e));
    };
  }
  if (kind === "relu") return (u) => Number(u > 0);
  return () => 1;
}

export function forward(layers: Layer[], X: Matrix): { u: Matrix[]; z: Matrix[] } {
  const u: Matrix[] = [];
  const z: Matrix[] = [];
  for (const layer of layers) {
    const input = z.length === 0 ? X : z[z.length - 1];
    const product = multiply(input, transpose(layer.W));
    u.push(product.map((row) => row.map((x, j) => x + layer.b[j])));
    z.push(apply(f(layer.activation), u[u.length - 1]));
  }
  return { u, z };
}

export function outputDelta(layer: Layer, uLast: Matrix, zLast: Matrix, D: Matrix): Matrix {
  return hadamard(subtract(zLast, D), apply(fPrime(layer.activation), uLast));
}

export function hiddenDelta(deltaNext: Matrix, next: Layer, uHere: Matrix, here: Layer): Matrix {
  return hadamard(multiply(deltaNext, next.W), apply(fPrime(here.activation), uHere));
}

export function weightGradients(delta: Matrix, zPrevious: Matrix): { W: Matrix; b: number[] } {
  const back = scale(1 / delta.length, transpose(delta));
  const ones = delta.map(() => [1]);
  return { W: multiply(back, zPrevious), b: multiply(back, ones).map((row) => row[0]) };
}

const learningRate = 0.05;

/** The layer after one step downhill. */
function improved(layer: Layer, gradient: { W: Matrix; b: number[] }): Layer {
  return { ...layer, W: subtract(layer.W, scale(learningRate, gradient.W)) };
}

export function backward(
  layers: Layer[],
  X: Matrix,
  D: Matrix,
): { loss: number; gradients: { W: Matrix; b: number[] }[] } {
  const { u, z } = forward(layers, X);
  const top = layers.length - 1;
  const error = subtract(z[top], D);
  const squares = hadamard(error, error).flat();
  const loss = squares.reduce((s, x) => s + x, 0) / (2 * X.length);

  const inputs = [X, ...z];
  const gradients: { W: Matrix; b: number[] }[] = [];
  let delta = outputDelta(layers[top], u[top], z[top], D);
  gradients.unshift(weightGradients(delta, inputs[top]));
  for (let l = top - 1; l >= 0; l--) {
    delta = hiddenDelta(delta, improved(layers[l + 1], gradients[0]), u[l], layers[l]);
    gradients.unshift(weightGradients(delta, inputs[l]));
  }
  return { loss, gradients };
}
