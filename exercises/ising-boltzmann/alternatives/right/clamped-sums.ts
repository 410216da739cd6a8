/** Averages from sums over only some of the states: P(x_i = +1) is their share of Z. */

export function energy(W: number[][], b: number[], x: number[]): number {
  let E = 0;
  let i = 0;
  while (i < x.length) {
    let j = 0;
    let field = b[i]!;
    while (j < i) field += W[j]![i]! * x[j++]!;
    E -= field * x[i]!;
    i += 1;
  }
  return E;
}

function logSumWhere(W: number[][], b: number[], allowed: (x: number[]) => boolean): number {
  const exponents: number[] = [];
  const extend = (x: number[]): void => {
    if (x.length < b.length) {
      extend([...x, 1]);
      extend([...x, -1]);
    } else if (allowed(x)) exponents.push(-energy(W, b, x));
  };
  extend([]);
  exponents.sort((p, q) => q - p);
  const top = exponents[0]!;
  return top + Math.log(exponents.reduceRight((sum, exponent) => sum + Math.exp(exponent - top), 0));
}

export function logPartition(W: number[][], b: number[]): number {
  return logSumWhere(W, b, () => true);
}

export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  const logZ = logPartition(W, b);
  const share = (allowed: (x: number[]) => boolean): number => Math.exp(logSumWhere(W, b, allowed) - logZ);
  const mean: number[] = [];
  const correlation: number[][] = [];
  for (let i = 0; i < b.length; i++) {
    mean[i] = share((x) => x[i] === 1) - share((x) => x[i] === -1);
    correlation[i] = [];
    for (let j = 0; j < i; j++) {
      const value = share((x) => x[i] === x[j]) - share((x) => x[i] !== x[j]);
      correlation[i]![j] = value;
      correlation[j]![i] = value;
    }
    correlation[i]![i] = 1;
  }
  return { mean, correlation };
}

export function gradient(data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } {
  const model = expectations(W, b);
  const portion = (test: (x: number[]) => boolean): number => data.filter(test).length / data.length;
  return {
    W: model.correlation.map((row, i) =>
      row.map((value, j) => (i === j ? 0 : 2 * portion((x) => x[i] === x[j]) - 1 - value)),
    ),
    b: model.mean.map((value, i) => 2 * portion((x) => x[i] === 1) - 1 - value),
  };
}
