/**
 * Population annealing: M copies of a system are cooled together, each with a weight that is kept as a logarithm.
 * ポピュレーションアニーリング。系の M 個のコピーをいっしょに冷やし、各コピーの重みを対数のまま持ち歩く。
 *
 * Log-weights may lie near -10000 or +10000, where their exponentials are 0 or infinite: results must be right there too.
 * 対数重みは -10000 や +10000 ほどになることがある。その指数は 0 や無限大になるが、結果は正しくなければならない。
 */

/**
 * The log-weights after beta has gone from betaFrom to betaTo, copy by copy: the weight of a copy with the energy E is
 * multiplied by e^(-betaTo E) / e^(-betaFrom E).
 * 逆温度が betaFrom から betaTo に変わったあとの対数重み。エネルギーが E のコピーの重みには
 * e^(-betaTo E) / e^(-betaFrom E) が掛かる。
 *
 * @param previous the log-weights before, one for each copy / それまでの対数重み
 * @param energies the energy of each copy / 各コピーのエネルギー
 * @param betaFrom inverse temperature before / 変える前の逆温度
 * @param betaTo inverse temperature after / 変えたあとの逆温度
 */
export function logWeights(
  previous: number[],
  energies: number[],
  betaFrom: number,
  betaTo: number,
): number[] {
  throw new Error("Your turn: logWeights");
}

/**
 * Each copy's share of the total weight: not negative, summing to 1.
 * 重みの合計に占める各コピーの割合。負でなく、和は 1 になる。
 */
export function normalize(logWeights: number[]): number[] {
  throw new Error("Your turn: normalize");
}

/**
 * Systematic resampling with one uniform number: as many copies as before, drawn by their shares w. With C_i = w_0 + ... + w_i
 * and the pointers p_k = (k + u) / M for k = 0, ..., M - 1, new copy k is a copy of the first i for which C_i > p_k.
 * Indices begin at 0.
 * 一つの一様乱数による系統リサンプリング。割合 w に応じて、元と同じ M 個のコピーを選ぶ。C_i = w_0 + ... + w_i とし、
 * 矢 p_k = (k + u) / M を k = 0, ..., M - 1 について立てる。新しいコピー k は、C_i > p_k となる最初の i のコピーである。
 * 添字は 0 から数える。
 *
 * @param u uniform in (0, 1) / (0, 1) の一様乱数
 */
export function resample(logWeights: number[], u: number): number[] {
  throw new Error("Your turn: resample");
}

/**
 * How many equally weighted copies the population is worth: 1 / (sum of the squared shares), between 1 and M.
 * 集団が、重みの等しいコピー何個分に当たるか（有効サンプル数）。割合の二乗和の逆数で、1 と M のあいだにある。
 */
export function effectiveSampleSize(logWeights: number[]): number {
  throw new Error("Your turn: effectiveSampleSize");
}

/**
 * The estimate of log( Z(betaTo) / Z(betaFrom) ), in nats: the logarithm of the mean weight, where the weights have been
 * gathered since betaFrom.
 * log( Z(betaTo) / Z(betaFrom) ) の推定値（単位はナット）。betaFrom から積もった重みの平均の対数である。
 */
export function logPartitionRatio(logWeights: number[]): number {
  throw new Error("Your turn: logPartitionRatio");
}
