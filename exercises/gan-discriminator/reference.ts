import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { scalar, vector } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

type Scalar = ReturnType<TensorFlow["scalar"]>;

/** Stands for the logarithm of a ratio with a 0 on one side: no ratio of two float64 has one as large. */
const LOG_OF_INFINITY = 1e4;

/**
 * L = -E[log D] - E[log(1 - D)] with D = sigmoid(o): -log D = softplus(-o) and -log(1 - D) = softplus(o).
 *   real [instances, reals]; fake [instances, fakes]; returns [instances]
 * Source: Goodfellow et al. (2014), eq. (1), with the opposite sign.
 */
function loss(tf: TensorFlow, real: Tensor, fake: Tensor): Tensor {
  return tf.add(tf.mean(tf.softplus(tf.neg(real)), 1), tf.mean(tf.softplus(fake), 1));
}

/** log p - log q of every state, in float64: at the optimum it is the logit. Where both are 0 it is 0. */
function logRatio(p: number, q: number): number {
  if (p === 0 && q === 0) return 0;
  return Math.max(-LOG_OF_INFINITY, Math.min(LOG_OF_INFINITY, Math.log(p) - Math.log(q)));
}

function logRatios(p: number[], q: number[]): number[] {
  return p.map((density, i) => logRatio(density, q[i] ?? Number.NaN));
}

export default defineReference<typeof Starter>({
  discriminatorLoss: reference<typeof Starter.discriminatorLoss>()({
    prepare: (real, fake) => ({ tensors: { real, fake } }),
    compute: (tf, { real, fake }) => ({ loss: loss(tf, real, fake) }),
    finish: (outputs) => scalar(outputs.loss),
    steps: (tf, { real, fake }) => ({ "D(real)": tf.sigmoid(real), "D(fake)": tf.sigmoid(fake) }),
  }),

  /**
   * Automatic differentiation. The instances do not touch each other, so the gradient of the sum over them is every
   * instance's own gradient: real [instances, reals]; fake [instances, fakes].
   */
  discriminatorGradient: reference<typeof Starter.discriminatorGradient>()({
    prepare: (real, fake) => ({ tensors: { real, fake } }),
    compute: (tf, { real, fake }) => {
      const total = (r: Tensor, f: Tensor) => tf.sum<Scalar>(loss(tf, r, f));
      const [byReal, byFake] = tf.grads(total)([real, fake]) as [Tensor, Tensor];
      return { byReal, byFake };
    },
    finish: ({ byReal, byFake }) => ({ real: vector(byReal), fake: vector(byFake) }),
    steps: (tf, { real, fake }) => ({ "D(real)": tf.sigmoid(real), "D(fake)": tf.sigmoid(fake) }),
  }),

  /**
   * D* = sigmoid(log p - log q), which is the share of p in p + q: [instances, places].
   * Source: Goodfellow et al. (2014), proposition 1, eq. (2).
   */
  optimalDiscriminator: reference<typeof Starter.optimalDiscriminator>()({
    prepare: (p, q) => ({ tensors: { logits: logRatios(p, q) } }),
    compute: (tf, { logits }) => ({ best: tf.sigmoid(logits) }),
    finish: ({ best }) => vector(best),
  }),

  /**
   * V = sum_x [ p log D* + q log(1 - D*) ], D* from its logits: p, q, logits [instances, states]; returns [instances].
   * Source: Goodfellow et al. (2014), eq. (4), which eq. (6) turns into 2 JS - log 4.
   */
  valueAtOptimum: reference<typeof Starter.valueAtOptimum>()({
    prepare: (p, q) => ({ tensors: { p, q, logits: logRatios(p, q) } }),
    compute: (tf, { p, q, logits }) => {
      const paid = tf.add(tf.mul(p, tf.softplus(tf.neg(logits))), tf.mul(q, tf.softplus(logits)));
      return { value: tf.neg(tf.sum(paid, 1)) };
    },
    finish: ({ value }) => scalar(value),
    steps: (tf, { p, q }) => ({ "mixture M": tf.div(tf.add(p, q), 2) }),
  }),
});
