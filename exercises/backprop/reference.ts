import {
  defineReference,
  reference,
  type NestedNumbers,
  type Tensor,
  type TensorFlow,
} from "#sdk/reference.ts";
import { matrix, scalar, vector } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

type Tensors = Readonly<Record<string, Tensor>>;
type Outputs = Readonly<Record<string, NestedNumbers>>;

/**
 * f(u), elementwise. The sigmoid is written with tanh, so that no exponential overflows on any rung:
 * sigmoid(u) = (1 + tanh(u / 2)) / 2. Autodiff takes relu'(0) as 0.
 */
function activate(tf: TensorFlow, activation: Starter.Activation, u: Tensor): Tensor {
  switch (activation) {
    case "identity":
      return tf.clone(u);
    case "tanh":
      return tf.tanh(u);
    case "sigmoid":
      return tf.mul(0.5, tf.add(1, tf.tanh(tf.mul(0.5, u))));
    case "relu":
      return tf.relu(u);
  }
}

/** f'(u), elementwise, by autodiff. */
function slope(tf: TensorFlow, activation: Starter.Activation, u: Tensor): Tensor {
  return tf.grad((at) => tf.sum(activate(tf, activation, at)))(u);
}

/** u = z W' + b on every row: z [instances, batch, in], W [instances, out, in], b [instances, out] -> [instances, batch, out] */
function affine(tf: TensorFlow, z: Tensor, W: Tensor, b: Tensor): Tensor {
  return tf.add(tf.matMul(z, W, false, true), tf.expandDims(b, 1));
}

/**
 * u^l = z^{l-1} W^l' + b^l and z^l = f(u^l), from z^{-1} = X on.
 *   parameters W^0, b^0, W^1, b^1, ...; X [instances, batch, inputs]
 *   returns u and z, a tensor [instances, batch, units] per layer
 * Source: Bishop (2006), eqs. (5.48), (5.49).
 */
function runForward(
  tf: TensorFlow,
  parameters: readonly Tensor[],
  activations: readonly Starter.Activation[],
  X: Tensor,
): { u: Tensor[]; z: Tensor[] } {
  const u: Tensor[] = [];
  const z: Tensor[] = [];
  let input = X;
  for (const [l, activation] of activations.entries()) {
    const weighted = affine(tf, input, pick(parameters, 2 * l), pick(parameters, 2 * l + 1));
    input = activate(tf, activation, weighted);
    u.push(weighted);
    z.push(input);
  }
  return { u, z };
}

/** E_n = (1/2) sum_j (y_nj - d_nj)^2 of every sample: [instances, batch, out] -> [instances, batch] */
function errors(tf: TensorFlow, Y: Tensor, D: Tensor): Tensor {
  return tf.mul(0.5, tf.sum(tf.square(tf.sub(Y, D)), 2));
}

/** The layers as tensors W0, b0, W1, b1, ...; what is not a number goes into the statics. */
function prepareLayers(layers: readonly Starter.Layer[], data: Readonly<Record<string, NestedNumbers>>) {
  const tensors: Record<string, NestedNumbers> = { ...data };
  for (const [l, { W, b }] of layers.entries()) {
    tensors[`W${String(l)}`] = W;
    tensors[`b${String(l)}`] = b;
  }
  return { tensors, statics: layers.map(({ activation }) => activation), kept: layers.length };
}

/** W0, b0, W1, b1, ... in this order. */
function parametersOf(tensors: Tensors, layers: number): Tensor[] {
  return namesOf(layers).map((name) => field(tensors, name));
}

function namesOf(layers: number): string[] {
  return Array.from({ length: layers }, (_, l) => [`W${String(l)}`, `b${String(l)}`]).flat();
}

export default defineReference<typeof Starter>({
  /** The forward pass of a batch. Source: Bishop (2006), eqs. (5.48), (5.49). */
  forward: reference<typeof Starter.forward>()({
    prepare: (layers, X) => prepareLayers(layers, { X }),
    compute: (tf, tensors, activations) => {
      const { u, z } = runForward(
        tf,
        parametersOf(tensors, activations.length),
        activations,
        field(tensors, "X"),
      );
      return Object.fromEntries([
        ...u.map((tensor, l) => [`u${String(l)}`, tensor] as const),
        ...z.map((tensor, l) => [`z${String(l)}`, tensor] as const),
      ]);
    },
    finish: (outputs, layers) => ({ u: listOf(outputs, "u", layers), z: listOf(outputs, "z", layers) }),
  }),

  /**
   * delta = dE_n/du of the output layer, by autodiff of the sum over instances and samples of E_n(f(u)): no sample's error
   * depends on another's u, so the gradient of the sum holds every sample's own. zLast is f(uLast) and is computed anew.
   *   u, d [instances, batch, out] -> [instances, batch, out]
   * Source: Bishop (2006), eqs. (5.51), (5.54).
   */
  outputDelta: reference<typeof Starter.outputDelta>()({
    prepare: (layer, uLast, _zLast, D) => ({ tensors: { uLast, D }, statics: layer.activation }),
    compute: (tf, { uLast, D }, activation) => ({
      delta: tf.grad((u) => tf.sum(errors(tf, activate(tf, activation, u), D)))(uLast),
    }),
    finish: ({ delta }) => matrix(delta),
    steps: (tf, { uLast, D }, activation) => ({
      "y - d": tf.sub(activate(tf, activation, uLast), D),
      "f'(u)": slope(tf, activation, uLast),
    }),
  }),

  /**
   * delta_nj = f'(u_nj) sum_k W_kj deltaNext_nk, by autodiff: the derivative by u of deltaNext . (f(u) W'), the next
   * layer's u weighed with its own delta.
   *   deltaNext [instances, batch, outNext]; W [instances, outNext, out]; u [instances, batch, out] -> [instances, batch, out]
   * Source: Bishop (2006), eqs. (5.55), (5.56).
   */
  hiddenDelta: reference<typeof Starter.hiddenDelta>()({
    prepare: (deltaNext, next, uHere, here) => ({
      tensors: { deltaNext, W: next.W, uHere },
      statics: here.activation,
    }),
    compute: (tf, { deltaNext, W, uHere }, activation) => ({
      delta: tf.grad((u) =>
        tf.sum(tf.mul(deltaNext, tf.matMul(activate(tf, activation, u), W, false, true))),
      )(uHere),
    }),
    finish: ({ delta }) => matrix(delta),
    steps: (tf, { uHere }, activation) => ({ "f'(u)": slope(tf, activation, uHere) }),
  }),

  /**
   * dE/dW_ji = mean_n delta_nj z_ni and dE/db_j = mean_n delta_nj.
   *   delta [instances, batch, out]; z [instances, batch, in] -> W [instances, out, in], b [instances, out]
   * Source: Bishop (2006), eq. (5.53), averaged over the batch.
   */
  weightGradients: reference<typeof Starter.weightGradients>()({
    prepare: (delta, zPrevious) => ({ tensors: { delta, zPrevious }, statics: delta.length }),
    compute: (tf, { delta, zPrevious }, batch) => ({
      W: tf.div(tf.matMul(delta, zPrevious, true, false), batch),
      b: tf.mean(delta, 1),
    }),
    finish: ({ W, b }) => ({ W: matrix(W), b: vector(b) }),
  }),

  /**
   * The mean error of the batch and its gradient by every W and b, by autodiff of the sum over instances of their errors.
   *   W^l [instances, out, in]; b^l [instances, out]; X [instances, batch, inputs]; D [instances, batch, outputs]
   *   returns loss [instances] and a gradient shaped like each parameter
   */
  backward: reference<typeof Starter.backward>()({
    prepare: (layers, X, D) => prepareLayers(layers, { X, D }),
    compute: (tf, tensors, activations) => {
      const meanError = (...parameters: Tensor[]): Tensor => {
        const { z } = runForward(tf, parameters, activations, field(tensors, "X"));
        return tf.mean(errors(tf, pick(z, z.length - 1), field(tensors, "D")), 1); // [instances]
      };
      const parameters = parametersOf(tensors, activations.length);
      const gradients = tf.grads((...at: Tensor[]) => tf.sum(meanError(...at)))(parameters);
      const names = namesOf(activations.length);
      return Object.fromEntries([
        ["loss", meanError(...parameters)] as const,
        ...names.map((name, i) => [name, pick(gradients, i)] as const),
      ]);
    },
    finish: (outputs, layers) => ({
      loss: scalar(field(outputs, "loss")),
      gradients: Array.from({ length: layers }, (_, l) => ({
        W: matrix(field(outputs, `W${String(l)}`)),
        b: vector(field(outputs, `b${String(l)}`)),
      })),
    }),
    steps: (tf, tensors, activations) => {
      const parameters = parametersOf(tensors, activations.length);
      const { z } = runForward(tf, parameters, activations, field(tensors, "X"));
      const Y = pick(z, z.length - 1);
      return { y: Y, "E of each row": errors(tf, Y, field(tensors, "D")) };
    },
  }),
});

function listOf(outputs: Outputs, name: string, layers: number): number[][][] {
  return Array.from({ length: layers }, (_, l) => matrix(field(outputs, `${name}${String(l)}`)));
}

function field<T>(record: Readonly<Record<string, T>>, name: string): T {
  const value = record[name];
  if (value === undefined) throw new RangeError(`there is no ${name}`);
  return value;
}

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`there is no entry ${String(index)}`);
  return item;
}
