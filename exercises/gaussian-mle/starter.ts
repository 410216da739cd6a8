/**
 * Gaussian maximum likelihood, line by line.
 * ガウス分布の最尤推定を一行ずつ導出する。
 *
 * The samples x = (x_1, ..., x_n) are modelled by N(mu, s2); s2 is the variance, not the standard deviation.
 * サンプル x = (x_1, ..., x_n) を N(mu, s2) でモデル化する。s2 は標準偏差ではなく分散である。
 */

/**
 * The mean negative log-likelihood, in nats per sample, the constant included:
 * L(mu, s2) = mean_i [ (x_i - mu)^2 / (2 s2) + (1/2) log s2 + (1/2) log 2 pi ].
 * 1 サンプルあたりの負の対数尤度の平均（単位はナット）。定数 (1/2) log 2 pi も含める。
 *
 * @param x the samples, [n] with n >= 1 / サンプル。形は [n]、n >= 1
 * @param mu the mean of the model, any number / モデルの平均（任意の実数）
 * @param s2 the variance of the model, s2 > 0 / モデルの分散（s2 > 0）
 */
export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  throw new Error("Your turn: negLogLikelihood");
}

/**
 * The partial derivative of L by the mean, dL/dmu, at the point (mu, s2); arguments as above.
 * L の平均 mu による偏微分 dL/dmu の、点 (mu, s2) での値。引数は上と同じ。
 */
export function dMu(x: number[], mu: number, s2: number): number {
  throw new Error("Your turn: dMu");
}

/**
 * The partial derivative of L by the variance, dL/ds2, at the point (mu, s2): by s2 itself, not by its square root.
 * L の分散 s2 による偏微分 dL/ds2 の、点 (mu, s2) での値。標準偏差ではなく s2 そのもので微分する。
 */
export function dSigma2(x: number[], mu: number, s2: number): number {
  throw new Error("Your turn: dSigma2");
}

/**
 * The mean at which dL/dmu is zero, whatever s2 is: the maximum-likelihood estimate of mu. [n] -> number, n >= 1.
 * s2 の値によらず dL/dmu を 0 にする平均、すなわち mu の最尤推定量。[n] から数へ、n >= 1。
 */
export function muHat(x: number[]): number {
  throw new Error("Your turn: muHat");
}

/**
 * The variance at which dL/ds2 is zero when mu = muHat(x): the maximum-likelihood estimate of s2. [n] -> number >= 0;
 * 0 when all samples are equal. It must stay right when all samples lie around 1e8.
 * mu = muHat(x) のもとで dL/ds2 を 0 にする分散、すなわち s2 の最尤推定量。[n] から 0 以上の数へ。全サンプルが等しければ 0。
 * サンプルがすべて 1e8 付近にあっても正しい値を返すこと。
 */
export function sigma2Hat(x: number[]): number {
  throw new Error("Your turn: sigma2Hat");
}
