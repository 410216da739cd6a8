/** Every layer as one matrix [b | W] that meets inputs with a 1 in front; the gradient is split again at the end. */
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";
export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

const joined = ({ W, b }: Layer): number[][] => W.map((row, j) => [b[j]!, ...row]);
const withOne = (rows: number[][]): number[][] => rows.map((row) => [1, ...row]);
const inner = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const column = (rows: number[][], j: number): number[] => rows.map((row) => row[j]!);

/** [f(u), f'(u)] */
function jet(activation: Activation, u: number): [number, number] {
  if (activation === "tanh") {
    const t = Math.tanh(u);
    return [t, 1 - t * t];
  }
  if (activation === "sigmoid") {
    const small = Math.exp(-Math.abs(u));
    return [(u < 0 ? small : 1) / (1 + small), small / (1 + small) ** 2];
  }
  return activation === "relu" && u <= 0 ? [0, 0] : [u, 1];
}

export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  const inputs = withOne(zPrevious);
  const whole = delta[0]!.map((_, j) =>
    inputs[0]!.map((_, i) => inner(column(delta, j), column(inputs, i)) / delta.length),
  );
  return { W: whole.map(([, ...weights]) => weights), b: whole.map(([bias]) => bias!) };
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  const G = joined(next);
  return uHere.map((row, n) => row.map((u, j) => inner(deltaNext[n]!, column(G, j + 1)) * jet(here.activation, u)[1]));
}

export function outputDelta(layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  return uLast.map((row, n) => row.map((u, j) => jet(layer.activation, u)[1] * (zLast[n]![j]! - D[n]![j]!)));
}

export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  const z = [X];
  const u = layers.map((layer, l) => {
    const G = joined(layer);
    const sums = withOne(z[l]!).map((row) => G.map((weights) => inner(row, weights)));
    z.push(sums.map((row) => row.map((value) => jet(layer.activation, value)[0])));
    return sums;
  });
  return { u, z: z.slice(1) };
}

export function backward(layers: Layer[], X: number[][], D: number[][]) {
  const { u, z } = forward(layers, X);
  let loss = 0;
  let next: { layer: Layer; delta: number[][] } | null = null;
  const gradients: { W: number[][]; b: number[] }[] = [];
  for (const l of [...layers.keys()].reverse()) {
    const layer = layers[l]!;
    const delta: number[][] = next
      ? hiddenDelta(next.delta, next.layer, u[l]!, layer)
      : outputDelta(layer, u[l]!, z[l]!, D);
    if (!next) D.forEach((row, n) => (loss += row.reduce((sum, d, j) => sum + 0.5 * (d - z[l]![n]![j]!) ** 2, 0)));
    gradients[l] = weightGradients(delta, [X, ...z][l]!);
    next = { layer, delta };
  }
  return { loss: loss / D.length, gradients };
}
