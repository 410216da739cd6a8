// wrong: backward: bias-not-in-gradient
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";

export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

// f' is written for z = f(u): tanh 1 - z^2, sigmoid z (1 - z), relu 1 where z > 0.
const squash: Record<Activation, (u: number) => number> = {
  identity: (u) => u,
  tanh: (u) => Math.tanh(u),
  sigmoid: (u) => 1 / (1 + Math.exp(-u)),
  relu: (u) => (u < 0 ? 0 : u),
};
const slopeFromZ: Record<Activation, (z: number) => number> = {
  identity: () => 1,
  tanh: (z) => 1 - z * z,
  sigmoid: (z) => z * (1 - z),
  relu: (z) => (z > 0 ? 1 : 0),
};

function weightedSums(layer: Layer, input: number[]): number[] {
  return layer.W.map((weights, j) => {
    let s = layer.b[j];
    weights.forEach((w, i) => {
      s += w * input[i];
    });
    return s;
  });
}

export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  const u: number[][][] = [];
  const z: number[][][] = [];
  layers.forEach((layer, l) => {
    const input = l === 0 ? X : z[l - 1];
    u.push(input.map((row) => weightedSums(layer, row)));
    z.push(u[l].map((row) => row.map(squash[layer.activation])));
  });
  return { u, z };
}

export function outputDelta(layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  const slope = slopeFromZ[layer.activation];
  return zLast.map((ys, n) => ys.map((y, j) => (y - D[n][j]) * slope(y)));
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  const slope = slopeFromZ[here.activation];
  const z = uHere.map((row) => row.map(squash[here.activation]));
  return z.map((row, n) =>
    row.map((zj, j) => {
      let arriving = 0;
      next.W.forEach((weights, k) => {
        arriving += weights[j] * deltaNext[n][k];
      });
      return slope(zj) * arriving;
    }),
  );
}

export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  const outs = delta[0].length;
  const ins = zPrevious[0].length;
  const W = Array.from({ length: outs }, () => Array.from({ length: ins }, () => 0));
  const b = Array.from({ length: outs }, () => 0);
  delta.forEach((row, n) => {
    row.forEach((d, j) => {
      b[j] += d;
      zPrevious[n].forEach((zi, i) => {
        W[j][i] += d * zi;
      });
    });
  });
  return { W: W.map((row) => row.map((g) => g / delta.length)), b: b.map((g) => g / delta.length) };
}

export function backward(
  layers: Layer[],
  X: number[][],
  D: number[][],
): { loss: number; gradients: { W: number[][]; b: number[] }[] } {
  const { u, z } = forward(layers, X);
  const y = z[z.length - 1];
  let loss = 0;
  y.forEach((row, n) => {
    row.forEach((yj, j) => {
      loss += (yj - D[n][j]) ** 2;
    });
  });
  loss = loss / (2 * y.length);

  const gradients: { W: number[][]; b: number[] }[] = [];
  let delta: number[][] = [];
  for (let l = layers.length - 1; l >= 0; l -= 1) {
    delta =
      l === layers.length - 1
        ? outputDelta(layers[l], u[l], z[l], D)
        : hiddenDelta(delta, layers[l + 1], u[l], layers[l]);
    const { W } = weightGradients(delta, l === 0 ? X : z[l - 1]);
    gradients.push({ W, b: [] });
  }
  gradients.reverse();
  return { loss, gradients };
}
