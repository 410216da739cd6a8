/**
 * The forward process of a diffusion model: data turn into noise, step by step or in one jump.
 * 拡散モデルの前向き過程。データは、一歩ずつ、あるいは一度の跳躍で、ノイズに変わる。
 *
 * alpha[t - 1] = alpha_t, in (0, 1], is the share of the variance that step t = 1 ... T keeps; the rest, 1 - alpha_t, is new noise.
 * Noise is an argument (standard normal numbers), so that one input has one right output.
 * alpha[t - 1] = alpha_t（0 より大きく 1 以下）は、ステップ t = 1 ... T で残る分散の割合で、残りの 1 - alpha_t は新しいノイズになる。
 * ノイズは引数（標準正規乱数）として渡されるので、入力が決まれば答えも一つに決まる。
 */

/**
 * abar_t = alpha_1 alpha_2 ... alpha_t for every t: the share of the data that is left after t steps.
 * すべての t についての abar_t = alpha_1 alpha_2 ... alpha_t。t ステップの後に残っているデータの割合である。
 *
 * @param alpha the kept shares of the steps / 各ステップで残る割合
 * @returns abar_1 ... abar_T, as many as alpha has / abar_1 ... abar_T。alpha と同じ個数
 */
export function alphaBar(alpha: number[]): number[] {
  throw new Error("Your turn: alphaBar");
}

/**
 * One step: z_t = sqrt(alpha_t) z_{t-1} + sqrt(1 - alpha_t) eps.
 * 一歩。z_t = sqrt(alpha_t) z_{t-1} + sqrt(1 - alpha_t) eps。
 *
 * @param zPrev z_{t-1} / 一つ前の z_{t-1}
 * @param alphaT the kept share of this step, a number / このステップで残る割合（一つの数）
 * @param eps the noise of this step, in the shape of zPrev / このステップのノイズ。形は zPrev と同じ
 */
export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  throw new Error("Your turn: step");
}

/**
 * The jump from x0 to z_t with a single noise eps. It has the distribution that t steps have, N(m_t x0, s_t^2 I): find m_t and s_t.
 * x0 から z_t への一度の跳躍。使うノイズは eps 一つである。分布は t 歩進んだときと同じ N(m_t x0, s_t^2 I) になる。m_t と s_t を求める。
 *
 * @param x0 the data / 元のデータ
 * @param alpha the kept shares of all steps / 全ステップの残る割合
 * @param t which step, 1 ... T; t = 0 gives x0 / 何ステップ目か（1 ... T）。t = 0 なら x0
 * @param eps one noise for the whole jump, in the shape of x0 / 跳躍全体で一つのノイズ。形は x0 と同じ
 */
export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  throw new Error("Your turn: marginal");
}

/**
 * All of z_1 ... z_T, each one step from the one before; z_0 = x0 is not among them.
 * z_1 ... z_T のすべて。それぞれ一つ前からの一歩である。z_0 = x0 は含めない。
 *
 * @param x0 the data / 元のデータ
 * @param alpha the kept shares of all steps / 全ステップの残る割合
 * @param eps eps[t - 1] is the noise of step t; [steps, dim] / eps[t - 1] がステップ t のノイズ
 * @returns row t - 1 is z_t; [steps, dim] / 添字 t - 1 の行が z_t
 */
export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  throw new Error("Your turn: path");
}
