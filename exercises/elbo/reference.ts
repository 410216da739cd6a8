import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { matrix, scalar } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

type Scalar = ReturnType<TensorFlow["scalar"]>;

/** Stands for log 0: no positive float64 has a logarithm this low, and its exponential is 0. */
const LOG_OF_ZERO = -1e4;

/** A batch as it comes: x, logits [instances, batch, pixels]; mu, logVar [instances, batch, latents]. */
function batch(x: number[][], logits: number[][], mu: number[][], logVar: number[][]) {
  return { tensors: { x, logits, mu, logVar } };
}

/**
 * log p(x | z) = sum_k [ x_k log y_k + (1 - x_k) log(1 - y_k) ], from logits a: log y = a - softplus(a) and
 * log(1 - y) = -softplus(a), so each pixel gives x_k a_k - softplus(a_k).
 *   x, logits [..., pixels]; returns [...]
 * Source: Kingma & Welling (2014), appendix C.1, eq. (11).
 */
function logLikelihood(tf: TensorFlow, x: Tensor, logits: Tensor): Tensor {
  return tf.sum(tf.sub(tf.mul(x, logits), tf.softplus(logits)), -1);
}

/**
 * KL( N(mu, s2) || N(0, I) ) = (1/2) sum_j [ mu_j^2 + s2_j - 1 - log s2_j ].
 *   mu, logVar [..., latents]; returns [...]
 * Source: Kingma & Welling (2014), appendix B, with the opposite sign.
 */
function klToPrior(tf: TensorFlow, mu: Tensor, logVar: Tensor): Tensor {
  const spread = tf.sub(tf.sub(tf.exp(logVar), 1), logVar); // [..., latents]
  return tf.mul(0.5, tf.sum(tf.add(tf.square(mu), spread), -1));
}

/** The mean over the batch of log p(x | z) - KL: [instances, batch, ...] -> [instances]. Kingma & Welling (2014), eq. (10). */
function batchElbo(tf: TensorFlow, x: Tensor, logits: Tensor, mu: Tensor, logVar: Tensor): Tensor {
  return tf.mean(tf.sub(logLikelihood(tf, x, logits), klToPrior(tf, mu, logVar)), 1);
}

/**
 * log joint above a whole number below them all, taken off in float64 (the logs may lie near -70, the gap near 0), and
 * that number for `finish`.
 *   joint, q [states]
 */
function aboveFloor(joint: number[], q: number[]) {
  const logs = joint.map((probability) => Math.log(probability));
  const floor = Math.floor(Math.min(...logs.filter(Number.isFinite))) - 1;
  return {
    tensors: { logJoint: logs.map((value) => Math.max(value - floor, LOG_OF_ZERO)), q },
    kept: floor,
  };
}

/** sum_z q log q with 0 log 0 = 0: [instances, states] -> [instances] */
function negativeEntropy(tf: TensorFlow, q: Tensor): Tensor {
  return tf.sum(tf.mul(q, tf.log(tf.maximum(q, 1e-30))), 1);
}

export default defineReference<typeof Starter>({
  reconstruction: reference<typeof Starter.reconstruction>()({
    prepare: (x, logits) => ({ tensors: { x, logits } }),
    compute: (tf, { x, logits }) => ({ logLikelihood: logLikelihood(tf, x, logits) }),
    finish: (outputs) => scalar(outputs.logLikelihood),
    steps: (tf, { logits }) => ({ y: tf.sigmoid(logits) }),
  }),

  klTerm: reference<typeof Starter.klTerm>()({
    prepare: (mu, logVar) => ({ tensors: { mu, logVar } }),
    compute: (tf, { mu, logVar }) => ({ kl: klToPrior(tf, mu, logVar) }),
    finish: ({ kl }) => scalar(kl),
    steps: (tf, { logVar }) => ({ "sigma^2": tf.exp(logVar) }),
  }),

  elbo: reference<typeof Starter.elbo>()({
    prepare: batch,
    compute: (tf, { x, logits, mu, logVar }) => ({ elbo: batchElbo(tf, x, logits, mu, logVar) }),
    finish: ({ elbo }) => scalar(elbo),
    steps: (tf, { x, logits, mu, logVar }) => ({
      "reconstruction of each row": logLikelihood(tf, x, logits),
      "KL of each row": klToPrior(tf, mu, logVar),
    }),
  }),

  /**
   * Automatic differentiation of -elbo. The instances do not touch each other, so the gradient of the sum over them is
   * every instance's own gradient: logits [instances, batch, pixels]; mu, logVar [instances, batch, latents].
   */
  negElboGradient: reference<typeof Starter.negElboGradient>()({
    prepare: batch,
    compute: (tf, { x, logits, mu, logVar }) => {
      const loss = (a: Tensor, m: Tensor, v: Tensor) => tf.sum<Scalar>(tf.neg(batchElbo(tf, x, a, m, v)));
      const [dLogits, dMu, dLogVar] = tf.grads(loss)([logits, mu, logVar]) as [Tensor, Tensor, Tensor];
      return { dLogits, dMu, dLogVar };
    },
    finish: ({ dLogits, dMu, dLogVar }) => ({
      logits: matrix(dLogits),
      mu: matrix(dMu),
      logVar: matrix(dLogVar),
    }),
    steps: (tf, { logits, logVar }) => ({ y: tf.sigmoid(logits), "sigma^2": tf.exp(logVar) }),
  }),

  /**
   * elbo = sum_z q (log joint - log q); gap = sum_z q (log q - log p(z | x)) with log p(z | x) = log joint - log p(x) and
   * log p(x) = logSumExp_z log joint. Source: Bishop (2006), eqs. (9.70)-(9.72).
   */
  lowerBound: reference<typeof Starter.lowerBound>()({
    prepare: aboveFloor,
    compute: (tf, { logJoint, q }) => {
      const logPosterior = tf.sub(logJoint, tf.logSumExp(logJoint, 1, true)); // [instances, states]
      const negEntropy = negativeEntropy(tf, q); // [instances]
      return {
        elbo: tf.sub(tf.sum(tf.mul(q, logJoint), 1), negEntropy),
        logEvidence: tf.logSumExp(logJoint, 1),
        gap: tf.sub(negEntropy, tf.sum(tf.mul(q, logPosterior), 1)),
      };
    },
    finish: ({ elbo, logEvidence, gap }, floor) => ({
      elbo: floor + scalar(elbo),
      logEvidence: floor + scalar(logEvidence),
      gap: scalar(gap),
    }),
    steps: (tf, { logJoint }) => ({
      "p(z | x)": tf.exp(tf.sub(logJoint, tf.logSumExp(logJoint, 1, true))),
    }),
  }),
});
