// wrong: outputDelta, backward: missing-half-in-loss
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";

export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

// Small functions on one sample; the exported ones go through the batch.

function f(a: Activation, u: number): number {
  return a === "tanh" ? Math.tanh(u) : a === "sigmoid" ? 1 / (1 + Math.exp(-u)) : a === "relu" ? Math.max(0, u) : u;
}

function df(a: Activation, u: number): number {
  const z = f(a, u);
  return a === "tanh" ? 1 - z * z : a === "sigmoid" ? z * (1 - z) : a === "relu" ? (u > 0 ? 1 : 0) : 1;
}

function dot(x: number[], y: number[]): number {
  let s = 0;
  for (let i = 0; i < x.length; i++) s += x[i] * y[i];
  return s;
}

function column(W: number[][], j: number): number[] {
  return W.map((row) => row[j]);
}

function oneForward(layers: Layer[], x: number[]): { u: number[]; z: number[] }[] {
  const states: { u: number[]; z: number[] }[] = [];
  let z = x;
  for (const layer of layers) {
    const u = layer.b.map((bj, j) => dot(layer.W[j], z) + bj);
    z = u.map((uj) => f(layer.activation, uj));
    states.push({ u, z });
  }
  return states;
}

function oneOutput(layer: Layer, u: number[], y: number[], d: number[]): number[] {
  return y.map((yj, j) => 2 * (yj - d[j]) * df(layer.activation, u[j]));
}

function oneHidden(deltaNext: number[], next: Layer, u: number[], here: Layer): number[] {
  return u.map((uj, j) => df(here.activation, uj) * dot(column(next.W, j), deltaNext));
}

export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  const all = X.map((x) => oneForward(layers, x));
  return {
    u: layers.map((_, l) => all.map((states) => states[l].u)),
    z: layers.map((_, l) => all.map((states) => states[l].z)),
  };
}

export function outputDelta(layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  return uLast.map((u, n) => oneOutput(layer, u, zLast[n], D[n]));
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  return uHere.map((u, n) => oneHidden(deltaNext[n], next, u, here));
}

export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  const B = delta.length;
  const W = delta[0].map((_, j) =>
    zPrevious[0].map((__, i) => dot(column(delta, j), column(zPrevious, i)) / B),
  );
  const b = delta[0].map((_, j) => column(delta, j).reduce((s, d) => s + d) / B);
  return { W, b };
}

// one sample after another: forward, back, and its share of every gradient
export function backward(
  layers: Layer[],
  X: number[][],
  D: number[][],
): { loss: number; gradients: { W: number[][]; b: number[] }[] } {
  const B = X.length;
  const last = layers.length - 1;
  const gradients = layers.map(({ W, b }) => ({
    W: W.map((row) => row.map(() => 0)),
    b: b.map(() => 0),
  }));
  let loss = 0;
  X.forEach((x, n) => {
    const states = oneForward(layers, x);
    const y = states[last].z;
    loss += y.reduce((s, yj, j) => s + (yj - D[n][j]) ** 2, 0) / B;
    let delta = oneOutput(layers[last], states[last].u, y, D[n]);
    for (let l = last; l >= 0; l--) {
      const given = l === 0 ? x : states[l - 1].z;
      delta.forEach((dj, j) => {
        gradients[l].b[j] += dj / B;
        given.forEach((zi, i) => {
          gradients[l].W[j][i] += (dj * zi) / B;
        });
      });
      if (l > 0) delta = oneHidden(delta, layers[l], states[l - 1].u, layers[l - 1]);
    }
  });
  return { loss, gradients };
}
