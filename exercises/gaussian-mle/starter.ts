/**
 * Gaussian maximum likelihood, line by line.
 * ガウス分布の最尤推定を一行ずつ導出する。
 *
 * The data x = (x_1, ..., x_n) are modelled by N(mu, s2); s2 is the variance.
 * データ x = (x_1, ..., x_n) を N(mu, s2) でモデル化する。s2 は分散である。
 */

/**
 * Mean negative log-likelihood in nats per sample:
 * L(mu, s2) = mean_i [ (x_i - mu)^2 / (2 s2) + (1/2) log s2 + (1/2) log 2 pi ].
 * 1 サンプルあたりの負の対数尤度の平均（単位はナット）。定数 (1/2) log 2 pi も含める。
 *
 * @param x the samples, n >= 1 / サンプル（n >= 1）
 * @param mu the mean of the model / モデルの平均
 * @param s2 the variance of the model, s2 > 0 / モデルの分散（s2 > 0）
 */
export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  throw new Error("Your turn: negLogLikelihood");
}

/**
 * The derivative of L by the mean, dL/dmu, at (mu, s2).
 * L の平均 mu による微分 dL/dmu を点 (mu, s2) で求める。
 */
export function dMu(x: number[], mu: number, s2: number): number {
  throw new Error("Your turn: dMu");
}

/**
 * The derivative of L by the variance, dL/ds2 (by s2 itself, not by its square root).
 * L の分散 s2 による微分 dL/ds2。標準偏差ではなく s2 そのもので微分する。
 */
export function dSigma2(x: number[], mu: number, s2: number): number {
  throw new Error("Your turn: dSigma2");
}

/**
 * The mean that makes dL/dmu zero: the maximum-likelihood estimate of mu.
 * dL/dmu を 0 にする平均、すなわち mu の最尤推定量。
 */
export function muHat(x: number[]): number {
  throw new Error("Your turn: muHat");
}

/**
 * The variance that makes dL/ds2 zero at mu = muHat(x): the maximum-likelihood estimate of s2.
 * mu = muHat(x) において dL/ds2 を 0 にする分散、すなわち s2 の最尤推定量。
 */
export function sigma2Hat(x: number[]): number {
  throw new Error("Your turn: sigma2Hat");
}
