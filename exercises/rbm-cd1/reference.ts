import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { matrix, vector } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";
import type { Rbm } from "./starter.ts";

/** One model per instance, or anything shaped like one: W [instances, N, H], b [instances, N], c [instances, H]. */
type Model = Readonly<Record<keyof Rbm, Tensor>>;

/** A bias against the rows of a batch: [instances, units] -> [instances, 1, units] */
function perRow(tf: TensorFlow, bias: Tensor): Tensor {
  return tf.expandDims(bias, 1);
}

/** a = X W + c: X [instances, B, N] -> [instances, B, H] */
function hiddenField(tf: TensorFlow, { W, c }: Model, X: Tensor): Tensor {
  return tf.add(tf.matMul(X, W), perRow(tf, c));
}

/** Z W' + b: Z [instances, B, H] -> [instances, B, N] */
function visibleField(tf: TensorFlow, { W, b }: Model, Z: Tensor): Tensor {
  return tf.add(tf.matMul(Z, W, false, true), perRow(tf, b));
}

/** P = e^a / (2 cosh a) = (1 + tanh a) / 2, which no field can overflow. */
function probability(tf: TensorFlow, field: Tensor): Tensor {
  return tf.mul(0.5, tf.add(1, tf.tanh(field)));
}

/** +1 where u < P, else -1. */
function draw(tf: TensorFlow, field: Tensor, u: Tensor): Tensor {
  return tf.where(tf.less(u, probability(tf, field)), tf.onesLike(u), tf.neg(tf.onesLike(u)));
}

/**
 * F(x) = -log sum_z exp(x'Wz + b'x + c'z) = -b'x - sum_l log(e^a_l + e^-a_l): the sum over z factorises.
 *   X [instances, B, N] -> [instances, B]
 */
function freeEnergyOf(tf: TensorFlow, model: Model, X: Tensor): Tensor {
  const a = hiddenField(tf, model, X);
  const overStates = tf.logSumExp(tf.stack([a, tf.neg(a)], 3), 3); // [instances, B, H]
  return tf.neg(tf.add(tf.sum(tf.mul(X, perRow(tf, model.b)), 2), tf.sum(overStates, 2)));
}

/** One block step x -> z -> x': z [instances, B, H], x' [instances, B, N]. */
function blockStep(tf: TensorFlow, model: Model, X: Tensor, uHidden: Tensor, uVisible: Tensor) {
  const Z = draw(tf, hiddenField(tf, model, X), uHidden);
  return { z: Z, "x after": draw(tf, visibleField(tf, model, Z), uVisible) };
}

/**
 * The CD-1 gradient without its statistics: x' is drawn by one block step x -> z -> x' and then held fixed, and
 * mean F(x') - mean F(x) is differentiated by W, b and c. As -dF/dW = x tanh(a)', -dF/db = x and -dF/dc = tanh(a),
 * this is <.>_data - <.>_after with hidden means in both phases.
 * Source: Hinton (2002), section 3; the free energy of an RBM: Goodfellow, Bengio & Courville (2016), section 20.2.
 */
function contrastiveDivergence(
  tf: TensorFlow,
  model: Model,
  X: Tensor,
  uHidden: Tensor,
  uVisible: Tensor,
): Model {
  const { "x after": XAfter } = blockStep(tf, model, X, uHidden, uVisible);
  // the instances share no parameter, so the gradient of their sum holds each one's own
  const contrast = (W: Tensor, b: Tensor, c: Tensor): ReturnType<typeof tf.scalar> => {
    const parameters = { W, b, c };
    const perSample = tf.sub(freeEnergyOf(tf, parameters, XAfter), freeEnergyOf(tf, parameters, X));
    return tf.sum(tf.mean(perSample, 1));
  };
  const [W = model.W, b = model.b, c = model.c] = tf.grads(contrast)([model.W, model.b, model.c]);
  return { W, b, c };
}

export default defineReference<typeof Starter>({
  /** <z_l> = tanh(a_l) given each row of X: [B, H]. */
  hiddenMean: reference<typeof Starter.hiddenMean>()({
    prepare: (rbm, X) => ({ tensors: { ...rbm, X } }),
    compute: (tf, { X, ...model }) => ({ mean: tf.tanh(hiddenField(tf, model, X)) }),
    finish: ({ mean }) => matrix(mean),
    steps: (tf, { X, ...model }) => ({ "X W + c": hiddenField(tf, model, X) }),
  }),

  /** z given x, each unit by its own u: [B, H] of -1 and +1. */
  sampleHidden: reference<typeof Starter.sampleHidden>()({
    prepare: (rbm, X, u) => ({ tensors: { ...rbm, X, u } }),
    compute: (tf, { X, u, ...model }) => ({ Z: draw(tf, hiddenField(tf, model, X), u) }),
    finish: ({ Z }) => matrix(Z),
    steps: (tf, { X, u: _, ...model }) => ({ P: probability(tf, hiddenField(tf, model, X)) }),
  }),

  /** x given z, each unit by its own u: [B, N] of -1 and +1. */
  sampleVisible: reference<typeof Starter.sampleVisible>()({
    prepare: (rbm, Z, u) => ({ tensors: { ...rbm, Z, u } }),
    compute: (tf, { Z, u, ...model }) => ({ X: draw(tf, visibleField(tf, model, Z), u) }),
    finish: ({ X }) => matrix(X),
    steps: (tf, { Z, u: _, ...model }) => ({ P: probability(tf, visibleField(tf, model, Z)) }),
  }),

  /** F(x) in nats for each row of X: [B]. */
  freeEnergy: reference<typeof Starter.freeEnergy>()({
    prepare: (rbm, X) => ({ tensors: { ...rbm, X } }),
    compute: (tf, { X, ...model }) => ({ energy: freeEnergyOf(tf, model, X) }),
    finish: ({ energy }) => vector(energy),
    steps: (tf, { X, ...model }) => ({ "X W + c": hiddenField(tf, model, X) }),
  }),

  /** <.>_data - <.>_after, shaped like the model. */
  cd1Gradient: reference<typeof Starter.cd1Gradient>()({
    prepare: (rbm, X, uHidden, uVisible) => ({ tensors: { ...rbm, X, uHidden, uVisible } }),
    compute: (tf, { X, uHidden, uVisible, ...model }) =>
      contrastiveDivergence(tf, model, X, uHidden, uVisible),
    finish: ({ W, b, c }) => ({ W: matrix(W), b: vector(b), c: vector(c) }),
    steps: (tf, { X, uHidden, uVisible, ...model }) => blockStep(tf, model, X, uHidden, uVisible),
  }),

  /** Ascent: parameters + learningRate x gradient; learningRate [instances]. */
  cd1Update: reference<typeof Starter.cd1Update>()({
    prepare: (rbm, X, uHidden, uVisible, learningRate) => ({
      tensors: { ...rbm, X, uHidden, uVisible, learningRate },
    }),
    compute: (tf, { X, uHidden, uVisible, learningRate, ...model }) => {
      const gradient = contrastiveDivergence(tf, model, X, uHidden, uVisible);
      const rate = tf.expandDims(learningRate, 1); // [instances, 1]
      return {
        W: tf.add(model.W, tf.mul(tf.expandDims(rate, 2), gradient.W)),
        b: tf.add(model.b, tf.mul(rate, gradient.b)),
        c: tf.add(model.c, tf.mul(rate, gradient.c)),
      };
    },
    finish: ({ W, b, c }) => ({ W: matrix(W), b: vector(b), c: vector(c) }),
    steps: (tf, { X, uHidden, uVisible, learningRate: _, ...model }) =>
      blockStep(tf, model, X, uHidden, uVisible),
  }),
});
