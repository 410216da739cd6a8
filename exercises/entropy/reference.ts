import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { scalar } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

/** Below every probability that matters and above the smallest float32: its logarithm, times a probability of 0, is 0. */
const FLOOR = 1e-35;

/**
 * log p where p > 0, and a number where p = 0, which a factor 0 then takes away.
 *   p [...]; returns [...]
 */
function safeLog(tf: TensorFlow, p: Tensor): Tensor {
  return tf.log(tf.maximum(p, FLOOR));
}

/** p log(a / b) with 0 log 0 = 0, each logarithm by itself: a quotient of small numbers may leave float32's range. */
function weighedLogRatio(tf: TensorFlow, p: Tensor, a: Tensor, b: Tensor): Tensor {
  return tf.mul(p, tf.sub(safeLog(tf, a), safeLog(tf, b)));
}

/** p(x) = sum_y p(x, y): [instances, rows, columns] -> [instances, rows, 1] */
function marginalOfRows(tf: TensorFlow, pxy: Tensor): Tensor {
  return tf.sum(pxy, 2, true);
}

export default defineReference<typeof Starter>({
  /**
   * H(p) = - sum_k p_k log p_k.
   *   p [instances, outcomes]; returns [instances]
   * Source: Cover & Thomas (2006), section 2.1; Shannon (1948), section 6.
   */
  entropy: reference<typeof Starter.entropy>()({
    prepare: (p) => ({ tensors: { p } }),
    compute: (tf, { p }) => ({ entropy: tf.neg(tf.sum(tf.mul(p, safeLog(tf, p)), 1)) }),
    finish: ({ entropy }) => scalar(entropy),
    steps: (tf, { p }) => ({ "-p_k log p_k": tf.mul(tf.neg(p), safeLog(tf, p)) }),
  }),

  /**
   * H(p, q) = - sum_k p_k log q_k.
   *   p, q [instances, outcomes]; returns [instances]
   */
  crossEntropy: reference<typeof Starter.crossEntropy>()({
    prepare: (p, q) => ({ tensors: { p, q } }),
    compute: (tf, { p, q }) => ({ crossEntropy: tf.neg(tf.sum(tf.mul(p, safeLog(tf, q)), 1)) }),
    finish: ({ crossEntropy }) => scalar(crossEntropy),
    steps: (tf, { p, q }) => ({ "-p_k log q_k": tf.mul(tf.neg(p), safeLog(tf, q)) }),
  }),

  /**
   * KL(p || q) = sum_k p_k (log p_k - log q_k).
   *   p, q [instances, outcomes]; returns [instances]
   * Source: Cover & Thomas (2006), section 2.3; Bishop (2006), section 1.6.1.
   */
  kl: reference<typeof Starter.kl>()({
    prepare: (p, q) => ({ tensors: { p, q } }),
    compute: (tf, { p, q }) => ({ kl: tf.sum(weighedLogRatio(tf, p, p, q), 1) }),
    finish: ({ kl }) => scalar(kl),
    steps: (tf, { p, q }) => ({ "p_k log(p_k / q_k)": weighedLogRatio(tf, p, p, q) }),
  }),

  /**
   * H[y | x] = sum_x sum_y p(x, y) (log p(x) - log p(x, y)).
   *   pxy [instances, rows, columns]; returns [instances]
   * Source: Cover & Thomas (2006), section 2.2; Bishop (2006), section 1.6.
   */
  conditionalEntropy: reference<typeof Starter.conditionalEntropy>()({
    prepare: (pxy) => ({ tensors: { pxy } }),
    compute: (tf, { pxy }) => ({
      entropy: tf.sum(weighedLogRatio(tf, pxy, marginalOfRows(tf, pxy), pxy), [1, 2]),
    }),
    finish: ({ entropy }) => scalar(entropy),
    steps: (tf, { pxy }) => ({
      "p(x)": tf.squeeze(marginalOfRows(tf, pxy), [2]),
      "p(y | x)": tf.div(pxy, tf.maximum(marginalOfRows(tf, pxy), FLOOR)),
    }),
  }),
});
