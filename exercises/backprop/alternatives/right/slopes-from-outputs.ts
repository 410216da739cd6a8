/** Takes f' from z = f(u): 1 - z^2 for tanh, z (1 - z) for the sigmoid; u is only ever passed through f. */
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";
export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

function f(activation: Activation, u: number): number {
  switch (activation) {
    case "identity":
      return u;
    case "tanh":
      return Math.tanh(u);
    case "sigmoid":
      return u >= 0 ? 1 / (1 + Math.exp(-u)) : Math.exp(u) / (1 + Math.exp(u));
    case "relu":
      return u < 0 ? 0 : u;
  }
}

function slopeAtOutput(activation: Activation, z: number): number {
  switch (activation) {
    case "identity":
      return 1;
    case "tanh":
      return (1 - z) * (1 + z);
    case "sigmoid":
      return z * (1 - z);
    case "relu":
      return z > 0 ? 1 : 0;
  }
}

export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  const u: number[][][] = [];
  const z: number[][][] = [];
  for (let l = 0; l < layers.length; l++) {
    const { W, b, activation } = layers[l]!;
    u[l] = [];
    z[l] = [];
    for (const row of l === 0 ? X : z[l - 1]!) {
      const sums = [];
      for (let j = 0; j < W.length; j++) {
        let sum = b[j]!;
        for (let i = 0; i < row.length; i++) sum += W[j]![i]! * row[i]!;
        sums.push(sum);
      }
      u[l]!.push(sums);
      z[l]!.push(sums.map((sum) => f(activation, sum)));
    }
  }
  return { u, z };
}

export function outputDelta(layer: Layer, _uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  const delta: number[][] = [];
  for (let n = 0; n < D.length; n++) {
    delta[n] = [];
    for (let j = 0; j < D[n]!.length; j++) {
      const y = zLast[n]![j]!;
      delta[n]![j] = (y - D[n]![j]!) * slopeAtOutput(layer.activation, y);
    }
  }
  return delta;
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  const delta: number[][] = [];
  for (let n = 0; n < uHere.length; n++) {
    delta[n] = new Array<number>(uHere[n]!.length).fill(0);
    for (let k = 0; k < next.W.length; k++)
      for (let j = 0; j < delta[n]!.length; j++) delta[n]![j]! += next.W[k]![j]! * deltaNext[n]![k]!;
    for (let j = 0; j < delta[n]!.length; j++)
      delta[n]![j]! *= slopeAtOutput(here.activation, f(here.activation, uHere[n]![j]!));
  }
  return delta;
}

export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  const W: number[][] = [];
  const b: number[] = [];
  for (let j = 0; j < delta[0]!.length; j++) {
    b[j] = 0;
    W[j] = new Array<number>(zPrevious[0]!.length).fill(0);
    for (let n = 0; n < delta.length; n++) {
      const share = delta[n]![j]! / delta.length;
      b[j]! += share;
      for (let i = 0; i < W[j]!.length; i++) W[j]![i]! += share * zPrevious[n]![i]!;
    }
  }
  return { W, b };
}

export function backward(layers: Layer[], X: number[][], D: number[][]) {
  const { u, z } = forward(layers, X);
  let loss = 0;
  z[z.length - 1]!.forEach((row, n) => row.forEach((y, j) => (loss += (y - D[n]![j]!) ** 2)));
  const gradients: { W: number[][]; b: number[] }[] = [];
  let delta: number[][] = [];
  for (let l = layers.length; l-- > 0; ) {
    delta =
      l === layers.length - 1
        ? outputDelta(layers[l]!, u[l]!, z[l]!, D)
        : hiddenDelta(delta, layers[l + 1]!, u[l]!, layers[l]!);
    gradients[l] = weightGradients(delta, l === 0 ? X : z[l - 1]!);
  }
  return { loss: loss / 2 / X.length, gradients };
}
