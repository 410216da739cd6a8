/** Flat Float64Array inside, nested arrays only at the border. */
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";
export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

class Block {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;

  constructor(rows: number, columns: number) {
    this.rows = rows;
    this.columns = columns;
    this.data = new Float64Array(rows * columns);
  }

  static from(nested: number[][]): Block {
    const block = new Block(nested.length, nested[0]!.length);
    nested.forEach((row, i) => block.data.set(row, i * block.columns));
    return block;
  }

  get nested(): number[][] {
    return Array.from({ length: this.rows }, (_, i) =>
      Array.from(this.data.subarray(i * this.columns, (i + 1) * this.columns)),
    );
  }
}

/** C[i][j] = sum_k a(i, k) b(k, j), with the strides of both factors free: transposes cost nothing. */
function multiply(a: Block, b: Block, transposed: { a?: boolean; b?: boolean } = {}): Block {
  const [rows, inner] = transposed.a ? [a.columns, a.rows] : [a.rows, a.columns];
  const columns = transposed.b ? b.rows : b.columns;
  const [aRow, aStep] = transposed.a ? [1, a.columns] : [a.columns, 1];
  const [bStep, bColumn] = transposed.b ? [1, b.columns] : [b.columns, 1];
  const c = new Block(rows, columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += a.data[i * aRow + k * aStep]! * b.data[k * bStep + j * bColumn]!;
      c.data[i * columns + j] = sum;
    }
  return c;
}

function activate(kind: Activation, u: number): number {
  if (kind === "relu") return u > 0 ? u : 0;
  if (kind === "sigmoid") return 0.5 + 0.5 * Math.tanh(0.5 * u);
  return kind === "tanh" ? Math.tanh(u) : u;
}

function slope(kind: Activation, u: number): number {
  if (kind === "identity") return 1;
  if (kind === "relu") return u > 0 ? 1 : 0;
  const t = Math.tanh(kind === "tanh" ? u : u / 2);
  return (1 - t * t) / (kind === "tanh" ? 1 : 4);
}

export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  const u: number[][][] = [];
  const z: number[][][] = [];
  let input = Block.from(X);
  for (const { W, b, activation } of layers) {
    const sums = multiply(input, Block.from(W), { b: true });
    for (let at = 0; at < sums.data.length; at++) sums.data[at]! += b[at % sums.columns]!;
    u.push(sums.nested);
    input = new Block(sums.rows, sums.columns);
    input.data.set(sums.data.map((value) => activate(activation, value)));
    z.push(input.nested);
  }
  return { u, z };
}

export function outputDelta(layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  const delta = Block.from(zLast);
  const u = Block.from(uLast);
  const d = Block.from(D);
  for (let at = 0; at < delta.data.length; at++)
    delta.data[at] = (delta.data[at]! - d.data[at]!) * slope(layer.activation, u.data[at]!);
  return delta.nested;
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  const delta = multiply(Block.from(deltaNext), Block.from(next.W));
  const u = Block.from(uHere);
  for (let at = 0; at < delta.data.length; at++) delta.data[at]! *= slope(here.activation, u.data[at]!);
  return delta.nested;
}

export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  const errors = Block.from(delta);
  const ones = new Block(errors.rows, 1);
  ones.data.fill(1 / errors.rows);
  const inputs = Block.from(zPrevious.map((row) => row.map((value) => value / errors.rows)));
  return {
    W: multiply(errors, inputs, { a: true }).nested,
    b: Array.from(multiply(errors, ones, { a: true }).data),
  };
}

export function backward(layers: Layer[], X: number[][], D: number[][]) {
  const { u, z } = forward(layers, X);
  const top = layers.length - 1;
  const residual = Block.from(z[top]!).data.map((y, at) => y - D[Math.floor(at / D[0]!.length)]![at % D[0]!.length]!);
  let squares = 0;
  for (const value of residual) squares += value * value;
  const gradients = new Array<{ W: number[][]; b: number[] }>(layers.length);
  let delta = outputDelta(layers[top]!, u[top]!, z[top]!, D);
  for (let l = top; ; l--) {
    gradients[l] = weightGradients(delta, l > 0 ? z[l - 1]! : X);
    if (l === 0) break;
    delta = hiddenDelta(delta, layers[l]!, u[l - 1]!, layers[l - 1]!);
  }
  return { loss: squares / (2 * X.length), gradients };
}
