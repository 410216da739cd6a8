/** One attention over all columns per head, with the other heads' columns of Q set to 0 and Q scaled up to match. */

export function softmaxRows(scores: number[][]): number[][] {
  const copy = scores.map((row) => [...row]);
  for (const row of copy) {
    const top = Math.max(...row);
    let total = 0;
    for (const j of row.keys()) total += row[j] = Math.exp(row[j]! - top);
    for (const j of row.keys()) row[j] = row[j]! / total;
  }
  return copy;
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  const scores: number[][] = [];
  for (const [i, q] of Q.entries()) {
    const line = [];
    for (const [j, k] of K.entries()) line.push(mask[i]![j] === 1 ? dot(q, k) * Math.sqrt(1 / q.length) : Number.NEGATIVE_INFINITY);
    scores.push(line);
  }
  const shares = softmaxRows(scores);
  for (const row of shares) for (const j of row.keys()) if (Number.isNaN(row[j])) row[j] = 0;
  return shares;
}

export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  const read: number[][] = [];
  for (const weights of attentionWeights(Q, K, mask)) {
    const line = V[0]!.map(() => 0);
    for (const [j, weight] of weights.entries()) for (const [c, value] of V[j]!.entries()) line[c]! += weight * value;
    read.push(line);
  }
  return read;
}

function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (const [c, value] of a.entries()) sum += value * b[c]!;
  return sum;
}

function project(X: number[][], W: number[][]): number[][] {
  return X.map((row) => W[0]!.map((_, c) => dot(row, W.map((line) => line[c]!))));
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
  const [q, k, v] = [project(X, WQ), project(X, WK), project(X, WV)];
  const width = X[0]!.length / heads;
  const joined = v.map((row) => row.map(() => 0));
  for (const h of Array(heads).keys()) {
    const mine = (c: number): boolean => c >= h * width && c < (h + 1) * width;
    // the softmax divides by the root of dim; a head's own root is smaller by the root of heads
    const only = q.map((row) => row.map((value, c) => (mine(c) ? value * Math.sqrt(heads) : 0)));
    const read = attention(only, k, v, mask);
    for (const [i, row] of read.entries()) for (const [c, value] of row.entries()) if (mine(c)) joined[i]![c] = value;
  }
  return project(joined, WO);
}
