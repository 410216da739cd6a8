// wrong: softmaxRows: softmax-over-all

type Matrix = number[][];
const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
const transpose = (A: Matrix): Matrix => A[0].map((_, j) => A.map((row) => row[j]));
const dot = (a: number[], b: number[]): number => sum(a.map((v, i) => v * b[i]));
const times = (A: Matrix, B: Matrix): Matrix => A.map((row) => transpose(B).map((column) => dot(row, column)));

export const softmaxRows = (scores: Matrix): Matrix => {
  const powers = scores.map((row) => row.map((s) => Math.exp(s - Math.max(...row))));
  const whole = sum(powers.map(sum));
  return powers.map((row) => row.map((p) => p / whole));
};

export const attentionWeights = (Q: Matrix, K: Matrix, mask: Matrix): Matrix => {
  const scores = times(Q, transpose(K)).map((row) => row.map((s) => s / Math.sqrt(K[0].length)));
  const masked = scores.map((row, i) => row.map((s, j) => (mask[i][j] ? s : -1e30)));
  return softmaxRows(masked).map((row, i) => row.map((w, j) => w * mask[i][j]));
};

export const attention = (Q: Matrix, K: Matrix, V: Matrix, mask: Matrix): Matrix =>
  times(attentionWeights(Q, K, mask), V);

export const multiHead = (
  X: Matrix,
  WQ: Matrix,
  WK: Matrix,
  WV: Matrix,
  WO: Matrix,
  heads: number,
  mask: Matrix,
): Matrix => {
  const size = WQ.length / heads;
  const cut = (M: Matrix, h: number): Matrix => M.map((row) => row.slice(h * size, h * size + size));
  const [q, k, v] = [WQ, WK, WV].map((W) => times(X, W));
  const parts = Array.from({ length: heads }, (_, h) => attention(cut(q, h), cut(k, h), cut(v, h), mask));
  const joined = X.map((_, i) => parts.flatMap((part) => part[i]));
  return times(joined, WO);
};
