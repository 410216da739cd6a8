/**
 * The evidence lower bound (ELBO) of a variational autoencoder with a Bernoulli decoder.
 * ベルヌーイ分布を復号化器の出力とする変分自己符号化器 (VAE) の変分下限 (ELBO)。
 *
 * One row is one image: pixels x_k in {0, 1}. The decoder gives one logit a pixel, y_k = sigmoid(logit_k); the encoder
 * gives mu and logVar = log sigma^2, one of each for every latent dimension. Logarithms are natural (nats).
 * 1 行が 1 枚の画像で、画素 x_k は 0 か 1 である。復号化器は画素ごとに logit を出し y_k = sigmoid(logit_k) とする。
 * 符号化器は潜在変数の次元ごとに mu と logVar = log sigma^2 を出す。対数は自然対数（ナット）である。
 */

/**
 * How well the decoder explains one image, in nats: sum_k [ x_k log y_k + (1 - x_k) log(1 - y_k) ] with
 * y_k = sigmoid(logit_k). A sum over the pixels, at most 0, and finite for every finite logit.
 * 復号化器が 1 枚の画像をどれだけ説明できるか（再構成項）。画素についての和で、0 以下になる。
 * logit が有限なら、どれほど大きくても結果は有限でなければならない。
 *
 * @param x the pixels, each 0 or 1 / 画素（0 または 1）
 * @param logits the decoder's outputs before the sigmoid, as many as pixels / sigmoid を通す前の復号化器の出力
 */
export function reconstruction(x: number[], logits: number[]): number {
  throw new Error("Your turn: reconstruction");
}

/**
 * KL( N(mu, diag(e^logVar)) || N(0, I) ) for one image, in nats, summed over the latent dimensions:
 * (1/2) sum_j [ mu_j^2 + e^logVar_j - 1 - logVar_j ].
 * 1 枚の画像についての、近似事後分布 N(mu, diag(e^logVar)) から事前分布 N(0, I) への KL ダイバージェンス。
 * 潜在変数の次元についての和をとる。
 *
 * @param mu the means of q(z | x) / q(z | x) の平均
 * @param logVar the logarithms of its variances (not of its standard deviations) / 分散の対数（標準偏差の対数ではない）
 */
export function klTerm(mu: number[], logVar: number[]): number {
  throw new Error("Your turn: klTerm");
}

/**
 * The ELBO of a batch: the mean over the rows n of reconstruction(x_n, logits_n) - klTerm(mu_n, logVar_n).
 * バッチの ELBO。各行の reconstruction - klTerm を、行について平均する。
 *
 * @param x [batch, pixels]
 * @param logits [batch, pixels]
 * @param mu [batch, latents]
 * @param logVar [batch, latents]
 */
export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  throw new Error("Your turn: elbo");
}

/**
 * The gradient of the loss -elbo(x, logits, mu, logVar) by each entry of logits, mu and logVar, in their shapes.
 * The logits count as inputs of their own: they are held fixed while mu and logVar move.
 * 損失 -elbo(x, logits, mu, logVar) を logits、mu、logVar の各成分で微分したもの。形は引数と同じである。
 * logits は独立な入力とみなし、mu と logVar を動かしても変わらないものとする。
 */
export function negElboGradient(
  x: number[][],
  logits: number[][],
  mu: number[][],
  logVar: number[][],
): { logits: number[][]; mu: number[][]; logVar: number[][] } {
  throw new Error("Your turn: negElboGradient");
}

/**
 * The bound itself, for a latent variable with finitely many states z:
 *   elbo = sum_z q[z] log( joint[z] / q[z] ),   gap = KL( q || p(z | x) ),   logEvidence = elbo + gap = log p(x).
 * 潜在変数 z が有限個の状態をとるとき、下限そのもの (elbo)、真の事後分布 p(z | x) との隔たり (gap)、
 * 両者の和である対数周辺尤度 (logEvidence) を求める。
 *
 * @param joint joint[z] = p(x, z) for the one x that was observed; positive wherever q is; its sum is p(x), not 1
 *   / 観測した x における同時確率 p(x, z)。q が正の状態では正。総和は 1 ではなく p(x) である
 * @param q q[z] >= 0, its sum is 1; a state with q[z] = 0 contributes 0
 *   / q[z] >= 0 で総和は 1。q[z] = 0 の状態の寄与は 0 とする
 */
export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  throw new Error("Your turn: lowerBound");
}
