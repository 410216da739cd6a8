import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { matrix } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

/** Below every score that a float32 can be asked to compare. */
const HIDDEN = -1e30;

/** q_i . k_j / sqrt(dim): [..., queries, dim], [..., keys, dim] -> [..., queries, keys] */
function scaledScores(tf: TensorFlow, Q: Tensor, K: Tensor): Tensor {
  return tf.div(tf.matMul(Q, K, false, true), Math.sqrt(Q.shape.at(-1) ?? 1));
}

/**
 * softmax(Q K' / sqrt(dim)) over the keys that the mask shows; the exponent is never positive. A row without any such key
 * has a sum of 0, and 0 over something tiny instead of 0 over 0.
 *   Q [..., queries, dim]; K [..., keys, dim]; mask [..., queries, keys] of 0 and 1; returns [..., queries, keys]
 * Source: Vaswani et al. (2017), eq. (1); section 3.2.3 for the mask.
 */
function weightsOf(tf: TensorFlow, Q: Tensor, K: Tensor, mask: Tensor): Tensor {
  const scores = tf.where(tf.greater(mask, 0.5), scaledScores(tf, Q, K), tf.fill(mask.shape, HIDDEN));
  const powers = tf.mul(mask, tf.exp(tf.sub(scores, tf.max(scores, -1, true))));
  return tf.div(powers, tf.maximum(tf.sum(powers, -1, true), 1e-20));
}

/** X W by a reshape to two dimensions per instance: [instances, tokens, dim], [instances, dim, dim] -> [instances, heads, tokens, dim / heads] */
function projected(tf: TensorFlow, X: Tensor, W: Tensor, heads: number): Tensor {
  const [instances = 0, tokens = 0, dim = 0] = X.shape;
  return tf.transpose(tf.reshape(tf.matMul(X, W), [instances, tokens, heads, dim / heads]), [0, 2, 1, 3]);
}

interface Inputs {
  readonly X: Tensor;
  readonly WQ: Tensor;
  readonly WK: Tensor;
  readonly mask: Tensor;
}

/** The weights of every head: [instances, heads, tokens, tokens] */
function weightsOfHeads(tf: TensorFlow, { X, WQ, WK, mask }: Inputs, heads: number): Tensor {
  const masks = tf.tile(tf.expandDims(mask, 1), [1, heads, 1, 1]);
  return weightsOf(tf, projected(tf, X, WQ, heads), projected(tf, X, WK, heads), masks);
}

export default defineReference<typeof Starter>({
  /**
   * e^{s_j - max s} / sum_k e^{s_k - max s} along each row.
   *   scores [instances, rows, columns]; returns the same shape
   */
  softmaxRows: reference<typeof Starter.softmaxRows>()({
    prepare: (scores) => ({ tensors: { scores } }),
    compute: (tf, { scores }) => ({ shares: tf.softmax(scores, -1) }),
    finish: ({ shares }) => matrix(shares),
    steps: (tf, { scores }) => ({ "largest score of each row": tf.max(scores, -1) }),
  }),

  attentionWeights: reference<typeof Starter.attentionWeights>()({
    prepare: (Q, K, mask) => ({ tensors: { Q, K, mask } }),
    compute: (tf, { Q, K, mask }) => ({ weights: weightsOf(tf, Q, K, mask) }),
    finish: ({ weights }) => matrix(weights),
    steps: (tf, { Q, K }) => ({ "q . k of each pair": tf.matMul(Q, K, false, true) }),
  }),

  /**
   * softmax(Q K' / sqrt(dim)) V.
   *   V [instances, keys, width]; returns [instances, queries, width]
   * Source: Vaswani et al. (2017), eq. (1).
   */
  attention: reference<typeof Starter.attention>()({
    prepare: (Q, K, V, mask) => ({ tensors: { Q, K, V, mask } }),
    compute: (tf, { Q, K, V, mask }) => ({ read: tf.matMul(weightsOf(tf, Q, K, mask), V) }),
    finish: ({ read }) => matrix(read),
    steps: (tf, { Q, K, mask }) => ({ weights: weightsOf(tf, Q, K, mask) }),
  }),

  /**
   * Concat(head_1 ... head_h) WO with head_h = attention of its own columns of X WQ, X WK and X WV.
   *   X [instances, tokens, dim]; WQ, WK, WV, WO [instances, dim, dim]; mask [instances, tokens, tokens]
   *   returns [instances, tokens, dim]
   * Source: Vaswani et al. (2017), section 3.2.2.
   */
  multiHead: reference<typeof Starter.multiHead>()({
    prepare: (X, WQ, WK, WV, WO, heads, mask) => ({
      tensors: { X, WQ, WK, WV, WO, mask },
      statics: heads,
    }),
    compute: (tf, { X, WQ, WK, WV, WO, mask }, heads) => {
      const weights = weightsOfHeads(tf, { X, WQ, WK, mask }, heads);
      const read = tf.matMul(weights, projected(tf, X, WV, heads)); // [instances, heads, tokens, dim / heads]
      return { out: tf.matMul(tf.reshape(tf.transpose(read, [0, 2, 1, 3]), X.shape), WO) };
    },
    finish: ({ out }) => matrix(out),
    steps: (tf, { X, WQ, WK, mask }, heads) => ({
      "weights of each head": weightsOfHeads(tf, { X, WQ, WK, mask }, heads),
    }),
  }),
});
