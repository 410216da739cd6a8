/**
 * Entropy, cross-entropy, KL divergence and conditional entropy of finitely many outcomes.
 * 有限個の結果をもつ分布の、エントロピー、交差エントロピー、KL ダイバージェンス、条件付きエントロピー。
 *
 * Probabilities are at least 0 and sum to 1. Logarithms are natural, so every result is in nats, and 0 log 0 counts as 0.
 * 確率は 0 以上で、総和は 1 である。対数は自然対数、単位はナットで、0 log 0 は 0 とする。
 */

/**
 * H(p) = - sum_k p_k log p_k: how surprising an outcome of p is on average. At least 0; an outcome with p_k = 0 contributes 0.
 * 分布 p のエントロピー。結果を知ったときの驚きの平均である。0 以上で、p_k = 0 の結果の寄与は 0 とする。
 *
 * @param p the probabilities of the outcomes / 各結果の確率
 */
export function entropy(p: number[]): number {
  throw new Error("Your turn: entropy");
}

/**
 * H(p, q) = - sum_k p_k log q_k: the average surprise of who expects q while the outcomes come from p.
 * An outcome with p_k = 0 contributes 0, whatever q_k is.
 * 結果は p に従うのに q だと思っている人にとっての、驚きの平均（交差エントロピー）。p_k = 0 の結果の寄与は、q_k によらず 0 とする。
 *
 * @param p the distribution of the outcomes / 結果が従う分布
 * @param q the distribution that is expected; positive wherever p is / 予想する分布。p が正のところでは正
 */
export function crossEntropy(p: number[], q: number[]): number {
  throw new Error("Your turn: crossEntropy");
}

/**
 * KL(p || q) = sum_k p_k log( p_k / q_k ): what is paid on average for expecting q instead of p. At least 0, and 0 only for q = p.
 * An outcome with p_k = 0 contributes 0, whatever q_k is.
 * p の代わりに q を予想したために、平均として余分に払う量（KL ダイバージェンス）。0 以上で、0 になるのは q = p のときだけである。
 * p_k = 0 の結果の寄与は、q_k によらず 0 とする。
 *
 * @param p the distribution of the outcomes / 結果が従う分布
 * @param q the distribution that is expected; positive wherever p is / 予想する分布。p が正のところでは正
 */
export function kl(p: number[], q: number[]): number {
  throw new Error("Your turn: kl");
}

/**
 * H[y | x] = - sum_x sum_y p(x, y) log p(y | x): how uncertain y still is, on average, once x is known.
 * A cell with p(x, y) = 0 contributes 0, and so does a row of zeros.
 * x を知った後に y に残る不確かさの平均（条件付きエントロピー）。p(x, y) = 0 の成分も、すべてが 0 の行も、寄与は 0 とする。
 *
 * @param pxy pxy[x][y] = p(x, y): a row for each x, a column for each y, and all cells together sum to 1
 *   / pxy[x][y] = p(x, y)。行が x、列が y で、すべての成分の総和が 1
 */
export function conditionalEntropy(pxy: number[][]): number {
  throw new Error("Your turn: conditionalEntropy");
}
