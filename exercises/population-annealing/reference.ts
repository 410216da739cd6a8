import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { scalar, vector } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

/** Log-weights above a whole number below the largest, taken off in float64: float32 has few digits left near 1e4. */
function aboveFloor(logWeights: number[]) {
  const floor = Math.floor(Math.max(...logWeights));
  return { tensors: { logs: logWeights.map((value) => value - floor) }, kept: floor };
}

/** Each copy's share of the weight: [instances, copies] -> the same. */
function shares(tf: TensorFlow, logs: Tensor): Tensor {
  return tf.softmax(logs, 1);
}

export default defineReference<typeof Starter>({
  /**
   * log W' = log W - (beta' - beta) E. Source: Hukushima & Iba (2003); Jarzynski (1997): -(beta' - beta) E is minus the
   * work of the step in units of the temperature.
   */
  logWeights: reference<typeof Starter.logWeights>()({
    prepare: (previous, energies, betaFrom, betaTo) => {
      const { tensors, kept } = aboveFloor(previous);
      return { tensors: { logs: tensors.logs, energies, step: betaTo - betaFrom }, kept };
    },
    compute: (tf, { logs, energies, step }) => ({
      risen: tf.sub(logs, tf.mul(tf.expandDims(step, 1), energies)),
    }),
    finish: ({ risen }, floor) => vector(risen).map((value) => floor + value),
    steps: (_, { step }) => ({ "betaTo - betaFrom": step }),
  }),

  /** w = softmax of the log-weights. */
  normalize: reference<typeof Starter.normalize>()({
    prepare: aboveFloor,
    compute: (tf, { logs }) => ({ w: shares(tf, logs) }),
    finish: ({ w }) => vector(w),
  }),

  /** i_k = the number of i with C_i <= p_k, which is the first i with C_i > p_k. Source: Douc, Cappé & Moulines (2005). */
  resample: reference<typeof Starter.resample>()({
    prepare: (logWeights, u) => ({
      tensors: { ...aboveFloor(logWeights).tensors, u },
      statics: logWeights.length,
    }),
    compute: (tf, { logs, u }, copies) => {
      const ends = tf.cumsum(shares(tf, logs), 1); // [instances, copies]
      const pointers = tf.div(tf.add(tf.expandDims(u, 1), tf.range(0, copies)), copies); // [instances, copies]
      const passed = tf.lessEqual(tf.expandDims(ends, 1), tf.expandDims(pointers, 2)); // [instances, pointers, copies]
      return { chosen: tf.sum(tf.cast(passed, "float32"), 2) };
    },
    finish: ({ chosen }) => vector(chosen),
    steps: (tf, { logs, u }, copies) => ({
      C_i: tf.cumsum(shares(tf, logs), 1),
      p_k: tf.div(tf.add(tf.expandDims(u, 1), tf.range(0, copies)), copies),
    }),
  }),

  /** 1 / sum w^2: [instances, copies] -> [instances]. */
  effectiveSampleSize: reference<typeof Starter.effectiveSampleSize>()({
    prepare: aboveFloor,
    compute: (tf, { logs }) => ({ size: tf.reciprocal(tf.sum(tf.square(shares(tf, logs)), 1)) }),
    finish: ({ size }) => scalar(size),
    steps: (tf, { logs }) => ({ shares: shares(tf, logs) }),
  }),

  /** log( (1/M) sum e^(log W) ): [instances, copies] -> [instances]. Source: Machta (2010). */
  logPartitionRatio: reference<typeof Starter.logPartitionRatio>()({
    prepare: (logWeights) => ({ ...aboveFloor(logWeights), statics: logWeights.length }),
    compute: (tf, { logs }, copies) => ({ ratio: tf.sub(tf.logSumExp(logs, 1), tf.log(tf.scalar(copies))) }),
    finish: ({ ratio }, floor) => floor + scalar(ratio),
  }),
});
