import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { matrix, scalar, vector } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

type Scalar = ReturnType<TensorFlow["scalar"]>;

/** Couplings and fields as they come: W [instances, n, n], b [instances, n]. */
function machine(W: number[][], b: number[]) {
  return { tensors: { W, b }, statics: b.length };
}

/** 1 above the diagonal: [n, n] */
function aboveDiagonal(tf: TensorFlow, n: number): Tensor {
  const index = tf.range(0, n);
  return tf.cast(tf.less(tf.expandDims(index, 1), tf.expandDims(index, 0)), "float32");
}

/** Every state once, the digits of 0 ... 2^n - 1 in base 2 as signs: [1, 2^n, n] */
function allStates(tf: TensorFlow, n: number): Tensor {
  const number = tf.expandDims(tf.range(0, 2 ** n), 1); // [2^n, 1]
  const place = tf.tensor1d(Array.from({ length: n }, (_, i) => 2 ** i));
  const digit = tf.mod(tf.floor(tf.div(number, place)), 2); // [2^n, n]
  return tf.expandDims(tf.sub(tf.mul(2, digit), 1), 0);
}

/**
 * -E(x) = sum_{i<j} W_ij x_i x_j + sum_i b_i x_i, from the upper triangle of W.
 *   X [instances or 1, rows, n]; W [instances, n, n]; b [instances, n]; returns [instances, rows]
 */
function exponents(tf: TensorFlow, X: Tensor, W: Tensor, b: Tensor): Tensor {
  const n = b.shape[1] ?? 0;
  const fieldsOfPairs = tf.matMul(X, tf.mul(W, aboveDiagonal(tf, n))); // [instances, rows, n]
  return tf.sum(tf.mul(tf.add(fieldsOfPairs, tf.expandDims(b, 1)), X), 2);
}

export default defineReference<typeof Starter>({
  /** E(x), the state as the only row. Source: MacKay (2003), chapter 31. */
  energy: reference<typeof Starter.energy>()({
    prepare: (W, b, x) => ({ tensors: { W, b, x } }),
    compute: (tf, { W, b, x }) => ({
      E: tf.neg(tf.squeeze(exponents(tf, tf.expandDims(x, 1), W, b), [1])),
    }),
    finish: ({ E }) => scalar(E),
    steps: (tf, { W, x }) => ({
      "x_i x_j": tf.mul(tf.mul(tf.expandDims(x, 2), tf.expandDims(x, 1)), aboveDiagonal(tf, W.shape[1] ?? 0)),
    }),
  }),

  /** log Z = logSumExp over all states of -E. */
  logPartition: reference<typeof Starter.logPartition>()({
    prepare: machine,
    compute: (tf, { W, b }, n) => ({ logZ: tf.logSumExp(exponents(tf, allStates(tf, n), W, b), 1) }),
    finish: ({ logZ }) => scalar(logZ),
  }),

  /** <x> = X' q and <x x'> = X' diag(q) X with q = softmax(-E): [instances, n] and [instances, n, n]. */
  expectations: reference<typeof Starter.expectations>()({
    prepare: machine,
    compute: (tf, { W, b }, n) => {
      const X = allStates(tf, n);
      const q = tf.expandDims(tf.softmax(exponents(tf, X, W, b)), 2); // [instances, 2^n, 1]
      const weighted = tf.mul(X, q); // [instances, 2^n, n]
      return { mean: tf.sum(weighted, 1), correlation: tf.matMul(weighted, X, true) };
    },
    finish: ({ mean, correlation }) => ({ mean: vector(mean), correlation: matrix(correlation) }),
  }),

  /**
   * Automatic differentiation of mean_rows(-E(row)) - log Z. E reads the upper triangle only, so the derivative by W_ij, i < j, is
   * the one by the pair's coupling; mirrored, it is symmetric. Source: Ackley, Hinton & Sejnowski (1985).
   */
  gradient: reference<typeof Starter.gradient>()({
    prepare: (data, W, b) => ({ tensors: { data, W, b }, statics: b.length }),
    compute: (tf, { data, W, b }, n) => {
      const X = allStates(tf, n);
      const logLikelihood = (couplings: Tensor, fields: Tensor) => {
        const ofData = tf.mean(exponents(tf, data, couplings, fields), 1); // [instances]
        return tf.sum<Scalar>(tf.sub(ofData, tf.logSumExp(exponents(tf, X, couplings, fields), 1)));
      };
      const [upper, dB] = tf.grads(logLikelihood)([W, b]) as [Tensor, Tensor];
      return { dW: tf.add(upper, tf.transpose(upper, [0, 2, 1])), dB };
    },
    finish: ({ dW, dB }) => ({ W: matrix(dW), b: vector(dB) }),
    steps: (tf, { data }) => ({ "<x> of the data": tf.mean(data, 1) }),
  }),
});
