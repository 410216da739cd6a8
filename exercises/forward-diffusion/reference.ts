import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { matrix, vector } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

/** beta = 1 - alpha, taken in float64: float32 has three digits left of it where a step adds a millionth of noise. */
function added(alpha: readonly number[]): number[] {
  return alpha.map((kept) => 1 - kept);
}

/** A number per instance as the weight of a vector: [instances] -> [instances, 1] */
function perInstance(tf: TensorFlow, values: Tensor): Tensor {
  return tf.expandDims(values, 1);
}

/** 1 for the steps 1 ... t and 0 for those after: t [instances], over steps -> [instances, steps] */
function taken(tf: TensorFlow, t: Tensor, steps: number): Tensor {
  const places = tf.expandDims(tf.range(0, steps, 1, "float32"), 0);
  return tf.cast(tf.less(places, perInstance(tf, t)), "float32");
}

/**
 * abar_t and 1 - abar_t. Step k trades the share beta_k abar_{k-1} of the signal for noise, so 1 - abar_t is the sum of
 * these up to t: positive terms, and nothing is lost however close abar_t is to 1.
 *   alpha, beta [instances, steps]; t [instances]; returns two of [instances]
 */
function sharesAt(tf: TensorFlow, alpha: Tensor, beta: Tensor, t: Tensor) {
  const mask = taken(tf, t, alpha.shape[1] ?? 0); // [instances, steps]
  const upToT = tf.sub(1, tf.mul(mask, tf.sub(1, alpha))); // alpha_k for k <= t, 1 after
  const keptBefore = tf.cumprod(upToT, 1, true); // abar_{k-1}
  return {
    kept: tf.prod(upToT, 1),
    noise: tf.sum(tf.mul(mask, tf.mul(beta, keptBefore)), 1),
  };
}

/**
 * The weight of each step's noise in each later z: W[t, k] = sqrt(beta_k alpha_{k+1} ... alpha_t) for k <= t, else 0, the product as a
 * difference of running sums of logarithms.
 *   logAlpha, beta [instances, steps]; returns [instances, steps, steps]
 */
function noiseWeights(tf: TensorFlow, logAlpha: Tensor, beta: Tensor): Tensor {
  const [, steps = 0] = logAlpha.shape;
  const sums = tf.cumsum(logAlpha, 1); // log abar_t
  const between = tf.sub(tf.expandDims(sums, 2), tf.expandDims(sums, 1)); // [instances, t, k]
  const places = tf.range(0, steps, 1, "float32");
  const past = tf.cast(tf.lessEqual(tf.expandDims(places, 0), tf.expandDims(places, 1)), "float32"); // k <= t
  const kept = tf.exp(tf.mul(0.5, tf.minimum(between, 0)));
  return tf.mul(tf.mul(kept, past), tf.sqrt(tf.expandDims(beta, 1)));
}

export default defineReference<typeof Starter>({
  /**
   * abar_t = prod_{k <= t} alpha_k.
   *   alpha [instances, steps] in (0, 1]; returns [instances, steps]
   * Source: Ho, Jain & Abbeel (2020), above eq. (4).
   */
  alphaBar: reference<typeof Starter.alphaBar>()({
    prepare: (alpha) => ({ tensors: { alpha } }),
    compute: (tf, { alpha }) => ({ bars: tf.cumprod(alpha, 1) }),
    finish: ({ bars }) => vector(bars),
  }),

  /**
   * Draw z_t ~ q(z_t | z_{t-1}) = N(sqrt(alpha_t) z_{t-1}, (1 - alpha_t) I).
   *   zPrev, eps [instances, dim]; alphaT, beta [instances]; returns [instances, dim]
   * Source: Ho, Jain & Abbeel (2020), eq. (2), with beta_t = 1 - alpha_t.
   */
  step: reference<typeof Starter.step>()({
    prepare: (zPrev, alphaT, eps) => ({ tensors: { zPrev, alphaT, beta: 1 - alphaT, eps } }),
    compute: (tf, { zPrev, alphaT, beta, eps }) => ({
      z: tf.add(tf.mul(perInstance(tf, tf.sqrt(alphaT)), zPrev), tf.mul(perInstance(tf, tf.sqrt(beta)), eps)),
    }),
    finish: ({ z }) => vector(z),
    steps: (tf, { alphaT, beta }) => ({
      "sqrt(alpha_t)": tf.sqrt(alphaT),
      "sqrt(1 - alpha_t)": tf.sqrt(beta),
    }),
  }),

  /**
   * Draw z_t ~ q(z_t | x_0) = N(sqrt(abar_t) x_0, (1 - abar_t) I).
   *   x0, eps [instances, dim]; alpha, beta [instances, steps]; t [instances], 0 ... steps; returns [instances, dim]
   * Source: Ho, Jain & Abbeel (2020), eq. (4).
   */
  marginal: reference<typeof Starter.marginal>()({
    prepare: (x0, alpha, t, eps) => ({ tensors: { x0, alpha, beta: added(alpha), t, eps } }),
    compute: (tf, { x0, alpha, beta, t, eps }) => {
      const { kept, noise } = sharesAt(tf, alpha, beta, t);
      const signal = tf.mul(perInstance(tf, tf.sqrt(kept)), x0);
      return { z: tf.add(signal, tf.mul(perInstance(tf, tf.sqrt(noise)), eps)) };
    },
    finish: ({ z }) => vector(z),
    steps: (tf, { alpha, beta, t }) => ({ abar_t: sharesAt(tf, alpha, beta, t).kept }),
  }),

  /**
   * Eq. (2) taken T times, unrolled: z_t = sqrt(abar_t) x_0 + sum_{k <= t} sqrt(beta_k alpha_{k+1} ... alpha_t) eps_k.
   *   x0 [instances, dim]; logAlpha, beta [instances, steps]; eps [instances, steps, dim]; returns [instances, steps, dim]
   */
  path: reference<typeof Starter.path>()({
    prepare: (x0, alpha, eps) => ({
      tensors: { x0, logAlpha: alpha.map((kept) => Math.log(kept)), beta: added(alpha), eps },
    }),
    compute: (tf, { x0, logAlpha, beta, eps }) => {
      const kept = tf.exp(tf.mul(0.5, tf.cumsum(logAlpha, 1))); // sqrt(abar_t): [instances, steps]
      const signal = tf.mul(tf.expandDims(kept, 2), tf.expandDims(x0, 1)); // [instances, steps, dim]
      return { z: tf.add(signal, tf.matMul(noiseWeights(tf, logAlpha, beta), eps)) };
    },
    finish: ({ z }) => matrix(z),
  }),
});
