/** Each share as 1 over a sum of e to differences, so that no maximum is looked for. */

export function softmaxRows(scores: number[][]): number[][] {
  return scores.map((row) => row.map((own) => 1 / row.reduce((sum, other) => sum + Math.exp(other - own), 0)));
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  const scale = Q[0]!.length ** -0.5;
  const score = (i: number, j: number): number => scale * Q[i]!.map((q, c) => q * K[j]![c]!).reduce((a, b) => a + b, 0);
  return mask.map((row, i) =>
    row.map((seen, j) => {
      if (!seen) return 0;
      const own = score(i, j);
      return 1 / row.reduce((sum, other, k) => sum + (other ? Math.exp(score(i, k) - own) : 0), 0);
    }),
  );
}

export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  const weights = attentionWeights(Q, K, mask);
  return weights.map((row) => V[0]!.map((_, c) => row.map((w, j) => w * V[j]![c]!).reduce((a, b) => a + b, 0)));
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
  const mul = (A: number[][], B: number[][]): number[][] =>
    A.map((a) => B[0]!.map((_, c) => a.map((value, m) => value * B[m]![c]!).reduce((s, t) => s + t, 0)));
  const [Q, K, V] = [mul(X, WQ), mul(X, WK), mul(X, WV)];
  const width = X[0]!.length / heads;
  const block = (M: number[][], h: number): number[][] => M.map((row) => row.filter((_, c) => Math.floor(c / width) === h));
  const joined = Array.from({ length: heads }, (_, h) => attention(block(Q, h), block(K, h), block(V, h), mask)).reduce(
    (left, right) => left.map((row, i) => row.concat(right[i]!)),
  );
  return mul(joined, WO);
}
