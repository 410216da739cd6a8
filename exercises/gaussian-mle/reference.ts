import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { scalar } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

/** log 2 pi, the constant of the Gaussian's log-density. */
const LOG_2_PI = Math.log(2 * Math.PI);

/**
 * The data about mu, taken off in float64 before float32 sees them: at an offset of 1e8 float32 has a spacing of 8.
 *   x [instances, n]; s2 [instances]
 */
function aboutPoint(x: number[], mu: number, s2: number) {
  return { tensors: { residual: x.map((value) => value - mu), s2 } };
}

/**
 * The data about a whole number below them all, which `finish` adds back where the answer is a place and not a spread.
 * Every shifted sample is at least 1, so that their mean on the device never is 0 by chance.
 *   x [instances, n]
 */
function aboutOffset(x: number[]) {
  const offset = Math.floor(Math.min(...x)) - 1;
  return { tensors: { shifted: x.map((value) => value - offset) }, kept: offset };
}

/** mean_i r_i^2 over the samples: [instances, n] -> [instances] */
function meanSquare(tf: TensorFlow, residual: Tensor): Tensor {
  return tf.mean(tf.square(residual), 1);
}

export default defineReference<typeof Starter>({
  /**
   * L = mean_i (x_i - mu)^2 / (2 s2) + (1/2) log s2 + (1/2) log 2 pi, in nats per sample.
   * Source: Bishop (2006), eq. (1.54), negated and divided by n.
   */
  negLogLikelihood: reference<typeof Starter.negLogLikelihood>()({
    prepare: aboutPoint,
    compute: (tf, { residual, s2 }) => {
      const quadratic = tf.div(meanSquare(tf, residual), tf.mul(2, s2)); // [instances]
      return { loss: tf.add(quadratic, tf.mul(0.5, tf.add(tf.log(s2), LOG_2_PI))) };
    },
    finish: ({ loss }) => scalar(loss),
    steps: (tf, { residual }) => ({ "x - mu": residual, "mean (x - mu)^2": meanSquare(tf, residual) }),
  }),

  /** dL/dmu = -(1/s2) mean_i (x_i - mu). */
  dMu: reference<typeof Starter.dMu>()({
    prepare: aboutPoint,
    compute: (tf, { residual, s2 }) => ({ derivative: tf.neg(tf.div(tf.mean(residual, 1), s2)) }),
    finish: ({ derivative }) => scalar(derivative),
    steps: (_, { residual }) => ({ "x - mu": residual }),
  }),

  /** dL/ds2 = 1/(2 s2) - mean_i (x_i - mu)^2 / (2 s2^2). */
  dSigma2: reference<typeof Starter.dSigma2>()({
    prepare: aboutPoint,
    compute: (tf, { residual, s2 }) => {
      const ratio = tf.div(meanSquare(tf, residual), s2); // [instances]
      return { derivative: tf.div(tf.sub(1, ratio), tf.mul(2, s2)) };
    },
    finish: ({ derivative }) => scalar(derivative),
    steps: (tf, { residual }) => ({ "x - mu": residual, "mean (x - mu)^2": meanSquare(tf, residual) }),
  }),

  /** mu_hat = mean_i x_i. Source: Bishop (2006), eq. (1.55). */
  muHat: reference<typeof Starter.muHat>()({
    prepare: aboutOffset,
    compute: (tf, { shifted }) => ({ mean: tf.mean(shifted, 1) }),
    finish: ({ mean }, offset) => offset + scalar(mean),
  }),

  /** s2_hat = mean_i (x_i - mu_hat)^2, two passes. Source: Bishop (2006), eq. (1.56). */
  sigma2Hat: reference<typeof Starter.sigma2Hat>()({
    prepare: aboutOffset,
    compute: (tf, { shifted }) => ({
      variance: meanSquare(tf, tf.sub(shifted, tf.mean(shifted, 1, true))),
    }),
    finish: ({ variance }) => scalar(variance),
    steps: (tf, { shifted }) => ({ "x - muHat": tf.sub(shifted, tf.mean(shifted, 1, true)) }),
  }),
});
