/** Works in place throughout, but only on arrays that it made or copied itself. */
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";
export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

function copyOf(A: number[][]): number[][] {
  return A.map((row) => row.slice());
}

function zeros(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
}

function activateInPlace(A: number[][], activation: Activation): void {
  for (const row of A)
    for (let j = 0; j < row.length; j++) {
      if (activation === "tanh") row[j] = Math.tanh(row[j]!);
      else if (activation === "sigmoid") row[j] = 1 / (1 + Math.exp(-row[j]!));
      else if (activation === "relu" && row[j]! < 0) row[j] = 0;
    }
}

/** errors *= f'(u) */
function scaleBySlope(errors: number[][], u: number[][], activation: Activation): void {
  if (activation === "identity") return;
  const slope = copyOf(u);
  activateInPlace(slope, activation);
  for (let n = 0; n < errors.length; n++)
    for (let j = 0; j < errors[n]!.length; j++) {
      const z = slope[n]![j]!;
      errors[n]![j]! *= activation === "tanh" ? 1 - z * z : activation === "sigmoid" ? z * (1 - z) : z > 0 ? 1 : 0;
    }
}

export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  const u: number[][][] = [];
  const z: number[][][] = [];
  let input = copyOf(X);
  for (const layer of layers) {
    const sums = input.map(() => layer.b.slice());
    for (let n = 0; n < sums.length; n++)
      for (let j = 0; j < layer.W.length; j++)
        for (let i = 0; i < input[n]!.length; i++) sums[n]![j]! += input[n]![i]! * layer.W[j]![i]!;
    input = copyOf(sums);
    activateInPlace(input, layer.activation);
    u.push(sums);
    z.push(input);
  }
  return { u, z };
}

export function outputDelta(layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  const delta = copyOf(zLast);
  for (let n = 0; n < D.length; n++) for (let j = 0; j < D[n]!.length; j++) delta[n]![j]! -= D[n]![j]!;
  scaleBySlope(delta, uLast, layer.activation);
  return delta;
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  const delta = zeros(uHere.length, uHere[0]!.length);
  for (let n = 0; n < delta.length; n++)
    for (let k = 0; k < next.W.length; k++)
      for (let j = 0; j < delta[n]!.length; j++) delta[n]![j]! += deltaNext[n]![k]! * next.W[k]![j]!;
  scaleBySlope(delta, uHere, here.activation);
  return delta;
}

export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  const W = zeros(delta[0]!.length, zPrevious[0]!.length);
  const b = zeros(1, delta[0]!.length)[0]!;
  for (let n = 0; n < delta.length; n++)
    for (let j = 0; j < b.length; j++) {
      b[j]! += delta[n]![j]!;
      for (let i = 0; i < W[j]!.length; i++) W[j]![i]! += delta[n]![j]! * zPrevious[n]![i]!;
    }
  for (let j = 0; j < b.length; j++) {
    b[j]! /= delta.length;
    for (let i = 0; i < W[j]!.length; i++) W[j]![i]! /= delta.length;
  }
  return { W, b };
}

export function backward(layers: Layer[], X: number[][], D: number[][]) {
  const { u, z } = forward(layers, X);
  const signals = [copyOf(X), ...z.map(copyOf)];
  const last = layers.length - 1;
  const error = copyOf(z[last]!);
  let loss = 0;
  for (let n = 0; n < D.length; n++)
    for (let j = 0; j < D[n]!.length; j++) {
      error[n]![j]! -= D[n]![j]!;
      loss += error[n]![j]! * error[n]![j]!;
    }
  scaleBySlope(error, u[last]!, layers[last]!.activation);
  let delta = error;
  const gradients: { W: number[][]; b: number[] }[] = [];
  for (let l = last; l > 0; l--) {
    gradients.push(weightGradients(delta, signals[l]!));
    delta = hiddenDelta(delta, layers[l]!, u[l - 1]!, layers[l - 1]!);
  }
  gradients.push(weightGradients(delta, signals[0]!));
  return { loss: loss / (2 * D.length), gradients: gradients.reverse() };
}
