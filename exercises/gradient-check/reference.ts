import { defineReference, reference, type Tensor, type TensorFlow } from "#sdk/reference.ts";
import { scalar, vector } from "#sdk/shapes.ts";
import type * as Starter from "./starter.ts";

type Scalar = ReturnType<TensorFlow["scalar"]>;
type Named = (tf: TensorFlow, x: Tensor) => Tensor;

/** Each function of x [instances, dim], one value an instance. */
const functions: Readonly<Record<Starter.TestFunction, Named>> = {
  polynomial: (tf, x) => tf.sum(tf.square(tf.sub(tf.square(x), 1)), 1),
  rosenbrock: (tf, x) => {
    const [here, next] = neighbours(tf, x);
    const bend = tf.mul(100, tf.square(tf.sub(next, tf.square(here))));
    return tf.sum(tf.add(bend, tf.square(tf.sub(1, here))), 1);
  },
  logSumExp: (tf, x) => tf.logSumExp(x, 1),
};

/** x_1 ... x_{n-1} and x_2 ... x_n, each [instances, dim - 1] */
function neighbours(tf: TensorFlow, x: Tensor): [here: Tensor, next: Tensor] {
  const [instances = 0, dim = 0] = x.shape;
  return [tf.slice(x, [0, 0], [instances, dim - 1]), tf.slice(x, [0, 1], [instances, dim - 1])];
}

/** Reverse-mode differentiation; the instances do not touch each other. [instances, dim] -> [instances, dim] */
function gradient(tf: TensorFlow, name: Starter.TestFunction, x: Tensor): Tensor {
  return tf.grad((at: Tensor) => tf.sum<Scalar>(functions[name](tf, at)))(x);
}

/**
 * (1 / h) artanh( p sinh h / (1 + p (cosh h - 1)) ) with p = softmax(x): the central difference of log-sum-exp without a
 * difference. From f(x + h e_i) - f(x) = log(1 + p_i (e^h - 1)). The series of artanh ends where h <= 1/2 leaves nothing.
 *   x [instances, dim]; sinh, coshLess1 and h [instances]
 */
function logSumExpDifference(
  tf: TensorFlow,
  { x, h, sinh, coshLess1 }: Readonly<Record<"x" | "h" | "sinh" | "coshLess1", Tensor>>,
): Tensor {
  const p = tf.softmax(x, 1);
  const ratio = tf.div(tf.mul(p, column(tf, sinh)), tf.add(1, tf.mul(p, column(tf, coshLess1)))); // [instances, dim]
  const square = tf.square(ratio);
  let series: Tensor = tf.fill(ratio.shape, 1 / (2 * SERIES + 1));
  for (let k = SERIES - 1; k >= 0; k--) series = tf.add(1 / (2 * k + 1), tf.mul(square, series));
  return tf.div(tf.mul(ratio, series), column(tf, h));
}

const SERIES = 14;

/** [instances] -> [instances, 1] */
function column(tf: TensorFlow, values: Tensor): Tensor {
  return tf.expandDims(values, 1);
}

/** A sixth of the third derivative by each coordinate: what a central difference of a quartic has beyond the gradient, per h^2. */
function cubicPart(tf: TensorFlow, name: "polynomial" | "rosenbrock", x: Tensor): Tensor {
  if (name === "polynomial") return tf.mul(4, x);
  const [here] = neighbours(tf, x);
  return tf.mul(400, tf.concat([here, tf.zerosLike(tf.slice(x, [0, 0], [-1, 1]))], 1)); // the last coordinate enters as a square only
}

/** Euclidean norms, [instances, dim] -> [instances] */
function norm(tf: TensorFlow, a: Tensor): Tensor {
  return tf.sqrt(tf.sum(tf.square(a), 1));
}

export default defineReference<typeof Starter>({
  /**
   * (f(x + h e_i) - f(x - h e_i)) / (2 h), each in a form that subtracts nothing nearly equal: a float32 has too few digits
   * for the difference itself. Quartics end with the third derivative: df/dx_i + (h^2 / 6) d^3f/dx_i^3.
   *   x [instances, dim]; h [instances]; returns [instances, dim]
   * Source: Nocedal & Wright (2006), section 8.1.
   */
  centralDifference: reference<typeof Starter.centralDifference>()({
    prepare: (name, x, h) => ({
      tensors: { x, h, sinh: Math.sinh(h), coshLess1: 2 * Math.sinh(h / 2) ** 2 },
      statics: name,
    }),
    compute: (tf, tensors, name) => {
      const { x, h } = tensors;
      if (name === "logSumExp") return { slopes: logSumExpDifference(tf, tensors) };
      const beyond = tf.mul(column(tf, tf.square(h)), cubicPart(tf, name, x));
      return { slopes: tf.add(gradient(tf, name, x), beyond) };
    },
    finish: ({ slopes }) => vector(slopes),
    steps: (tf, { x }, name) => ({ "f(x)": functions[name](tf, x) }),
  }),

  /**
   * eps^(1/3) max(1, |x_i|) with eps = 2^-52.
   *   x [instances, dim]; returns the same shape
   * Source: Press et al. (2007), section 5.7.
   */
  stepSize: reference<typeof Starter.stepSize>()({
    prepare: (x) => ({ tensors: { x } }),
    compute: (tf, { x }) => ({ steps: tf.mul(Math.cbrt(2 ** -52), tf.maximum(1, tf.abs(x))) }),
    finish: ({ steps }) => vector(steps),
  }),

  /**
   * The gradient itself, by reverse-mode differentiation: what a good difference comes near to.
   *   x [instances, dim]; returns [instances, dim]
   */
  numericGradient: reference<typeof Starter.numericGradient>()({
    prepare: (name, x) => ({ tensors: { x }, statics: name }),
    compute: (tf, { x }, name) => ({ slopes: gradient(tf, name, x) }),
    finish: ({ slopes }) => vector(slopes),
  }),

  /**
   * ||a - b|| / max(||a||, ||b||, 1e-12).
   *   a, b [instances, dim]; returns [instances]
   */
  relativeError: reference<typeof Starter.relativeError>()({
    prepare: (a, b) => ({ tensors: { a, b } }),
    compute: (tf, { a, b }) => ({
      error: tf.div(norm(tf, tf.sub(a, b)), tf.maximum(tf.maximum(norm(tf, a), norm(tf, b)), 1e-12)),
    }),
    finish: ({ error }) => scalar(error),
    steps: (tf, { a, b }) => ({ "||a - b||": norm(tf, tf.sub(a, b)) }),
  }),
});
