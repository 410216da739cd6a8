/** Walks through the states so that one spin turns at a time, and keeps the energy up to date. */

function* walk(W: number[][], b: number[]): Generator<{ x: readonly number[]; exponent: number }> {
  const n = b.length;
  const x = b.map(() => -1);
  let exponent = -energy(W, b, x);
  for (let step = 1; ; step++) {
    yield { x, exponent };
    if (step === 1 << n) return;
    const turning = Math.log2(step & -step);
    let field = b[turning]!;
    for (let j = 0; j < n; j++) if (j !== turning) field += W[turning]![j]! * x[j]!;
    exponent -= 2 * x[turning]! * field;
    x[turning] = -x[turning]!;
  }
}

export function energy(W: number[][], b: number[], x: number[]): number {
  let twice = 0;
  for (let i = 0; i < x.length; i++) {
    twice += 2 * b[i]! * x[i]!;
    for (let j = 0; j < x.length; j++) if (j !== i) twice += W[i]![j]! * x[i]! * x[j]!;
  }
  return -twice / 2;
}

/** A log-sum-exp that takes its terms as they come. */
export function logPartition(W: number[][], b: number[]): number {
  let top = -Infinity;
  let scaled = 0;
  for (const { exponent } of walk(W, b)) {
    if (exponent > top) {
      scaled = scaled * Math.exp(top - exponent) + 1;
      top = exponent;
    } else scaled += Math.exp(exponent - top);
  }
  return top + Math.log(scaled);
}

export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  const logZ = logPartition(W, b);
  const mean = b.map(() => 0);
  const correlation = b.map(() => b.map(() => 0));
  for (const { x, exponent } of walk(W, b)) {
    const q = Math.exp(exponent - logZ);
    x.forEach((xi, i) => {
      mean[i]! += q * xi;
      x.forEach((xj, j) => (correlation[i]![j]! += q * xi * xj));
    });
  }
  return { mean, correlation };
}

export function gradient(data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } {
  const { mean, correlation } = expectations(W, b);
  const column = (i: number): number[] => data.map((x) => x[i]!);
  const dot = (u: number[], v: number[]): number => u.reduce((s, value, k) => s + value * v[k]!, 0);
  const ones = data.map(() => 1);
  return {
    W: correlation.map((row, i) => row.map((value, j) => dot(column(i), column(j)) / data.length - value)),
    b: mean.map((value, i) => dot(column(i), ones) / data.length - value),
  };
}
