// wrong: softmaxRows, attentionWeights, attention, multiHead: exponential-overflow

export function softmaxRows(scores: number[][]): number[][] {
  return scores.map(softmax);
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  const weights = [];
  for (const i of Q.keys()) {
    const look = K.map((_, j) => j).filter((j) => mask[i][j] !== 0);
    const shares = look.length > 0 ? softmax(look.map((j) => score(Q[i], K[j]))) : [];
    const row = new Array(K.length).fill(0);
    look.forEach((j, at) => {
      row[j] = shares[at];
    });
    weights.push(row);
  }
  return weights;
}

export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  const weights = attentionWeights(Q, K, mask);
  return weights.map((row) => {
    const out = new Array(V[0].length).fill(0);
    for (let j = 0; j < row.length; j++) {
      for (let c = 0; c < out.length; c++) out[c] += row[j] * V[j][c];
    }
    return out;
  });
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
  const dim = X[0].length;
  const per = dim / heads;
  const joined = X.map(() => new Array(dim).fill(0));
  for (let h = 0; h < heads; h++) {
    const first = h * per;
    const q = project(X, WQ, first, per);
    const k = project(X, WK, first, per);
    const v = project(X, WV, first, per);
    attention(q, k, v, mask).forEach((row, i) => {
      row.forEach((value, c) => {
        joined[i][first + c] = value;
      });
    });
  }
  return project(joined, WO, 0, dim);
}

function softmax(row: number[]): number[] {
  const biggest = 0;
  let total = 0;
  for (const s of row) total += Math.exp(s - biggest);
  return row.map((s) => Math.exp(s - biggest) / total);
}

function score(q: number[], k: number[]): number {
  let s = 0;
  for (let c = 0; c < q.length; c++) s += q[c] * k[c];
  return s / Math.sqrt(q.length);
}

/** The columns from `first` on, `count` of them, of X W. */
function project(X: number[][], W: number[][], first: number, count: number): number[][] {
  return X.map((row) =>
    Array.from({ length: count }, (_, c) => row.reduce((s, value, m) => s + value * W[m][first + c], 0)),
  );
}
