/**
 * Gradients of an expectation E[f(z)] by the mean mu and by logVar = log sigma^2 of the Gaussian that z is drawn from.
 * z が従うガウス分布の平均 mu と logVar = log sigma^2 による、期待値 E[f(z)] の勾配を推定する。
 *
 * z ~ N(mu, diag(sigma^2)) has independent entries, sigma_j^2 = e^logVar_j. The noise comes as an argument: one row of
 * `eps` is one draw of standard normal numbers, and every estimate is a mean over the draws. f itself is not called here:
 * its values or its slopes at the draws are arguments too.
 * z ~ N(mu, diag(sigma^2)) の各成分は独立で、sigma_j^2 = e^logVar_j である。雑音は引数として渡される。`eps` の 1 行が
 * 標準正規乱数の 1 回分であり、推定値はどれもサンプルについての平均である。f そのものは呼ばず、サンプルでの値や傾きを引数として受け取る。
 */

/**
 * The reparameterization: the z that the noise eps becomes, z_j = mu_j + sigma_j eps_j.
 * 再パラメータ化。雑音 eps から z_j = mu_j + sigma_j eps_j を作る。
 *
 * @param mu [dim] the means / 平均
 * @param logVar [dim] the logarithms of the variances, of either sign / 分散の対数（正にも負にもなる）
 * @param eps [dim] one draw of the noise / 雑音の 1 回分
 */
export function sample(mu: number[], logVar: number[], eps: number[]): number[] {
  throw new Error("Your turn: sample");
}

/**
 * The pathwise estimate of the gradient of E[f(z)]: the mean over the draws of the gradient of f(sample(mu, logVar, eps_s))
 * by mu and by logVar, with eps_s held fixed.
 * 経路微分による推定。eps_s を固定して f(sample(mu, logVar, eps_s)) を mu と logVar で微分し、サンプルについて平均する。
 *
 * @param logVar [dim]
 * @param eps [draws, dim] the noise of each draw / 各サンプルの雑音
 * @param slope [draws, dim] the derivatives df/dz_j at each draw's z / 各サンプルの z での微分 df/dz_j
 */
export function pathwiseGradient(
  logVar: number[],
  eps: number[][],
  slope: number[][],
): { mu: number[]; logVar: number[] } {
  throw new Error("Your turn: pathwiseGradient");
}

/**
 * The score-function estimate of the same gradient: the mean over the draws of f(z_s) times the gradient of log q(z_s) by
 * mu and by logVar, with z_s = mu + sigma eps_s held fixed. It needs values of f only, no slopes.
 * 同じ勾配をスコア関数で推定する。z_s = mu + sigma eps_s を固定して log q(z_s) を mu と logVar で微分し、f(z_s) を掛けて
 * サンプルについて平均する。必要なのは f の値だけで、傾きは要らない。
 *
 * @param logVar [dim]
 * @param eps [draws, dim] the noise of each draw / 各サンプルの雑音
 * @param value [draws] f(z_s), one number a draw / 各サンプルでの f の値
 */
export function scoreGradient(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  throw new Error("Your turn: scoreGradient");
}

/**
 * scoreGradient with a baseline: from each draw's value the mean of the values of all OTHER draws is subtracted first.
 * There are at least two draws.
 * ベースライン付きの scoreGradient。各サンプルの値から、自分を除くほかのサンプルすべての値の平均をあらかじめ引いておく。
 * サンプルは二つ以上ある。
 *
 * @param logVar [dim]
 * @param eps [draws, dim]
 * @param value [draws]
 */
export function scoreGradientWithBaseline(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  throw new Error("Your turn: scoreGradientWithBaseline");
}
