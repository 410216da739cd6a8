/**
 * The denoising objective of a diffusion model, and one step back.
 * 拡散モデルの目的関数と、逆向きの一ステップ。
 *
 * Step t = 1, ..., T keeps the share alpha_t of the variance and fills the rest with noise:
 *   z_t = sqrt(alpha_t) z_{t-1} + sqrt(1 - alpha_t) noise,   z_0 = x0.
 * `alpha[t - 1]` is alpha_t, in (0, 1); abar_t = alpha_1 alpha_2 ... alpha_t, and abar_0 = 1.
 * Every row of a batch has its own step t, counted from 1. No function changes its arguments.
 *
 * ステップ t = 1, ..., T は分散のうち割合 alpha_t を残し、残りをノイズで埋める（上の式）。
 * `alpha[t - 1]` が alpha_t であり、(0, 1) の値をとる。abar_t = alpha_1 alpha_2 ... alpha_t、abar_0 = 1 とする。
 * バッチの各行は自分のステップ t を持ち、t は 1 から数える。どの関数も引数を書き換えない。
 */

/**
 * The shares kept so far: abar_t = prod_{k <= t} alpha_k for t = 1, ..., T.
 * 各ステップまでに残る割合 abar_t = prod_{k <= t} alpha_k を、t = 1, ..., T について求める。
 *
 * @param alpha the kept share of each step, T numbers in (0, 1) / 各ステップで残る割合（T 個、(0, 1) の値）
 * @returns T numbers; entry t - 1 is abar_t / T 個の数。添字 t - 1 の要素が abar_t
 */
export function alphaBar(alpha: number[]): number[] {
  throw new Error("Your turn: alphaBar");
}

/**
 * A noisy version of each row, drawn in one jump: z_t = sqrt(abar_t) x0 + sqrt(1 - abar_t) eps.
 * 各行を一度に t ステップ目まで汚す: z_t = sqrt(abar_t) x0 + sqrt(1 - abar_t) eps。
 *
 * @param x0 clean data, batch x dim / 元のデータ（batch x dim）
 * @param t the step of each row, 1 <= t <= T / 各行のステップ（1 <= t <= T）
 * @param eps standard normal noise, batch x dim / 標準正規ノイズ（batch x dim）
 * @param alpha the kept shares, T numbers / 残る割合（T 個）
 */
export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  throw new Error("Your turn: noisySample");
}

/**
 * The clean data that z_t and a predicted noise epsHat imply: the x0 for which noisySample gives z_t.
 * z_t と予測ノイズ epsHat から元のデータを逆算する。すなわち、noisySample が z_t を与えるような x0 である。
 *
 * @param zt noisy data, batch x dim / ノイズの乗ったデータ（batch x dim）
 * @param t the step of each row, 1 <= t <= T / 各行のステップ（1 <= t <= T）
 * @param epsHat predicted noise, batch x dim / 予測されたノイズ（batch x dim）
 * @param alpha the kept shares, T numbers / 残る割合（T 個）
 */
export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  throw new Error("Your turn: predictX0");
}

/**
 * The simple loss: (epsHat - eps)^2, averaged over batch and dimensions.
 * 単純化した損失: (epsHat - eps)^2 をバッチと次元の両方について平均する。
 *
 * @param eps true noise, batch x dim / 実際に加えたノイズ（batch x dim）
 * @param epsHat predicted noise, batch x dim / 予測されたノイズ（batch x dim）
 */
export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  throw new Error("Your turn: simpleLoss");
}

/**
 * The gradient of simpleLoss by the prediction, d simpleLoss / d epsHat: batch x dim.
 * simpleLoss の予測 epsHat による勾配 d simpleLoss / d epsHat（batch x dim）。
 */
export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  throw new Error("Your turn: lossGradient");
}

/**
 * The step back when x0 is known: q(z_{t-1} | z_t, x0) = N(mean, variance I), with
 *   mean = [ sqrt(alpha_t) (1 - abar_{t-1}) z_t + sqrt(abar_{t-1}) (1 - alpha_t) x0 ] / (1 - abar_t),
 *   variance = (1 - alpha_t) (1 - abar_{t-1}) / (1 - abar_t)   (s2_q below).
 * x0 が分かっているときの逆向きの一ステップ q(z_{t-1} | z_t, x0) = N(mean, variance I)（上の式。variance を以下 s2_q と書く）。
 *
 * @param x0 clean data, batch x dim / 元のデータ（batch x dim）
 * @param zt noisy data, batch x dim / ノイズの乗ったデータ（batch x dim）
 * @param t the step of each row, 1 <= t <= T / 各行のステップ（1 <= t <= T）
 * @param alpha the kept shares, T numbers / 残る割合（T 個）
 * @returns mean, batch x dim, and variance, one number a row / mean は batch x dim、variance は各行に一つの数
 */
export function posterior(
  x0: number[][],
  zt: number[][],
  t: number[],
  alpha: number[],
): { mean: number[][]; variance: number[] } {
  throw new Error("Your turn: posterior");
}

/**
 * The denoising term of the bound, averaged over the batch: KL( q(z_{t-1} | z_t, x0) || p_theta(z_{t-1} | z_t) ), where p_theta
 * has the same variance s2_q and the mean that the predicted noise implies. For one row it is
 *   (1 - alpha_t)^2 / (2 s2_q alpha_t (1 - abar_t)) |eps - epsHat|^2,   |.|^2 summed over the dimensions.
 * 変分下界のデノイジング項をバッチで平均したもの。p_theta は同じ分散 s2_q と、予測ノイズから決まる平均を持つ。
 * 一行分は上の式のとおりで、|.|^2 は次元について和をとる。
 *
 * @param eps true noise, batch x dim / 実際に加えたノイズ（batch x dim）
 * @param epsHat predicted noise, batch x dim / 予測されたノイズ（batch x dim）
 * @param t the step of each row, 2 <= t <= T / 各行のステップ（2 <= t <= T）
 * @param alpha the kept shares, T numbers / 残る割合（T 個）
 * @returns nats, the mean over the rows / 行についての平均（単位はナット）
 */
export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  throw new Error("Your turn: weightedLoss");
}

/**
 * One step of sampling, z_t -> z_{t-1}: the posterior mean with the predicted x0 in the place of x0, plus sqrt(s2_q) xi.
 * At t = 1 no noise is added.
 * サンプリングの一ステップ z_t -> z_{t-1}。x0 の代わりに予測した x0 を入れた事後分布の平均に、sqrt(s2_q) xi を加える。
 * t = 1 ではノイズを加えない。
 *
 * @param zt noisy data, batch x dim / ノイズの乗ったデータ（batch x dim）
 * @param t the step of each row, 1 <= t <= T / 各行のステップ（1 <= t <= T）
 * @param epsHat predicted noise, batch x dim / 予測されたノイズ（batch x dim）
 * @param alpha the kept shares, T numbers / 残る割合（T 個）
 * @param xi standard normal noise, batch x dim / 標準正規ノイズ（batch x dim）
 */
export function reverseStep(
  zt: number[][],
  t: number[],
  epsHat: number[][],
  alpha: number[],
  xi: number[][],
): number[][] {
  throw new Error("Your turn: reverseStep");
}
