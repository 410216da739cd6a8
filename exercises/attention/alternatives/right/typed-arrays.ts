/** Flat Float64Arrays and strides; the result is made of plain arrays again. */

class Grid {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
  constructor(rows: number, columns: number) {
    this.rows = rows;
    this.columns = columns;
    this.data = new Float64Array(rows * columns);
  }
  static from(rows: number[][]): Grid {
    const grid = new Grid(rows.length, rows[0]!.length);
    rows.forEach((row, i) => grid.data.set(row, i * grid.columns));
    return grid;
  }
  get(i: number, j: number): number {
    return this.data[i * this.columns + j]!;
  }
  times(other: Grid): Grid {
    const out = new Grid(this.rows, other.columns);
    for (let i = 0; i < this.rows; i++)
      for (let m = 0; m < this.columns; m++)
        for (let j = 0; j < other.columns; j++) out.data[i * out.columns + j]! += this.get(i, m) * other.get(m, j);
    return out;
  }
  lists(): number[][] {
    return Array.from({ length: this.rows }, (_, i) =>
      Array.from(this.data.subarray(i * this.columns, (i + 1) * this.columns)),
    );
  }
}

export function softmaxRows(scores: number[][]): number[][] {
  const grid = Grid.from(scores);
  for (let i = 0; i < grid.rows; i++) {
    const row = grid.data.subarray(i * grid.columns, (i + 1) * grid.columns);
    const top = row.reduce((a, b) => (a > b ? a : b));
    for (let j = 0; j < row.length; j++) row[j] = Math.exp(row[j]! - top);
    const total = row.reduce((a, b) => a + b);
    for (let j = 0; j < row.length; j++) row[j]! /= total;
  }
  return grid.lists();
}

export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  const keys = Grid.from(K[0]!.map((_, c) => K.map((key) => key[c]!)));
  const scores = Grid.from(Q).times(keys);
  const root = Math.sqrt(keys.rows);
  const shares = softmaxRows(
    scores.lists().map((row, i) =>
      mask[i]!.some((one) => one > 0)
        ? row.map((score, j) => (mask[i]![j]! > 0 ? score / root : -Infinity))
        : row.map(() => 0),
    ),
  );
  return shares.map((row, i) => row.map((share, j) => share * mask[i]![j]!));
}

export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  return Grid.from(attentionWeights(Q, K, mask)).times(Grid.from(V)).lists();
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
  const x = Grid.from(X);
  const [q, k, v] = [WQ, WK, WV].map((W) => x.times(Grid.from(W)).lists()) as [number[][], number[][], number[][]];
  const width = x.columns / heads;
  const joined = new Grid(x.rows, x.columns);
  for (let from = 0; from < x.columns; from += width) {
    const cut = (M: number[][]): number[][] => M.map((row) => row.slice(from, from + width));
    attention(cut(q), cut(k), cut(v), mask).forEach((row, i) => joined.data.set(row, i * x.columns + from));
  }
  return joined.times(Grid.from(WO)).lists();
}
