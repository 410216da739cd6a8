/** Objects that remember their own forward pass, one per layer; made anew in every call. */
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";
export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

type Matrix = number[][];

class Unit {
  readonly kind: Activation;
  constructor(kind: Activation) {
    this.kind = kind;
  }
  value(u: number): number {
    if (this.kind === "tanh") return Math.tanh(u);
    if (this.kind === "sigmoid") return 1 / (1 + Math.exp(-u));
    return this.kind === "relu" && !(u > 0) ? 0 : u;
  }
  derivative(u: number): number {
    const value = this.value(u);
    if (this.kind === "tanh") return 1 - value ** 2;
    if (this.kind === "sigmoid") return value - value ** 2;
    return this.kind === "relu" && !(u > 0) ? 0 : 1;
  }
}

class Dense {
  readonly layer: Layer;
  readonly unit: Unit;
  input: Matrix = [];
  u: Matrix = [];
  z: Matrix = [];
  delta: Matrix = [];

  constructor(layer: Layer) {
    this.layer = layer;
    this.unit = new Unit(layer.activation);
  }

  run(input: Matrix): Matrix {
    this.input = input;
    this.u = input.map((x) => this.layer.W.map((w, j) => w.reduce((sum, wi, i) => sum + wi * x[i]!, this.layer.b[j]!)));
    this.z = this.u.map((row) => row.map((u) => this.unit.value(u)));
    return this.z;
  }

  /** Takes dE/dz of this layer, keeps dE/du and returns dE/d(input). */
  back(byOutput: Matrix): Matrix {
    this.delta = byOutput.map((row, n) => row.map((error, j) => error * this.unit.derivative(this.u[n]![j]!)));
    return this.toInput(this.delta);
  }

  toInput(delta: Matrix): Matrix {
    const { W } = this.layer;
    return delta.map((row) => W[0]!.map((_, i) => row.reduce((sum, error, j) => sum + error * W[j]![i]!, 0)));
  }

  get gradient(): { W: Matrix; b: number[] } {
    return weightGradients(this.delta, this.input);
  }
}

export function forward(layers: Layer[], X: Matrix): { u: Matrix[]; z: Matrix[] } {
  const net = layers.map((layer) => new Dense(layer));
  net.reduce((input, dense) => dense.run(input), X);
  return { u: net.map(({ u }) => u), z: net.map(({ z }) => z) };
}

export function outputDelta(layer: Layer, uLast: Matrix, zLast: Matrix, D: Matrix): Matrix {
  const dense = new Dense(layer);
  dense.u = uLast;
  dense.back(zLast.map((row, n) => row.map((y, j) => y - D[n]![j]!)));
  return dense.delta;
}

export function hiddenDelta(deltaNext: Matrix, next: Layer, uHere: Matrix, here: Layer): Matrix {
  const dense = new Dense(here);
  dense.u = uHere;
  dense.back(new Dense(next).toInput(deltaNext));
  return dense.delta;
}

export function weightGradients(delta: Matrix, zPrevious: Matrix): { W: Matrix; b: number[] } {
  const units = [...delta[0]!.keys()];
  const mean = (of: (n: number) => number): number => delta.reduce((sum, _, n) => sum + of(n), 0) / delta.length;
  return {
    W: units.map((j) => [...zPrevious[0]!.keys()].map((i) => mean((n) => delta[n]![j]! * zPrevious[n]![i]!))),
    b: units.map((j) => mean((n) => delta[n]![j]!)),
  };
}

export function backward(layers: Layer[], X: Matrix, D: Matrix) {
  const net = layers.map((layer) => new Dense(layer));
  const Y = net.reduce((input, dense) => dense.run(input), X);
  const residual = Y.map((row, n) => row.map((y, j) => y - D[n]![j]!));
  net.reduceRight((error, dense) => dense.back(error), residual);
  const energies = residual.map((row) => row.reduce((sum, r) => sum + (r * r) / 2, 0));
  return { loss: energies.reduce((a, b) => a + b) / energies.length, gradients: net.map((dense) => dense.gradient) };
}
