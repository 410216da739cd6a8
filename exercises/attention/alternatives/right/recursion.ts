/** Heads by recursion on the columns; sums by recursion on halves. */

function total(values: number[]): number {
  if (values.length <= 2) return (values[0] ?? 0) + (values[1] ?? 0);
  const half = values.length >> 1;
  return total(values.slice(0, half)) + total(values.slice(half));
}

function largest([first, ...rest]: number[]): number {
  return first === undefined ? -Infinity : Math.max(first, largest(rest));
}

const transpose = (A: number[][]): number[][] => A[0]!.map((_, c) => A.map((row) => row[c]!));
const inner = (a: number[], b: number[]): number => total(a.map((value, c) => value * b[c]!));
const product = (A: number[][], B: number[][]): number[][] => {
  const columns = transpose(B);
  return A.map((row) => columns.map((column) => inner(row, column)));
};

export function softmaxRows(scores: number[][]): number[][] {
  const [row, ...rest] = scores;
  if (row === undefined) return [];
  const top = largest(row);
  const powers = row.map((score) => Math.exp(score - top));
  return [powers.map((power) => power / total(powers)), ...softmaxRows(rest)];
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  const penalty = (seen: number): number => (seen === 1 ? 0 : -1e300);
  const scaled = Q.map((q) => q.map((value) => value / Math.sqrt(q.length)));
  const scores = product(scaled, transpose(K)).map((row, i) => row.map((score, j) => score + penalty(mask[i]![j]!)));
  return softmaxRows(scores).map((row, i) => row.map((share, j) => (mask[i]![j] === 1 ? share : 0)));
}

export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  return product(attentionWeights(Q, K, mask), V);
}

function headsOf(Q: number[][], K: number[][], V: number[][], width: number, mask: number[][]): number[][] {
  if (Q[0]!.length === 0) return Q;
  const first = (M: number[][]): number[][] => M.map((row) => row.slice(0, width));
  const others = (M: number[][]): number[][] => M.map((row) => row.slice(width));
  const rest = headsOf(others(Q), others(K), others(V), width, mask);
  return attention(first(Q), first(K), first(V), mask).map((row, i) => [...row, ...rest[i]!]);
}

export function multiHead(
  X: number[][],
  WQ: number[][],
  WK: number[][],
  WV: number[][],
  WO: number[][],
  heads: number,
  mask: number[][],
): number[][] {
  const joined = headsOf(product(X, WQ), product(X, WK), product(X, WV), X[0]!.length / heads, mask);
  return product(joined, WO);
}
