// wrong: forward, hiddenDelta: transposed-weights
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";

export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

class Unit {
  readonly activation: Activation;
  constructor(activation: Activation) {
    this.activation = activation;
  }
  output(u: number): number {
    if (this.activation === "tanh") return Math.tanh(u);
    if (this.activation === "sigmoid") return 1 / (1 + Math.exp(-u));
    if (this.activation === "relu") return Math.max(u, 0);
    return u;
  }
  slope(u: number): number {
    const z = this.output(u);
    if (this.activation === "tanh") return 1 - z ** 2;
    if (this.activation === "sigmoid") return z - z ** 2;
    if (this.activation === "relu") return z > 0 ? 1 : 0;
    return 1;
  }
}

class Dense {
  readonly layer: Layer;
  readonly unit: Unit;
  constructor(layer: Layer) {
    this.layer = layer;
    this.unit = new Unit(layer.activation);
  }
  sums(input: number[]): number[] {
    const u = this.layer.b.slice();
    for (const [i, weights] of this.layer.W.entries()) {
      for (const [j, w] of weights.entries()) u[j] += w * input[i];
    }
    return u;
  }
  sendBack(delta: number[]): number[] {
    return this.layer.W.map((weights) => weights.reduce((sum, w, k) => sum + w * delta[k], 0));
  }
}

export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  const result: { u: number[][][]; z: number[][][] } = { u: [], z: [] };
  let flow = X;
  for (const dense of layers.map((layer) => new Dense(layer))) {
    const sums = flow.map((row) => dense.sums(row));
    flow = sums.map((row) => row.map((s) => dense.unit.output(s)));
    result.u.push(sums);
    result.z.push(flow);
  }
  return result;
}

export function outputDelta(layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  const unit = new Unit(layer.activation);
  const delta = zLast.map((row) => row.slice());
  for (const [n, row] of delta.entries()) {
    for (const j of row.keys()) {
      row[j] -= D[n][j];
      row[j] *= unit.slope(uLast[n][j]);
    }
  }
  return delta;
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  const above = new Dense(next);
  const unit = new Unit(here.activation);
  return deltaNext.map((d, n) => {
    const back = above.sendBack(d);
    return back.map((value, j) => value * unit.slope(uHere[n][j]));
  });
}

export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  const W = delta[0].map(() => zPrevious[0].map(() => 0));
  const b = delta[0].map(() => 0);
  const share = 1 / delta.length;
  for (const [n, row] of delta.entries()) {
    for (const [j, d] of row.entries()) {
      for (const [i, z] of zPrevious[n].entries()) W[j][i] += share * d * z;
      b[j] += share * d;
    }
  }
  return { W, b };
}

export function backward(
  layers: Layer[],
  X: number[][],
  D: number[][],
): { loss: number; gradients: { W: number[][]; b: number[] }[] } {
  const { u, z } = forward(layers, X);
  const inputs = [X, ...z.slice(0, -1)];
  const y = z[z.length - 1];

  let loss = 0;
  for (const [n, row] of y.entries()) {
    let error = 0;
    for (const [j, value] of row.entries()) error += (value - D[n][j]) ** 2;
    loss += error / 2;
  }
  loss /= y.length;

  const gradients = layers.map(({ W, b }) => ({ W, b }));
  let l = layers.length - 1;
  let delta = outputDelta(layers[l], u[l], y, D);
  while (true) {
    gradients[l] = weightGradients(delta, inputs[l]);
    if (l === 0) break;
    delta = hiddenDelta(delta, layers[l], u[l - 1], layers[l - 1]);
    l--;
  }
  return { loss, gradients };
}
