/** One pass over the keys: the running sum is rescaled whenever a larger score comes. */

interface Running {
  top: number;
  total: number;
  sum: number[];
}

function absorb(state: Running, score: number, value: number[]): void {
  const top = Math.max(state.top, score);
  const before = state.total === 0 ? 0 : Math.exp(state.top - top);
  const share = Math.exp(score - top);
  state.total = before * state.total + share;
  state.sum = value.map((entry, c) => before * (state.sum[c] ?? 0) + share * entry);
  state.top = top;
}

const started = (width: number): Running => ({ top: -Infinity, total: 0, sum: new Array<number>(width).fill(0) });
const unit = (length: number, at: number): number[] => Array.from({ length }, (_, c) => (c === at ? 1 : 0));
const settled = ({ total, sum }: Running): number[] => (total === 0 ? sum : sum.map((entry) => entry / total));

export function softmaxRows(scores: number[][]): number[][] {
  return scores.map((row) => {
    const state = started(row.length);
    row.forEach((score, j) => absorb(state, score, unit(row.length, j)));
    return settled(state);
  });
}

export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  return Q.map((q, i) => {
    const state = started(V[0]!.length);
    for (const [j, k] of K.entries()) {
      if (mask[i]![j] !== 1) continue;
      let score = 0;
      for (const [c, value] of k.entries()) score += value * q[c]!;
      absorb(state, score / Math.sqrt(k.length), V[j]!);
    }
    return settled(state);
  });
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  return attention(
    Q,
    K,
    K.map((_, j) => unit(K.length, j)),
    mask,
  );
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
  const apply = (W: number[][], row: number[]): number[] =>
    W[0]!.map((_, c) => row.reduce((sum, value, m) => sum + value * W[m]![c]!, 0));
  const width = X[0]!.length / heads;
  const head = (h: number): number[][] => {
    const cut = (row: number[]): number[] => row.slice(h * width, (h + 1) * width);
    return attention(
      X.map((row) => cut(apply(WQ, row))),
      X.map((row) => cut(apply(WK, row))),
      X.map((row) => cut(apply(WV, row))),
      mask,
    );
  };
  const all = Array.from({ length: heads }, (_, h) => head(h));
  return X.map((_, i) =>
    apply(
      WO,
      all.flatMap((rows) => rows[i]!),
    ),
  );
}
