/** E = -(x'Wx - trace W) / 2 - b'x: each pair comes twice, the diagonal once too often. */

type V = number[];
type M = number[][];

const dot = (u: V, v: V): number => {
  let s = 0;
  for (let k = 0; k < u.length; k++) s += u[k]! * v[k]!;
  return s;
};
const times = (A: M, v: V): V => A.map((row) => dot(row, v));

export function energy(W: M, b: V, x: V): number {
  let trace = 0;
  for (let i = 0; i < W.length; i++) trace += W[i]![i]!;
  return (trace - dot(x, times(W, x))) / 2 - dot(b, x);
}

function grid(n: number): M {
  const rows: M = [];
  const count = 2 ** n;
  for (let s = 0; s < count; s++)
    rows.push([...s.toString(2).padStart(n, "0")].map((digit) => 2 * Number(digit) - 1));
  return rows;
}

function softmax(values: V): V {
  const top = Math.max(...values);
  const weights = values.map((value) => Math.exp(value - top));
  const total = weights.reduce((a, c) => a + c);
  return weights.map((weight) => weight / total);
}

export function logPartition(W: M, b: V): number {
  const exponents = grid(b.length).map((x) => -energy(W, b, x));
  const top = Math.max(...exponents);
  // the weight of the most probable state says how large Z is
  return top - Math.log(Math.max(...softmax(exponents)));
}

export function expectations(W: M, b: V): { mean: V; correlation: M } {
  const X = grid(b.length);
  const q = softmax(X.map((x) => -energy(W, b, x)));
  const columns = b.map((_, i) => X.map((x) => x[i]!));
  const weighted = columns.map((column) => column.map((value, s) => value * q[s]!));
  return { mean: times(columns, q), correlation: weighted.map((w) => times(columns, w)) };
}

export function gradient(data: M, W: M, b: V): { W: M; b: V } {
  const even = data.map(() => 1 / data.length);
  const columns = b.map((_, i) => data.map((x) => x[i]!));
  const seen = columns.map((column) =>
    times(
      columns,
      column.map((value, r) => value * even[r]!),
    ),
  );
  const { mean, correlation } = expectations(W, b);
  return {
    W: seen.map((row, i) => row.map((value, j) => (i === j ? 0 : value - correlation[i]![j]!))),
    b: times(columns, even).map((value, i) => value - mean[i]!),
  };
}
