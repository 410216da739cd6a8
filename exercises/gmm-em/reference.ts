import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { matrix, scalar, vector } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

const MIN_VARIANCE = 1e-6;
const MIN_COUNT = 1e-8;

/** Stands for log 0: whatever is added to it, its exponential is 0. */
const LOG_OF_ZERO = -1e30;

/** One mixture per instance: weights [instances, k], means and variances [instances, k, dim]. */
interface Parameters {
  readonly weights: Tensor;
  readonly means: Tensor;
  readonly variances: Tensor;
}

/** The mean of the rows: [dim]. Taken out in float64, since far from the origin float32 has no digits left for differences. */
function centreOf(rows: number[][]): number[] {
  return (rows[0] ?? []).map((_, d) => rows.reduce((total, row) => total + (row[d] ?? 0), 0) / rows.length);
}

function about(rows: number[][], centre: readonly number[]): number[][] {
  return rows.map((row) => row.map((value, d) => value - (centre[d] ?? 0)));
}

/** Samples and means about the components' centre: some samples may lie far away, and the densities are those of the near ones. */
function aboutComponents(x: number[][], weights: number[], means: number[][], variances: number[][]) {
  const centre = centreOf(means);
  return { tensors: { x: about(x, centre), weights, means: about(means, centre), variances } };
}

function backFrom(rows: number[][], centre: readonly number[]): number[][] {
  return rows.map((row) => row.map((value, d) => value + (centre[d] ?? 0)));
}

/** Samples beside components: [instances, n, dim] -> [instances, n, 1, dim] */
function besideComponents(tf: TensorFlow, x: Tensor): Tensor {
  return tf.expandDims(x, 2);
}

/**
 * log( w_k N(x_i | mu_k, diag(v_k)) ), with
 * log N = -(1/2) sum_d [ log(2 pi) + log v_kd + (x_id - mu_kd)^2 / v_kd ].
 *   x [instances, n, dim] -> [instances, n, k]
 * Source: Bishop (2006), eq. (9.7), of which this is one term of the sum, with a diagonal covariance.
 */
function logJoint(tf: TensorFlow, x: Tensor, { weights, means, variances }: Parameters): Tensor {
  const spread = tf.expandDims(variances, 1); // [instances, 1, k, dim]
  const distance = tf.sub(besideComponents(tf, x), tf.expandDims(means, 1)); // [instances, n, k, dim]
  const exponents = tf.add(tf.div(tf.square(distance), spread), tf.log(tf.mul(2 * Math.PI, spread)));
  const logWeights = tf.where(
    tf.greater(weights, 0),
    tf.log(tf.maximum(weights, 1e-30)),
    tf.fill(weights.shape, LOG_OF_ZERO),
  );
  return tf.sub(tf.expandDims(logWeights, 1), tf.mul(0.5, tf.sum(exponents, 3)));
}

/**
 * gamma_ik = w_k N(x_i | k) / sum_j w_j N(x_i | j): [instances, n, k].
 * Source: Bishop (2006), eq. (9.23).
 */
function eStep(tf: TensorFlow, x: Tensor, parameters: Parameters): Tensor {
  return tf.softmax(logJoint(tf, x, parameters), 2);
}

/**
 * N_k = sum_i gamma_ik, w_k = N_k / n, mu_k = (1/N_k) sum_i gamma_ik x_i and v_k = (1/N_k) sum_i gamma_ik (x_i - mu_k)^2,
 * v_k at least MIN_VARIANCE. An empty component has all samples with equal shares.
 *   x [instances, n, dim], r [instances, n, k]
 * Source: Bishop (2006), eqs. (9.24)-(9.27).
 */
function maximise(tf: TensorFlow, x: Tensor, r: Tensor): Parameters {
  const counts = countsOf(tf, r); // [instances, k]
  const isEmpty = tf.less(counts, MIN_COUNT);
  const among = tf.tile(tf.expandDims(isEmpty, 1), [1, r.shape[1] ?? 1, 1]); // [instances, n, k]
  const shares = tf.where(among, tf.onesLike(r), r);
  const relative = tf.div(shares, tf.sum(shares, 1, true)); // [instances, n, k], each column sums to 1
  const means = tf.matMul(relative, x, true); // [instances, k, dim]
  const distance = tf.sub(besideComponents(tf, x), tf.expandDims(means, 1)); // [instances, n, k, dim]
  const variances = tf.sum(tf.mul(tf.expandDims(relative, 3), tf.square(distance)), 1);
  return {
    weights: tf.div(counts, x.shape[1] ?? 1),
    means,
    variances: tf.maximum(variances, MIN_VARIANCE),
  };
}

/** N_k = sum_i gamma_ik: [instances, n, k] -> [instances, k] */
function countsOf(tf: TensorFlow, r: Tensor): Tensor {
  return tf.sum(r, 1);
}

export default defineReference<typeof Starter>({
  responsibilities: reference<typeof Starter.responsibilities>()({
    prepare: aboutComponents,
    compute: (tf, { x, ...parameters }) => ({ r: eStep(tf, x, parameters) }),
    finish: ({ r }) => matrix(r),
    steps: (tf, { x, ...parameters }) => ({ "log( w_k N(x_i | k) )": logJoint(tf, x, parameters) }),
  }),

  mStep: reference<typeof Starter.mStep>()({
    prepare: (x, r) => {
      const centre = centreOf(x);
      return { tensors: { x: about(x, centre), r }, kept: centre };
    },
    compute: (tf, { x, r }) => ({ ...maximise(tf, x, r) }),
    finish: ({ weights, means, variances }, centre) => ({
      weights: vector(weights),
      means: backFrom(matrix(means), centre),
      variances: matrix(variances),
    }),
    steps: (tf, { r }) => ({ N_k: countsOf(tf, r) }),
  }),

  /** (1/n) sum_i log sum_k w_k N(x_i | k): [instances]. Source: Bishop (2006), eq. (9.28), divided by n. */
  logLikelihood: reference<typeof Starter.logLikelihood>()({
    prepare: aboutComponents,
    compute: (tf, { x, ...parameters }) => ({
      mean: tf.mean(tf.logSumExp(logJoint(tf, x, parameters), 2), 1),
    }),
    finish: ({ mean }) => scalar(mean),
    steps: (tf, { x, ...parameters }) => ({
      "log p(x_i)": tf.logSumExp(logJoint(tf, x, parameters), 2),
    }),
  }),

  em: reference<typeof Starter.em>()({
    prepare: (x, weights, means, variances, steps) => {
      const centre = centreOf(x);
      return {
        tensors: { x: about(x, centre), weights, means: about(means, centre), variances },
        statics: { steps },
        kept: centre,
      };
    },
    compute: (tf, { x, weights, means, variances }, { steps }) => {
      let parameters: Parameters = {
        weights: tf.mul(1, weights),
        means: tf.mul(1, means),
        variances: tf.mul(1, variances),
      };
      for (let step = 0; step < steps; step++) parameters = maximise(tf, x, eStep(tf, x, parameters));
      return { ...parameters };
    },
    finish: ({ weights, means, variances }, centre) => ({
      weights: vector(weights),
      means: backFrom(matrix(means), centre),
      variances: matrix(variances),
    }),
  }),
});
