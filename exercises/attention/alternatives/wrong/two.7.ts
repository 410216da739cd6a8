// wrong: softmaxRows, attentionWeights, attention: exponential-overflow; multiHead: output-projection-missing

export function softmaxRows(scores: number[][]): number[][] {
  const result: number[][] = [];
  for (let i = 0; i < scores.length; i++) {
    let sum = 0;
    const exps: number[] = [];
    for (let j = 0; j < scores[i].length; j++) {
      exps.push(Math.exp(scores[i][j]));
      sum += exps[j];
    }
    result.push(exps.map((e) => e / sum));
  }
  return result;
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  const d = Q[0].length;
  const result: number[][] = [];
  for (let i = 0; i < Q.length; i++) {
    const row: number[] = [];
    let visible = 0;
    for (let j = 0; j < K.length; j++) {
      let s = 0;
      for (let c = 0; c < d; c++) s += Q[i][c] * K[j][c];
      s /= Math.sqrt(d);
      if (mask[i][j] === 1) {
        row.push(s);
        visible++;
      } else row.push(-Infinity);
    }
    if (visible === 0) result.push(row.map(() => 0));
    else result.push(softmaxRows([row])[0]);
  }
  return result;
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
  return out;
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
