// wrong: softmaxRows: softmax-by-columns

export function softmaxRows(scores: number[][]): number[][] {
  const rows = scores.length;
  const cols = scores[0].length;
  const out: number[][] = [];
  for (let i = 0; i < rows; i++) out.push(new Array(cols).fill(0));
  for (let j = 0; j < cols; j++) {
    let m = -Infinity;
    for (let i = 0; i < rows; i++) m = Math.max(m, scores[i][j]);
    let s = 0;
    for (let i = 0; i < rows; i++) s += Math.exp(scores[i][j] - m);
    for (let i = 0; i < rows; i++) out[i][j] = Math.exp(scores[i][j] - m) / s;
  }
  return out;
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  const d = Q[0].length;
  const result: number[][] = [];
  for (let i = 0; i < Q.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < K.length; j++) {
      let s = 0;
      for (let c = 0; c < d; c++) s += Q[i][c] * K[j][c];
      row.push(mask[i][j] === 1 ? s / Math.sqrt(d) : -1e9);
    }
    result.push(row);
  }
  const w = softmaxRows(result);
  for (let i = 0; i < Q.length; i++) for (let j = 0; j < K.length; j++) if (mask[i][j] === 0) w[i][j] = 0;
  return w;
}

export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  const W = attentionWeights(Q, K, mask);
  return matmul(W, V);
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
  const q = matmul(X, WQ);
  const k = matmul(X, WK);
  const v = matmul(X, WV);
  const dh = X[0].length / heads;
  const out: number[][] = X.map(() => []);
  for (let h = 0; h < heads; h++) {
    const qh = q.map((r) => r.slice(h * dh, (h + 1) * dh));
    const kh = k.map((r) => r.slice(h * dh, (h + 1) * dh));
    const vh = v.map((r) => r.slice(h * dh, (h + 1) * dh));
    const oh = attention(qh, kh, vh, mask);
    for (let i = 0; i < X.length; i++) out[i].push(...oh[i]);
  }
  return matmul(out, WO);
}

function matmul(A: number[][], B: number[][]): number[][] {
  const C: number[][] = [];
  for (let i = 0; i < A.length; i++) {
    C.push([]);
    for (let j = 0; j < B[0].length; j++) {
      let s = 0;
      for (let k = 0; k < B.length; k++) s += A[i][k] * B[k][j];
      C[i].push(s);
    }
  }
  return C;
}
