import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { matrix, scalar } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

/** The mean of both together is taken off in float64: only differences of scores, and of points, count. */
function centred(first: number[], second: number[]): readonly [number[], number[]] {
  const all = [...first, ...second];
  const centre = all.reduce((sum, value) => sum + value / all.length, 0);
  return [first.map((value) => value - centre), second.map((value) => value - centre)];
}

/** The share of `values` at or above each place: values [instances, n]; places [instances, count]; returns [instances, count] */
function shareAbove(tf: TensorFlow, values: Tensor, places: Tensor): Tensor {
  const above = tf.greaterEqual(tf.expandDims(values, 1), tf.expandDims(places, 2)); // [instances, count, n]
  return tf.mean(tf.cast(above, "float32"), 2);
}

/**
 * W1 = integral over t of |F(t) - G(t)|, F and G the distribution functions of x and y. Between two neighbours of the pooled
 * and sorted points both are constant.
 *   x [instances, n]; y [instances, m]; returns [instances]
 * Source: Peyré & Cuturi (2019), section 2.6, the one-dimensional case.
 */
function areaBetween(tf: TensorFlow, x: Tensor, y: Tensor): Tensor {
  const pooled = tf.concat([x, y], 1); // [instances, n + m]
  const gaps = (pooled.shape[1] ?? 1) - 1;
  const { values } = tf.topk(pooled, gaps + 1); // falling
  const upper = tf.slice(values, [0, 0], [-1, gaps]);
  const lower = tf.slice(values, [0, 1], [-1, gaps]);
  const heights = tf.abs(tf.sub(shareAbove(tf, x, upper), shareAbove(tf, y, upper)));
  return tf.sum(tf.mul(heights, tf.sub(upper, lower)), 1);
}

/** The Euclidean length of every row: [instances, n, dim] -> [instances, n] */
function lengths(tf: TensorFlow, gradients: Tensor): Tensor {
  return tf.sqrt(tf.sum(tf.square(gradients), 2));
}

export default defineReference<typeof Starter>({
  /**
   * L = E[f(fake)] - E[f(real)], from scores: real [instances, reals]; fake [instances, fakes].
   * Source: Gulrajani et al. (2017), eq. (3), the original critic loss.
   */
  criticLoss: reference<typeof Starter.criticLoss>()({
    prepare: (real, fake) => {
      const [reals, fakes] = centred(real, fake);
      return { tensors: { reals, fakes } };
    },
    compute: (tf, { reals, fakes }) => ({ loss: tf.sub(tf.mean(fakes, 1), tf.mean(reals, 1)) }),
    finish: ({ loss }) => scalar(loss),
  }),

  /** L = -E[f(fake)]: fake [instances, fakes]. Source: Arjovsky et al. (2017), section 3, algorithm 1. */
  generatorLoss: reference<typeof Starter.generatorLoss>()({
    prepare: (fake) => ({ tensors: { fake } }),
    compute: (tf, { fake }) => ({ loss: tf.neg(tf.mean(fake, 1)) }),
    finish: ({ loss }) => scalar(loss),
  }),

  wasserstein1: reference<typeof Starter.wasserstein1>()({
    prepare: (x, y) => {
      const [first, second] = centred(x, y);
      return { tensors: { first, second } };
    },
    compute: (tf, { first, second }) => ({ distance: areaBetween(tf, first, second) }),
    finish: ({ distance }) => scalar(distance),
  }),

  /** fake + u (real - fake): real, fake [instances, n, dim]; u [instances, n]. Source: Gulrajani et al. (2017), algorithm 1. */
  interpolates: reference<typeof Starter.interpolates>()({
    prepare: (real, fake, u) => ({ tensors: { real, fake, u } }),
    compute: (tf, { real, fake, u }) => ({
      points: tf.add(fake, tf.mul(tf.expandDims(u, 2), tf.sub(real, fake))),
    }),
    finish: ({ points }) => matrix(points),
    steps: (tf, { real, fake }) => ({ "real - fake": tf.sub(real, fake) }),
  }),

  /**
   * lambda E[(|g| - 1)^2]: gradients [instances, n, dim]; lambda [instances].
   * Source: Gulrajani et al. (2017), eq. (3), the gradient penalty.
   */
  gradientPenalty: reference<typeof Starter.gradientPenalty>()({
    prepare: (gradients, lambda) => ({ tensors: { gradients, lambda } }),
    compute: (tf, { gradients, lambda }) => {
      const excess = tf.sub(lengths(tf, gradients), 1); // [instances, n]
      return { penalty: tf.mul(lambda, tf.mean(tf.square(excess), 1)) };
    },
    finish: ({ penalty }) => scalar(penalty),
    steps: (tf, { gradients }) => ({ "|g| of each row": lengths(tf, gradients) }),
  }),
});
