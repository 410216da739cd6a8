// wrong: hiddenDelta: missing-activation-derivative
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";

export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

interface Gradient {
  W: number[][];
  b: number[];
}

const act = (name: Activation): ((u: number) => number) =>
  ({
    identity: (u: number) => u,
    tanh: (u: number) => Math.tanh(u),
    sigmoid: (u: number) => 1 / (1 + Math.exp(-u)),
    relu: (u: number) => (u > 0 ? u : 0),
  })[name];

const dact = (name: Activation): ((u: number) => number) => {
  const f = act(name);
  return {
    identity: () => 1,
    tanh: (u: number) => 1 - f(u) * f(u),
    sigmoid: (u: number) => f(u) - f(u) * f(u),
    relu: (u: number) => Math.sign(Math.max(u, 0)),
  }[name];
};

const range = (n: number): number[] => [...Array(n).keys()];
const sumOver = (n: number, term: (k: number) => number): number => {
  let s = 0;
  for (let k = 0; k < n; k++) s += term(k);
  return s;
};

export const forward = (layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } => {
  const [first, ...others] = layers;
  const u = X.map((x) =>
    range(first.b.length).map((j) => first.b[j] + sumOver(x.length, (i) => first.W[j][i] * x[i])),
  );
  const z = u.map((row) => row.map(act(first.activation)));
  if (others.length === 0) return { u: [u], z: [z] };
  const above = forward(others, z);
  return { u: [u].concat(above.u), z: [z].concat(above.z) };
};

export const outputDelta = (layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] => {
  const slope = dact(layer.activation);
  return range(D.length).map((n) => range(D[n].length).map((j) => slope(uLast[n][j]) * (zLast[n][j] - D[n][j])));
};

export const hiddenDelta = (deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] => {
  return uHere.map((u, n) =>
    u.map((_, j) => sumOver(next.W.length, (k) => next.W[k][j] * deltaNext[n][k])),
  );
};

export const weightGradients = (delta: number[][], zPrevious: number[][]): Gradient => {
  const B = delta.length;
  const outs = range(delta[0].length);
  const ins = range(zPrevious[0].length);
  return {
    W: outs.map((j) => ins.map((i) => sumOver(B, (n) => delta[n][j] * zPrevious[n][i]) / B)),
    b: outs.map((j) => sumOver(B, (n) => delta[n][j]) / B),
  };
};

export const backward = (
  layers: Layer[],
  X: number[][],
  D: number[][],
): { loss: number; gradients: Gradient[] } => {
  const { u, z } = forward(layers, X);
  const top = layers.length - 1;
  const descend = (l: number, delta: number[][], done: Gradient[]): Gradient[] => {
    const here = weightGradients(delta, l === 0 ? X : z[l - 1]);
    if (l === 0) return [here, ...done];
    const below = hiddenDelta(delta, layers[l], u[l - 1], layers[l - 1]);
    return descend(l - 1, below, [here, ...done]);
  };
  const loss =
    sumOver(D.length, (n) => 0.5 * sumOver(D[n].length, (j) => (D[n][j] - z[top][n][j]) ** 2)) / D.length;
  return { loss, gradients: descend(top, outputDelta(layers[top], u[top], z[top], D), []) };
};
