/** One sample at a time: each adds its outer product to a running mean. The batch functions only loop. */
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";
export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

const act: { [kind in Activation]: (u: number) => number } = {
  identity: (u) => u,
  tanh: (u) => Math.tanh(u),
  sigmoid: (u) => 1 / (1 + Math.exp(-u)),
  relu: (u) => Math.max(0, u),
};
const dact: { [kind in Activation]: (u: number) => number } = {
  identity: () => 1,
  tanh: (u) => 1 / Math.cosh(u) ** 2,
  sigmoid: (u) => act.sigmoid(u) * act.sigmoid(-u),
  relu: (u) => (u > 0 ? 1 : 0),
};

function feed(layers: Layer[], x: number[]): { u: number[][]; z: number[][] } {
  const u: number[][] = [];
  const z: number[][] = [];
  let signal = x;
  for (const layer of layers) {
    const sums = layer.b.slice();
    for (let j = 0; j < sums.length; j++) for (let i = 0; i < signal.length; i++) sums[j]! += layer.W[j]![i]! * signal[i]!;
    signal = sums.map(act[layer.activation]);
    u.push(sums);
    z.push(signal);
  }
  return { u, z };
}

function passBack(delta: number[], next: Layer, u: number[], here: Layer): number[] {
  const back = u.map(() => 0);
  delta.forEach((error, k) => next.W[k]!.forEach((weight, j) => (back[j]! += weight * error)));
  return back.map((error, j) => error * dact[here.activation](u[j]!));
}

export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  const fed = X.map((x) => feed(layers, x));
  return {
    u: layers.map((_, l) => fed.map((one) => one.u[l]!)),
    z: layers.map((_, l) => fed.map((one) => one.z[l]!)),
  };
}

export function outputDelta(layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  return D.map((d, n) => d.map((target, j) => -(target - zLast[n]![j]!) * dact[layer.activation](uLast[n]![j]!)));
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  return deltaNext.map((delta, n) => passBack(delta, next, uHere[n]!, here));
}

/** mean_m = mean_{m-1} + (value_m - mean_{m-1}) / m */
function absorb(mean: { W: number[][]; b: number[] }, delta: number[], z: number[], m: number): void {
  delta.forEach((error, j) => {
    mean.b[j]! += (error - mean.b[j]!) / m;
    z.forEach((value, i) => (mean.W[j]![i]! += (error * value - mean.W[j]![i]!) / m));
  });
}

export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  const mean = { W: delta[0]!.map(() => zPrevious[0]!.map(() => 0)), b: delta[0]!.map(() => 0) };
  delta.forEach((row, n) => absorb(mean, row, zPrevious[n]!, n + 1));
  return mean;
}

export function backward(layers: Layer[], X: number[][], D: number[][]) {
  const gradients = layers.map(({ W, b }) => ({ W: W.map((row) => row.map(() => 0)), b: b.map(() => 0) }));
  let loss = 0;
  X.forEach((x, n) => {
    const { u, z } = feed(layers, x);
    let delta = z.at(-1)!.map((y, j) => (y - D[n]![j]!) * dact[layers.at(-1)!.activation](u.at(-1)![j]!));
    const energy = z.at(-1)!.reduce((sum, y, j) => sum + (y - D[n]![j]!) ** 2, 0) / 2;
    loss += (energy - loss) / (n + 1);
    for (let l = layers.length - 1; l >= 0; l--) {
      absorb(gradients[l]!, delta, z[l - 1] ?? x, n + 1);
      if (l > 0) delta = passBack(delta, layers[l]!, u[l - 1]!, layers[l - 1]!);
    }
  });
  return { loss, gradients };
}
