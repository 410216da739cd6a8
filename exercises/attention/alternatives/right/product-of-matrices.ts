/** Q K' as X (WQ WK') X' per head: the two projections are multiplied first, and X comes last. */

type Matrix = number[][];
const t = (A: Matrix): Matrix => A[0]!.map((_, c) => A.map((row) => row[c]!));
const mul = (A: Matrix, B: Matrix): Matrix =>
  A.map((row) => t(B).map((column) => row.reduce((sum, value, m) => sum + value * column[m]!, 0)));

function share(scores: Matrix, mask: Matrix): Matrix {
  return scores.map((row, i) => {
    const seen = row.filter((_, j) => mask[i]![j]);
    const top = Math.max(...seen);
    const whole = seen.reduce((sum, score) => sum + Math.exp(score - top), 0);
    return row.map((score, j) => (mask[i]![j] ? Math.exp(score - top) / whole : 0));
  });
}

export function softmaxRows(scores: Matrix): Matrix {
  return share(
    scores,
    scores.map((row) => row.map(() => 1)),
  );
}

export function attentionWeights(Q: Matrix, K: Matrix, mask: Matrix): Matrix {
  const scores = mul(Q, t(K)).map((row) => row.map((score) => score / Math.sqrt(Q[0]!.length)));
  return share(scores, mask);
}

export function attention(Q: Matrix, K: Matrix, V: Matrix, mask: Matrix): Matrix {
  return mul(attentionWeights(Q, K, mask), V);
}

export function multiHead(
  X: Matrix,
  WQ: Matrix,
  WK: Matrix,
  WV: Matrix,
  WO: Matrix,
  heads: number,
  mask: Matrix,
): Matrix {
  const width = X[0]!.length / heads;
  let out = X.map((row) => row.map(() => 0));
  for (let h = 0; h < heads; h++) {
    const own = (W: Matrix): Matrix => W.map((row) => row.slice(h * width, (h + 1) * width));
    const form = mul(own(WQ), t(own(WK)));
    const scores = mul(mul(X, form), t(X)).map((row) => row.map((score) => score / Math.sqrt(width)));
    const carried = mul(own(WV), WO.slice(h * width, (h + 1) * width));
    const read = mul(mul(share(scores, mask), X), carried);
    out = out.map((row, i) => row.map((value, c) => value + read[i]![c]!));
  }
  return out;
}
