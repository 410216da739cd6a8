/**
 * The Wasserstein GAN: a critic gives every sample a score, real ones high and fake ones low, and its slope is kept near 1.
 * Wasserstein GAN。批評器 (critic) はサンプルにスコアをつける。本物には高く、偽物には低くつけ、その傾きは 1 の近くに保つ。
 *
 * A score is any real number: no sigmoid, no logarithm. Numbers of real and fake samples may differ.
 * スコアは任意の実数で、シグモイドも対数も通さない。本物と偽物の個数は等しいとは限らない。
 */

/**
 * The loss that the critic minimises: the mean score of the fake samples minus the mean score of the real ones.
 * 批評器が最小化する損失。偽物のスコアの平均から、本物のスコアの平均を引いた値である。
 *
 * @param real the critic's scores of real samples / 本物のサンプルに対する批評器のスコア
 * @param fake the critic's scores of generated samples / 生成されたサンプルに対する批評器のスコア
 */
export function criticLoss(real: number[], fake: number[]): number {
  throw new Error("Your turn: criticLoss");
}

/**
 * The loss that the generator minimises: minus the mean score of its samples.
 * 生成器が最小化する損失。自分のサンプルのスコアの平均に負号をつけた値である。
 *
 * @param fake the critic's scores of generated samples / 生成されたサンプルに対する批評器のスコア
 */
export function generatorLoss(fake: number[]): number {
  throw new Error("Your turn: generatorLoss");
}

/**
 * The Wasserstein-1 distance of two samples on the line, every point of x with mass 1/n and every point of y with mass 1/m:
 * the least mass times way that turns one sample into the other. Exact, for any n and m, in any order of the points.
 * 直線上の二つのサンプルの Wasserstein-1 距離。x の各点の質量を 1/n、y の各点の質量を 1/m とし、一方を他方に作り変える
 * のに必要な「質量 × 移動距離」の最小値を求める。n と m が違っても、点がどの順に並んでいても、厳密な値でなければならない。
 *
 * @param x n >= 1 numbers in no order / n 個の数（順不同、n >= 1）
 * @param y m >= 1 numbers in no order / m 個の数（順不同、m >= 1）
 */
export function wasserstein1(x: number[], y: number[]): number {
  throw new Error("Your turn: wasserstein1");
}

/**
 * Points between real and fake samples, at which the penalty asks for the critic's slope. Row i is
 * u[i] real[i] + (1 - u[i]) fake[i].
 * ペナルティのために批評器の傾きを調べる点。第 i 行は u[i] real[i] + (1 - u[i]) fake[i] である。
 *
 * @param real [n, dim]
 * @param fake [n, dim]
 * @param u n numbers in [0, 1], one a row / 行ごとに一つ、0 以上 1 以下の数
 */
export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  throw new Error("Your turn: interpolates");
}

/**
 * The gradient penalty: lambda times the mean over the rows g of (|g| - 1)^2, |g| the Euclidean length of a row.
 * 勾配ペナルティ。各行 g について (|g| - 1)^2 を求め、行について平均して lambda を掛ける。|g| は行のユークリッドノルムである。
 *
 * @param gradients [n, dim], the gradient of the score at each interpolate; a row may be 0
 *   / 各内分点におけるスコアの勾配。ゼロベクトルの行もありうる
 * @param lambda the weight of the penalty / ペナルティの重み
 */
export function gradientPenalty(gradients: number[][], lambda: number): number {
  throw new Error("Your turn: gradientPenalty");
}
