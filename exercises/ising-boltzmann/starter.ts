/**
 * The Boltzmann machine without hidden units, small enough to be counted: n spins x_i in {-1, +1}, coupled in pairs.
 * 隠れユニットのないボルツマンマシン（イジングモデル）。n 個のスピン x_i は -1 か +1 をとり、二つずつ結合している。
 * n が小さいので、すべての状態を数え上げられる。
 *
 *   q(x) = e^(-E(x)) / Z,   E(x) = -( sum_{i<j} W_ij x_i x_j + sum_i b_i x_i ),   Z = sum over all 2^n states of e^(-E(x)).
 *
 * W is symmetric and each pair counts once; its diagonal does not count, whatever stands there. n is at most 8.
 * W は対称で、どの組も一度だけ数える。W の対角成分は、何が入っていても無視する。n は 8 以下である。
 */

/**
 * The energy E(x) of one state. Low energy means high probability.
 * 一つの状態のエネルギー E(x)。エネルギーが低い状態ほど出やすい。
 *
 * @param W the couplings, [n, n], symmetric; the diagonal is to be ignored / 結合。対称行列で、対角成分は無視する
 * @param b the fields, one for each spin / 場（バイアス）。スピンごとに一つ
 * @param x the spins, each -1 or +1 / スピン（-1 または +1）
 */
export function energy(W: number[][], b: number[], x: number[]): number {
  throw new Error("Your turn: energy");
}

/**
 * log Z, the logarithm of the sum of e^(-E(x)) over all 2^n states, in nats. Couplings may be as large as 300: Z itself is
 * then beyond every number that there is, log Z is not.
 * 分配関数の対数 log Z（単位はナット）。結合は 300 ほどになることもある。そのとき Z は数として表せないが、log Z は表せる。
 */
export function logPartition(W: number[][], b: number[]): number {
  throw new Error("Your turn: logPartition");
}

/**
 * The model's moments: mean[i] = <x_i> and correlation[i][j] = <x_i x_j>, averages over all states with weights q(x). The
 * correlation is the plain average of the product, a symmetric matrix with 1 on its diagonal.
 * モデルのモーメント。mean[i] = <x_i>、correlation[i][j] = <x_i x_j> で、どちらも q(x) を重みとする全状態の平均である。
 * correlation は積をそのまま平均した対称行列で、対角成分は 1 になる。
 */
export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  throw new Error("Your turn: expectations");
}

/**
 * The gradient of the mean log-likelihood, (1/rows) sum over the rows of log q(row), by the couplings and the fields.
 * W in the result is symmetric: entry ij is the derivative by the coupling of the pair {i, j}. Its diagonal is 0.
 * 平均対数尤度（log q(行) を行について平均したもの）の、結合と場による勾配。
 * 返す W は対称で、ij 成分は組 {i, j} の結合による微分である。対角成分は 0 とする。
 *
 * @param data [rows, n], one observed state a row / 1 行が観測された一つの状態
 */
export function gradient(data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } {
  throw new Error("Your turn: gradient");
}
