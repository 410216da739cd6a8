/**
 * Scaled dot-product attention with a mask, and several heads of it side by side.
 * マスク付きのスケール付き内積注意と、それを並べたマルチヘッド注意。
 *
 * One row is one token. mask[i][j] is 1 where query i may look at key j and 0 where it may not.
 * 1 行が 1 個のトークンである。mask[i][j] は、クエリ i がキー j を見てよければ 1、いけなければ 0 とする。
 */

/**
 * The softmax of every row: entry j becomes e^{s_j} / sum_k e^{s_k}, with k over the same row.
 * Finite for all finite scores, 10000 among them.
 * 行ごとのソフトマックス。10000 のように大きなスコアでも、有限で正しい値を返さなければならない。
 *
 * @param scores [rows, columns]
 */
export function softmaxRows(scores: number[][]): number[][] {
  throw new Error("Your turn: softmaxRows");
}

/**
 * How query i shares its attention among the keys: the softmax, over the keys that it may see, of q_i . k_j / sqrt(dim).
 * A hidden key has the weight 0. A query that may see no key at all has a row of zeros.
 * クエリ i が各キーに配る重み。見てよいキーだけについて、q_i . k_j / sqrt(dim) のソフトマックスをとる。
 * 隠されたキーの重みは 0 である。見てよいキーが一つもない行は、すべて 0 とする。
 *
 * @param Q [queries, dim]
 * @param K [keys, dim]
 * @param mask [queries, keys], entries 0 or 1
 */
export function attentionWeights(Q: number[][], K: number[][], mask: number[][]): number[][] {
  throw new Error("Your turn: attentionWeights");
}

/**
 * What each query reads: the average of the rows of V under its weights. A query that may see no key reads zeros.
 * クエリごとに、V の行を重みで平均したもの。見てよいキーがないクエリの出力は 0 とする。
 *
 * @param Q [queries, dim]
 * @param K [keys, dim]
 * @param V [keys, width]
 * @param mask [queries, keys]
 */
export function attention(Q: number[][], K: number[][], V: number[][], mask: number[][]): number[][] {
  throw new Error("Your turn: attention");
}

/**
 * Self-attention with several heads. Queries X WQ, keys X WK, values X WV; head h = 0, 1, ... owns the columns from
 * h * dim / heads up to (h + 1) * dim / heads of all three and attends by itself. Their outputs, put side by side in the
 * order of the heads, are multiplied by WO from the right.
 * マルチヘッド自己注意。クエリ X WQ、キー X WK、値 X WV のうち、ヘッド h (0 から数える) は h * dim / heads 列目から
 * dim / heads 列分を受け持ち、それぞれ独立に注意を計算する。出力をヘッドの順に横に並べ、右から WO を掛ける。
 *
 * @param X [tokens, dim]
 * @param WQ [dim, dim]
 * @param WK [dim, dim]
 * @param WV [dim, dim]
 * @param WO [dim, dim]
 * @param heads how many heads; divides dim / ヘッドの個数。dim の約数である
 * @param mask [tokens, tokens]
 */
export function multiHead(
  X: number[][],
  WQ: number[][],
  WK: number[][],
  WV: number[][],
  WO: number[][],
  heads: number,
  mask: number[][],
): number[][] {
  throw new Error("Your turn: multiHead");
}
