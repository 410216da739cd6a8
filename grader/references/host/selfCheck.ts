import type { Tensor, TensorFlow } from "#sdk/reference.ts";

const rows = 40;
const columns = 32;
const tolerance = 1e-4;

/**
 * Uploads, computes and reads back on the current backend, and compares with plain float64 loops. The matrix has more than a
 * thousand elements, so that no backend answers from the host's memory. Throws an Error that names the operation.
 */
export async function selfCheck(tf: TensorFlow): Promise<void> {
  const x = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) =>
      Math.fround((((row * columns + column) % 13) - 6) / 8),
    ),
  );
  const computed = tf.tidy(() => computeOnRung(tf, x));
  try {
    for (const [name, want] of Object.entries(computeInFloat64(x))) {
      compare(name, await (computed[name] as Tensor).data(), want);
    }
  } finally {
    tf.dispose(computed);
  }
}

function computeOnRung(tf: TensorFlow, values: number[][]): Record<string, Tensor> {
  const x = tf.tensor2d(values);
  const energy = (t: Tensor): Tensor => tf.sum(tf.square(tf.tanh(t)));
  return {
    "sum of exp": tf.sum(tf.exp(x), 1),
    "matrix product": tf.matMul(x, x, false, true),
    "log of a sum of exp": tf.logSumExp(x, 1),
    "gradient of sum tanh^2": tf.grad(energy)(x),
  };
}

function computeInFloat64(x: readonly (readonly number[])[]): Record<string, number[]> {
  const sumOfExp = x.map((row) => row.reduce((sum, value) => sum + Math.exp(value), 0));
  return {
    "sum of exp": sumOfExp,
    "matrix product": x.flatMap((a) =>
      x.map((b) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)),
    ),
    "log of a sum of exp": sumOfExp.map((sum) => Math.log(sum)),
    "gradient of sum tanh^2": x.flat().map((value) => 2 * Math.tanh(value) * (1 - Math.tanh(value) ** 2)),
  };
}

function compare(name: string, got: ArrayLike<number>, want: readonly number[]): void {
  if (got.length !== want.length)
    throw new Error(`self-check: ${name} has ${String(got.length)} numbers, not ${String(want.length)}`);
  const scale = Math.max(...want.map(Math.abs));
  want.forEach((expected, index) => {
    const number = got[index] ?? Number.NaN;
    // written so that NaN fails
    if (Math.abs(number - expected) <= tolerance * scale) return;
    throw new Error(
      `self-check: ${name} at ${String(index)} is ${String(number)}, expected ${String(expected)}`,
    );
  });
}
