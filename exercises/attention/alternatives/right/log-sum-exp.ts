/** Every weight as e to a difference of logarithms, from the log-sum-exp of its row. */

const logSumExp = (values: number[]): number => {
  const top = Math.max(...values);
  return top === -Infinity ? -Infinity : top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
};

export function softmaxRows(scores: number[][]): number[][] {
  return scores.map((row) => {
    const total = logSumExp(row);
    return row.map((score) => Math.exp(score - total));
  });
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  return Q.map((q, i) => {
    const logits = K.map((k, j) => Math.log(mask[i]![j]!) + q.reduce((s, x, c) => s + x * k[c]!, 0) / Math.sqrt(k.length));
    const total = logSumExp(logits);
    return logits.map((logit) => (logit === -Infinity ? 0 : Math.exp(logit - total)));
  });
}

export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  return attentionWeights(Q, K, mask).map((w) =>
    V[0]!.map((_, c) => V.reduce((sum, value, j) => sum + w[j]! * value[c]!, 0)),
  );
}

const times = (A: number[][], B: number[][]): number[][] =>
  A.map((row) => B[0]!.map((_, c) => row.reduce((sum, a, m) => sum + a * B[m]![c]!, 0)));

const columns = (A: number[][], from: number, to: number): number[][] => A.map((row) => row.slice(from, to));

export function multiHead(
  X: number[][],
  WQ: number[][],
  WK: number[][],
  WV: number[][],
  WO: number[][],
  heads: number,
  mask: number[][],
): number[][] {
  const width = X[0]!.length / heads;
  const parts = [...Array(heads).keys()].map((h) => {
    const [from, to] = [h * width, (h + 1) * width];
    return attention(times(X, columns(WQ, from, to)), times(X, columns(WK, from, to)), times(X, columns(WV, from, to)), mask);
  });
  return times(
    X.map((_, i) => parts.flatMap((part) => part[i]!)),
    WO,
  );
}
