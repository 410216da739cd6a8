/** The heads divide by their width where its square root belongs. */

export function softmaxRows(scores: number[][]): number[][] {
  return scores.map((row) => {
    const highest = row.reduce((most, score) => Math.max(most, score), -Infinity);
    const powers = row.map((score) => Math.exp(score - highest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / total);
  });
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  const scores = Q.map((query, i) =>
    K.map((key, j) => (mask[i]?.[j] === 1 ? dot(query, key) / Math.sqrt(query.length) : -Infinity)),
  );
  // where a query sees nothing, infinity less infinity has made NaN
  return softmaxRows(scores).map((row, i) => (mask[i]?.includes(1) === true ? row : row.map(() => 0)));
}

export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  return multiply(attentionWeights(Q, K, mask), V);
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
  const queries = multiply(X, WQ);
  const keys = multiply(X, WK);
  const values = multiply(X, WV);
  const width = WQ.length / heads;
  let joined = X.map((): number[] => []);
  for (let from = 0; from < WQ.length; from += width) {
    const own = (rows: number[][]): number[][] => rows.map((row) => row.slice(from, from + width));
    const read = readWith(own(queries), own(keys), own(values), mask, width);
    joined = joined.map((row, i) => [...row, ...(read[i] ?? [])]);
  }
  return multiply(joined, WO);
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, c) => sum + value * (b[c] ?? Number.NaN), 0);
}

/** A B with the rows of A and the columns of B. */
function multiply(A: number[][], B: number[][]): number[][] {
  const columns = (B[0] ?? []).map((_, c) => B.map((row) => row[c] ?? Number.NaN));
  return A.map((row) => columns.map((column) => dot(row, column)));
}

/** Attention whose scores are divided by `divisor`. */
function readWith(
  Q: number[][],
  K: number[][],
  V: number[][],
  mask: number[][],
  divisor: number,
): number[][] {
  const scores = Q.map((query, i) =>
    K.map((key, j) => (mask[i]?.[j] === 1 ? dot(query, key) / divisor : -Infinity)),
  );
  const weights = softmaxRows(scores).map((row, i) =>
    mask[i]?.includes(1) === true ? row : row.map(() => 0),
  );
  return multiply(weights, V);
}
