/** Concatenation and WO as one sum over the heads: each meets its own rows of WO. */

function product(A: number[][], B: number[][]): number[][] {
  return A.map((row) => {
    const out = new Array<number>(B[0]!.length).fill(0);
    row.forEach((a, m) => B[m]!.forEach((b, c) => (out[c]! += a * b)));
    return out;
  });
}

export function softmaxRows(scores: number[][]): number[][] {
  return scores.map((row) => {
    const top = Math.max(...row);
    const e = row.map((s) => Math.exp(s - top));
    const z = e.reduce((a, b) => a + b);
    return e.map((p) => p / z);
  });
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  const root = Math.sqrt(K[0]!.length);
  return mask.map((seen, i) => {
    const visible = seen.flatMap((one, j) => (one === 1 ? [j] : []));
    const out = seen.map(() => 0);
    if (visible.length === 0) return out;
    const scores = visible.map((j) => Q[i]!.reduce((sum, q, c) => sum + q * K[j]![c]!, 0) / root);
    softmaxRows([scores])[0]!.forEach((share, index) => (out[visible[index]!] = share));
    return out;
  });
}

export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  return product(attentionWeights(Q, K, mask), V);
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
  const width = WO.length / heads;
  const out = X.map(() => WO[0]!.map(() => 0));
  for (let h = 0; h < heads; h++) {
    const cut = (M: number[][]): number[][] => product(X, M).map((row) => row.slice(h * width, h * width + width));
    const own = product(attention(cut(WQ), cut(WK), cut(WV), mask), WO.slice(h * width, h * width + width));
    own.forEach((row, i) => row.forEach((value, c) => (out[i]![c]! += value)));
  }
  return out;
}
