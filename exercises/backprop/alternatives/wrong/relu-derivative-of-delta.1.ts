// wrong: hiddenDelta: relu-derivative-of-delta
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";

export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

function activate(kind: Activation, u: number): number {
  switch (kind) {
    case "identity":
      return u;
    case "tanh":
      return Math.tanh(u);
    case "sigmoid":
      return 1 / (1 + Math.exp(-u));
    case "relu":
      return u > 0 ? u : 0;
  }
}

function derivative(kind: Activation, u: number): number {
  switch (kind) {
    case "identity":
      return 1;
    case "tanh":
      return 1 - Math.tanh(u) ** 2;
    case "sigmoid": {
      const s = activate("sigmoid", u);
      return s * (1 - s);
    }
    case "relu":
      return u > 0 ? 1 : 0;
  }
}

export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  const u: number[][][] = [];
  const z: number[][][] = [];
  let input = X;
  for (let l = 0; l < layers.length; l++) {
    const { W, b, activation } = layers[l];
    const ul: number[][] = [];
    const zl: number[][] = [];
    for (let n = 0; n < input.length; n++) {
      const uRow: number[] = [];
      const zRow: number[] = [];
      for (let j = 0; j < b.length; j++) {
        let sum = b[j];
        for (let i = 0; i < input[n].length; i++) {
          sum += W[j][i] * input[n][i];
        }
        uRow.push(sum);
        zRow.push(activate(activation, sum));
      }
      ul.push(uRow);
      zl.push(zRow);
    }
    u.push(ul);
    z.push(zl);
    input = zl;
  }
  return { u, z };
}

export function outputDelta(layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  const delta: number[][] = [];
  for (let n = 0; n < uLast.length; n++) {
    const row: number[] = [];
    for (let j = 0; j < uLast[n].length; j++) {
      row.push((zLast[n][j] - D[n][j]) * derivative(layer.activation, uLast[n][j]));
    }
    delta.push(row);
  }
  return delta;
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  const delta: number[][] = [];
  for (let n = 0; n < uHere.length; n++) {
    const row: number[] = [];
    for (let j = 0; j < uHere[n].length; j++) {
      let sum = 0;
      for (let k = 0; k < deltaNext[n].length; k++) {
        sum += next.W[k][j] * deltaNext[n][k];
      }
      if (here.activation === "relu") {
        row.push(sum > 0 ? sum : 0);
      } else {
        row.push(derivative(here.activation, uHere[n][j]) * sum);
      }
    }
    delta.push(row);
  }
  return delta;
}

export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  const batch = delta.length;
  const W: number[][] = [];
  const b: number[] = [];
  for (let j = 0; j < delta[0].length; j++) {
    const row: number[] = [];
    for (let i = 0; i < zPrevious[0].length; i++) {
      let sum = 0;
      for (let n = 0; n < batch; n++) sum += delta[n][j] * zPrevious[n][i];
      row.push(sum / batch);
    }
    W.push(row);
    let sum = 0;
    for (let n = 0; n < batch; n++) sum += delta[n][j];
    b.push(sum / batch);
  }
  return { W, b };
}

export function backward(
  layers: Layer[],
  X: number[][],
  D: number[][],
): { loss: number; gradients: { W: number[][]; b: number[] }[] } {
  const { u, z } = forward(layers, X);
  const last = layers.length - 1;

  let loss = 0;
  for (let n = 0; n < X.length; n++) {
    for (let j = 0; j < D[n].length; j++) {
      loss += 0.5 * (z[last][n][j] - D[n][j]) ** 2;
    }
  }
  loss /= X.length;

  const gradients: { W: number[][]; b: number[] }[] = [];
  let delta = outputDelta(layers[last], u[last], z[last], D);
  for (let l = last; l >= 0; l--) {
    gradients[l] = weightGradients(delta, l > 0 ? z[l - 1] : X);
    if (l > 0) delta = hiddenDelta(delta, layers[l], u[l - 1], layers[l - 1]);
  }
  return { loss, gradients };
}
