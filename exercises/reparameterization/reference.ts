import {
  defineReference,
  reference,
  type NestedNumbers,
  type Tensor,
  type TensorFlow,
} from "#sdk/reference.ts";
import { vector } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

type Scalar = ReturnType<TensorFlow["scalar"]>;

/**
 * z = mu + sigma eps with sigma = e^(logVar / 2): a differentiable path from the parameters to the draw.
 *   mu, logVar and eps broadcast to [instances, draws, dim], which it returns
 * Source: Kingma & Welling (2014), section 2.4.
 */
function path(tf: TensorFlow, mu: Tensor, logVar: Tensor, eps: Tensor): Tensor {
  return tf.add(mu, tf.mul(tf.exp(tf.mul(0.5, logVar)), eps));
}

/**
 * log q(z) of N(mu, diag(e^logVar)) without its constant: -(1/2) sum_j [ (z_j - mu_j)^2 / e^logVar_j + logVar_j ].
 *   mu, logVar [instances, 1, dim]; z [instances, draws, dim]; returns [instances, draws]
 */
function logDensity(tf: TensorFlow, mu: Tensor, logVar: Tensor, z: Tensor): Tensor {
  const squares = tf.mul(tf.square(tf.sub(z, mu)), tf.exp(tf.neg(logVar)));
  return tf.mul(-0.5, tf.sum(tf.add(squares, logVar), 2));
}

/**
 * Automatic differentiation of an estimate's surrogate, [instances, draws], by mu and by logVar. The instances do not touch
 * each other, so the gradient of the sum over them is every instance's own gradient. The location of mu does not matter to
 * either estimator: it is taken at 0.
 *   logVar [instances, dim]; returns mu, logVar [instances, dim]
 */
function gradients(tf: TensorFlow, logVar: Tensor, surrogate: (mu: Tensor, logVar: Tensor) => Tensor) {
  const loss = (m: Tensor, v: Tensor) =>
    tf.sum<Scalar>(tf.mean(surrogate(tf.expandDims(m, 1), tf.expandDims(v, 1)), 1));
  const [mu, byLogVar] = tf.grads(loss)([tf.zerosLike(logVar), logVar]) as [Tensor, Tensor];
  return { mu, logVar: byLogVar };
}

/**
 * The score-function estimate: the gradient of mean_s value_s log q(z_s), with z_s held fixed.
 *   logVar [instances, dim]; eps [instances, draws, dim]; value [instances, draws]
 * Source: Mohamed et al. (2020), section 4.
 */
function scoreEstimate(tf: TensorFlow, logVar: Tensor, eps: Tensor, value: Tensor) {
  const z = path(tf, tf.scalar(0), tf.expandDims(logVar, 1), eps); // [instances, draws, dim]
  return gradients(tf, logVar, (m, v) => tf.mul(value, logDensity(tf, m, v, z)));
}

/** Each value without the mean of the others: [instances, draws]. Source: Kool, van Hoof & Welling (2019). */
function withoutOthers(tf: TensorFlow, value: Tensor): Tensor {
  const others = (value.shape[1] ?? 0) - 1;
  return tf.sub(value, tf.div(tf.sub(tf.sum(value, 1, true), value), others));
}

function gradientOf(outputs: { readonly mu: NestedNumbers; readonly logVar: NestedNumbers }) {
  return { mu: vector(outputs.mu), logVar: vector(outputs.logVar) };
}

export default defineReference<typeof Starter>({
  sample: reference<typeof Starter.sample>()({
    prepare: (mu, logVar, eps) => ({ tensors: { mu, logVar, eps } }),
    compute: (tf, { mu, logVar, eps }) => ({ z: path(tf, mu, logVar, eps) }),
    finish: ({ z }) => vector(z),
    steps: (tf, { logVar }) => ({ sigma: tf.exp(tf.mul(0.5, logVar)) }),
  }),

  /** The gradient of mean_s f(z_s) along the path; f enters by its slope alone. Source: Mohamed et al. (2020), section 5. */
  pathwiseGradient: reference<typeof Starter.pathwiseGradient>()({
    prepare: (logVar, eps, slope) => ({ tensors: { logVar, eps, slope } }),
    compute: (tf, { logVar, eps, slope }) =>
      gradients(tf, logVar, (m, v) => tf.sum(tf.mul(slope, path(tf, m, v, eps)), 2)),
    finish: (outputs) => gradientOf(outputs),
    steps: (tf, { logVar }) => ({ sigma: tf.exp(tf.mul(0.5, logVar)) }),
  }),

  scoreGradient: reference<typeof Starter.scoreGradient>()({
    prepare: (logVar, eps, value) => ({ tensors: { logVar, eps, value } }),
    compute: (tf, { logVar, eps, value }) => scoreEstimate(tf, logVar, eps, value),
    finish: (outputs) => gradientOf(outputs),
    steps: (tf, { logVar }) => ({ sigma: tf.exp(tf.mul(0.5, logVar)) }),
  }),

  /** The values' own mean, which cancels, is taken out in float64: far from 0 float32 loses what they differ by. */
  scoreGradientWithBaseline: reference<typeof Starter.scoreGradientWithBaseline>()({
    prepare: (logVar, eps, value) => {
      const centre = value.reduce((sum, one) => sum + one / value.length, 0);
      return { tensors: { logVar, eps, value: value.map((one) => one - centre) } };
    },
    compute: (tf, { logVar, eps, value }) => scoreEstimate(tf, logVar, eps, withoutOthers(tf, value)),
    finish: (outputs) => gradientOf(outputs),
    steps: (tf, { value }) => ({ "value minus its baseline": withoutOthers(tf, value) }),
  }),
});
