// wrong: backward: updates-on-the-way-back
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";

export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

function value(activation: Activation, u: number): number {
  if (activation === "identity") return u;
  if (activation === "relu") return u > 0 ? u : 0;
  if (activation === "tanh") return Math.tanh(u);
  return u >= 0 ? 1 / (1 + Math.exp(-u)) : Math.exp(u) / (1 + Math.exp(u));
}

function slope(activation: Activation, u: number): number {
  if (activation === "identity") return 1;
  if (activation === "relu") return u > 0 ? 1 : 0;
  const z = value(activation, u);
  if (activation === "tanh") return (1 - z) * (1 + z);
  return z * (1 - z);
}

export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  const u: number[][][] = layers.map(() => []);
  const z: number[][][] = layers.map(() => []);
  for (const x of X) {
    let signal = Float64Array.from(x);
    layers.forEach(({ W, b, activation }, l) => {
      const sums = Float64Array.from(b);
      for (let j = 0; j < sums.length; j++) {
        for (let i = 0; i < signal.length; i++) sums[j] += W[j][i] * signal[i];
      }
      signal = sums.map((s) => value(activation, s));
      u[l].push(Array.from(sums));
      z[l].push(Array.from(signal));
    });
  }
  return { u, z };
}

export function outputDelta(layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  const delta: number[][] = [];
  for (let n = 0; n < zLast.length; n++) {
    const d = Float64Array.from(zLast[n]);
    for (let j = 0; j < d.length; j++) {
      d[j] -= D[n][j];
      d[j] *= slope(layer.activation, uLast[n][j]);
    }
    delta.push(Array.from(d));
  }
  return delta;
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  const delta: number[][] = [];
  for (let n = 0; n < uHere.length; n++) {
    const d = new Float64Array(uHere[n].length);
    for (let k = 0; k < deltaNext[n].length; k++) {
      for (let j = 0; j < d.length; j++) d[j] += deltaNext[n][k] * next.W[k][j];
    }
    for (let j = 0; j < d.length; j++) d[j] *= slope(here.activation, uHere[n][j]);
    delta.push(Array.from(d));
  }
  return delta;
}

export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  const B = delta.length;
  const outs = delta[0].length;
  const ins = zPrevious[0].length;
  const W = new Float64Array(outs * ins);
  const b = new Float64Array(outs);
  for (let n = 0; n < B; n++) {
    for (let j = 0; j < outs; j++) {
      b[j] += delta[n][j] / B;
      for (let i = 0; i < ins; i++) W[j * ins + i] += (delta[n][j] * zPrevious[n][i]) / B;
    }
  }
  const rows: number[][] = [];
  for (let j = 0; j < outs; j++) rows.push(Array.from(W.subarray(j * ins, (j + 1) * ins)));
  return { W: rows, b: Array.from(b) };
}

export function backward(
  layers: Layer[],
  X: number[][],
  D: number[][],
): { loss: number; gradients: { W: number[][]; b: number[] }[] } {
  const { u, z } = forward(layers, X);
  const L = layers.length;
  const y = z[L - 1];
  let loss = 0;
  for (let n = 0; n < y.length; n++) {
    let square = 0;
    for (let j = 0; j < y[n].length; j++) square += (y[n][j] - D[n][j]) * (y[n][j] - D[n][j]);
    loss += square / 2 / y.length;
  }

  const gradients: { W: number[][]; b: number[] }[] = [];
  let delta = outputDelta(layers[L - 1], u[L - 1], y, D);
  for (let l = L - 1; l >= 0; l--) {
    const g = weightGradients(delta, l === 0 ? X : z[l - 1]);
    gradients.unshift(g);
    if (l === 0) break;
    const W = layers[l].W.map((row, j) => {
      const moved = Float64Array.from(row);
      for (let i = 0; i < moved.length; i++) moved[i] -= 0.5 * g.W[j][i];
      return Array.from(moved);
    });
    delta = hiddenDelta(delta, { W, b: layers[l].b, activation: layers[l].activation }, u[l - 1], layers[l - 1]);
  }
  return { loss, gradients };
}
