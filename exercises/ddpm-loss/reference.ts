import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { matrix, scalar, vector } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

/** Adds beta = 1 - alpha, taken in float64: float32 has three digits left of it where a step adds a millionth of noise. */
function withBeta<T extends { readonly alpha: number[] }>(tensors: T) {
  return { tensors: { ...tensors, beta: tensors.alpha.map((kept) => 1 - kept) } };
}

/** What the rows' own steps need of the schedule, each [instances, batch, 1]. */
interface Steps {
  readonly alpha: Tensor; // alpha_t
  readonly beta: Tensor; // 1 - alpha_t
  readonly kept: Tensor; // abar_t
  readonly keptBefore: Tensor; // abar_{t-1}
  readonly noise: Tensor; // 1 - abar_t
  readonly noiseBefore: Tensor; // 1 - abar_{t-1}
}

/**
 * Reads the schedule at each row's step. Step k trades the share beta_k abar_{k-1} = abar_{k-1} - abar_k of the signal for
 * noise, so 1 - abar_t is the sum of these shares up to t: positive terms, and nothing is lost however close abar_t is to 1.
 *   alpha, beta [instances, steps]; t [instances, batch], 1-based
 */
function stepsOf(
  tf: TensorFlow,
  schedule: { readonly t: Tensor; readonly alpha: Tensor; readonly beta: Tensor },
): Steps {
  const { t, alpha, beta } = schedule;
  const [instances = 0, length = 0] = alpha.shape;
  const keptBefore = tf.cumprod(alpha, 1, true); // abar_0 ... abar_{T-1}: [instances, steps]
  const arrived = tf.mul(beta, keptBefore); // [instances, steps]
  // where an instance's steps begin among those of all, less 1 because t counts from 1 (wasm's gather has no right batchDims)
  const before = tf.sub(
    tf.mul(tf.range(0, instances, 1, "int32"), tf.scalar(length, "int32")),
    tf.scalar(1, "int32"),
  );
  const index = tf.add(tf.expandDims(before, 1), tf.cast(t, "int32")); // [instances, batch]
  const here = (values: Tensor): Tensor => tf.expandDims(tf.gather(tf.reshape(values, [-1]), index), 2);
  const keptAtBefore = here(keptBefore);
  const alphaHere = here(alpha);
  return {
    alpha: alphaHere,
    beta: here(beta),
    kept: tf.mul(alphaHere, keptAtBefore),
    keptBefore: keptAtBefore,
    noise: here(tf.cumsum(arrived, 1)),
    noiseBefore: here(tf.cumsum(arrived, 1, true)),
  };
}

/** What a person reads off the schedule first: abar_t of every row. */
function barOfRows(tf: TensorFlow, schedule: Parameters<typeof stepsOf>[1]) {
  return { "alphaBar at t": perRow(tf, stepsOf(tf, schedule).kept) };
}

/** [instances, batch, 1] -> [instances, batch] */
function perRow(tf: TensorFlow, values: Tensor): Tensor {
  return tf.squeeze(values, [2]);
}

/** s2_q = beta_t (1 - abar_{t-1}) / (1 - abar_t): [instances, batch, 1]. Source: Ho, Jain & Abbeel (2020), eq. (7). */
function posteriorVariance(tf: TensorFlow, { beta, noise, noiseBefore }: Steps): Tensor {
  return tf.mul(beta, tf.div(noiseBefore, noise));
}

/** mean over batch and dimensions of (eps - epsHat)^2: [instances, batch, dim] -> [instances] */
function simpleLoss(tf: TensorFlow, eps: Tensor, epsHat: Tensor): Tensor {
  return tf.mean(tf.squaredDifference(eps, epsHat), [1, 2]);
}

export default defineReference<typeof Starter>({
  /**
   * abar_t = prod_{k <= t} alpha_k.
   *   alpha [instances, steps] in (0, 1); returns [instances, steps]
   * Source: Ho, Jain & Abbeel (2020), above eq. (4).
   */
  alphaBar: reference<typeof Starter.alphaBar>()({
    prepare: (alpha) => ({ tensors: { alpha } }),
    compute: (tf, { alpha }) => ({ bars: tf.cumprod(alpha, 1) }),
    finish: ({ bars }) => vector(bars),
  }),

  /**
   * Draw z_t ~ q(z_t | x_0) in one jump: z_t = sqrt(abar_t) x_0 + sqrt(1 - abar_t) eps.
   *   x0, eps [instances, batch, dim]; t [instances, batch] 1-based; returns [instances, batch, dim]
   * Source: Ho, Jain & Abbeel (2020), eq. (4).
   */
  noisySample: reference<typeof Starter.noisySample>()({
    prepare: (x0, t, eps, alpha) => withBeta({ x0, t, eps, alpha }),
    compute: (tf, { x0, eps, ...schedule }) => {
      const { kept, noise } = stepsOf(tf, schedule);
      return { zt: tf.add(tf.mul(tf.sqrt(kept), x0), tf.mul(tf.sqrt(noise), eps)) };
    },
    finish: ({ zt }) => matrix(zt),
    steps: (tf, schedule) => barOfRows(tf, schedule),
  }),

  /**
   * x0_hat = (z_t - sqrt(1 - abar_t) eps_hat) / sqrt(abar_t).
   *   zt, epsHat [instances, batch, dim]; t [instances, batch]; returns [instances, batch, dim]
   * Source: Ho, Jain & Abbeel (2020), eq. (15).
   */
  predictX0: reference<typeof Starter.predictX0>()({
    prepare: (zt, t, epsHat, alpha) => withBeta({ zt, t, epsHat, alpha }),
    compute: (tf, { zt, epsHat, ...schedule }) => {
      const { kept, noise } = stepsOf(tf, schedule);
      return { x0: tf.div(tf.sub(zt, tf.mul(tf.sqrt(noise), epsHat)), tf.sqrt(kept)) };
    },
    finish: ({ x0 }) => matrix(x0),
    steps: (tf, schedule) => barOfRows(tf, schedule),
  }),

  /**
   * L_simple = mean over batch and dimensions of (eps - eps_hat)^2.
   *   eps, epsHat [instances, batch, dim]; returns [instances]
   * Source: Ho, Jain & Abbeel (2020), eq. (14), with the mean over dimensions in the place of the sum.
   */
  simpleLoss: reference<typeof Starter.simpleLoss>()({
    prepare: (eps, epsHat) => ({ tensors: { eps, epsHat } }),
    compute: (tf, { eps, epsHat }) => ({ loss: simpleLoss(tf, eps, epsHat) }),
    finish: ({ loss }) => scalar(loss),
    steps: (tf, { eps, epsHat }) => ({ "eps - epsHat": tf.sub(eps, epsHat) }),
  }),

  /**
   * d L_simple / d eps_hat by reverse-mode differentiation; instances do not meet, so the gradient of their sum holds each one's.
   *   eps, epsHat [instances, batch, dim]; returns [instances, batch, dim]
   */
  lossGradient: reference<typeof Starter.lossGradient>()({
    prepare: (eps, epsHat) => ({ tensors: { eps, epsHat } }),
    compute: (tf, { eps, epsHat }) => ({
      gradient: tf.grad((prediction) => tf.sum(simpleLoss(tf, eps, prediction)))(epsHat),
    }),
    finish: ({ gradient }) => matrix(gradient),
    steps: (tf, { eps, epsHat }) => ({ "eps - epsHat": tf.sub(eps, epsHat) }),
  }),

  /**
   * q(z_{t-1} | z_t, x_0) = N(mean, s2_q I), mean = [ sqrt(abar_{t-1}) beta_t x_0 + sqrt(alpha_t) (1 - abar_{t-1}) z_t ] / (1 - abar_t).
   *   x0, zt [instances, batch, dim]; t [instances, batch]
   *   returns mean [instances, batch, dim] and variance [instances, batch]
   * Source: Ho, Jain & Abbeel (2020), eqs. (6) and (7).
   */
  posterior: reference<typeof Starter.posterior>()({
    prepare: (x0, zt, t, alpha) => withBeta({ x0, zt, t, alpha }),
    compute: (tf, { x0, zt, ...schedule }) => {
      const steps = stepsOf(tf, schedule);
      const ofX0 = tf.mul(tf.sqrt(steps.keptBefore), tf.div(steps.beta, steps.noise)); // [instances, batch, 1]
      const ofZt = tf.mul(tf.sqrt(steps.alpha), tf.div(steps.noiseBefore, steps.noise));
      return {
        mean: tf.add(tf.mul(ofX0, x0), tf.mul(ofZt, zt)),
        variance: tf.squeeze(posteriorVariance(tf, steps), [2]), // [instances, batch]
      };
    },
    finish: ({ mean, variance }) => ({ mean: matrix(mean), variance: vector(variance) }),
    steps: (tf, schedule) => ({
      ...barOfRows(tf, schedule),
      "alphaBar at t - 1": perRow(tf, stepsOf(tf, schedule).keptBefore),
    }),
  }),

  /**
   * mean over the batch of KL = |mu_q - mu_theta|^2 / (2 s2_q), both means written by their noise, so that
   * mu_q - mu_theta = beta_t / sqrt(alpha_t (1 - abar_t)) (eps_hat - eps).
   *   eps, epsHat [instances, batch, dim]; t [instances, batch], t >= 2; returns [instances], nats
   * Source: Ho, Jain & Abbeel (2020), eqs. (8), (10)-(12), with sigma_t^2 = s2_q.
   */
  weightedLoss: reference<typeof Starter.weightedLoss>()({
    prepare: (eps, epsHat, t, alpha) => withBeta({ eps, epsHat, t, alpha }),
    compute: (tf, { eps, epsHat, ...schedule }) => {
      const steps = stepsOf(tf, schedule);
      const scale = tf.div(steps.beta, tf.sqrt(tf.mul(steps.alpha, steps.noise))); // [instances, batch, 1]
      const squaredGap = tf.sum(tf.square(tf.mul(scale, tf.sub(epsHat, eps))), 2, true);
      const kl = tf.div(squaredGap, tf.mul(2, posteriorVariance(tf, steps)));
      return { loss: tf.mean(kl, [1, 2]) };
    },
    finish: ({ loss }) => scalar(loss),
    steps: (tf, schedule) => ({
      ...barOfRows(tf, schedule),
      "posterior variance": perRow(tf, posteriorVariance(tf, stepsOf(tf, schedule))),
    }),
  }),

  /**
   * z_{t-1} = (z_t - beta_t / sqrt(1 - abar_t) eps_hat) / sqrt(alpha_t) + sqrt(s2_q) xi; s2_q is 0 at t = 1.
   *   zt, epsHat, xi [instances, batch, dim]; t [instances, batch]; returns [instances, batch, dim]
   * Source: Ho, Jain & Abbeel (2020), eq. (11) and Algorithm 2: the predicted x_0 is already put into the mean.
   */
  reverseStep: reference<typeof Starter.reverseStep>()({
    prepare: (zt, t, epsHat, alpha, xi) => withBeta({ zt, t, epsHat, alpha, xi }),
    compute: (tf, { zt, epsHat, xi, ...schedule }) => {
      const steps = stepsOf(tf, schedule);
      const ofNoise = tf.div(steps.beta, tf.sqrt(steps.noise)); // [instances, batch, 1]
      const mean = tf.div(tf.sub(zt, tf.mul(ofNoise, epsHat)), tf.sqrt(steps.alpha));
      return { next: tf.add(mean, tf.mul(tf.sqrt(posteriorVariance(tf, steps)), xi)) };
    },
    finish: ({ next }) => matrix(next),
    steps: (tf, schedule) => ({
      ...barOfRows(tf, schedule),
      "posterior variance": perRow(tf, posteriorVariance(tf, stepsOf(tf, schedule))),
    }),
  }),
});
