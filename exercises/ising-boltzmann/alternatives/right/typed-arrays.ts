/** Flat Float64Arrays throughout. */

function pack(W: number[][], n: number): Float64Array {
  const flat = new Float64Array(n * n);
  W.forEach((row, i) => flat.set(row, i * n));
  return flat;
}

function exponentOf(W: Float64Array, b: Float64Array, x: Int8Array): number {
  const n = b.length;
  let exponent = 0;
  for (let i = 0; i < n; i++) {
    let field = b[i]!;
    for (let j = i + 1; j < n; j++) field += W[i * n + j]! * x[j]!;
    exponent += field * x[i]!;
  }
  return exponent;
}

function probabilities(W: number[][], b: number[]) {
  const n = b.length;
  const couplings = pack(W, n);
  const fields = Float64Array.from(b);
  const X = Array.from({ length: 2 ** n }, (_, s) =>
    Int8Array.from({ length: n }, (__, i) => ((s >> i) & 1) * 2 - 1),
  );
  const q = Float64Array.from(X, (x) => exponentOf(couplings, fields, x));
  const top = q.reduce((a, c) => (a > c ? a : c));
  let Z = 0;
  for (let s = 0; s < q.length; s++) Z += q[s] = Math.exp(q[s]! - top);
  for (let s = 0; s < q.length; s++) q[s]! /= Z;
  return { X, q, logZ: top + Math.log(Z) };
}

export function energy(W: number[][], b: number[], x: number[]): number {
  return 0 - exponentOf(pack(W, b.length), Float64Array.from(b), Int8Array.from(x));
}

export function logPartition(W: number[][], b: number[]): number {
  return probabilities(W, b).logZ;
}

export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  const n = b.length;
  const { X, q } = probabilities(W, b);
  const mean = new Float64Array(n);
  const pair = new Float64Array(n * n);
  X.forEach((x, s) => {
    for (let i = 0; i < n; i++) {
      mean[i]! += q[s]! * x[i]!;
      for (let j = 0; j <= i; j++) pair[i * n + j]! += q[s]! * x[i]! * x[j]!;
    }
  });
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) pair[i * n + j] = pair[j * n + i]!;
  return { mean: [...mean], correlation: b.map((_, i) => [...pair.subarray(i * n, i * n + n)]) };
}

export function gradient(data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } {
  const n = b.length;
  const model = expectations(W, b);
  const dW = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      let seen = 0;
      for (const x of data) seen += x[i]! * x[j]!;
      dW[i]![j] = dW[j]![i] = seen / data.length - model.correlation[i]![j]!;
    }
  }
  const db = model.mean.map((value, i) => data.reduce((s, x) => s + x[i]! / data.length, 0) - value);
  return { W: dW, b: db };
}
