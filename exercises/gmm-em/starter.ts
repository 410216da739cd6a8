/**
 * A mixture of Gaussians with diagonal covariances, fitted by the EM algorithm.
 * 対角共分散の混合ガウス分布を EM アルゴリズムで当てはめる。
 *
 * One row of x is one sample: x is n x dim. Component k has the weight weights[k] (at least 0, their sum is 1), the mean
 * means[k] and the variances variances[k], one for each dimension (variances, not standard deviations).
 *   p(x) = sum_k weights[k] N(x | means[k], diag(variances[k]))
 * Logarithms are natural (nats).
 * x は 1 行が 1 個のサンプルで、n x dim の行列である。成分 k は混合比 weights[k]（0 以上で総和は 1）、平均 means[k]、
 * 次元ごとの分散 variances[k]（標準偏差ではない）をもつ。対数は自然対数（ナット）である。
 */
export interface Mixture {
  weights: number[];
  means: number[][];
  variances: number[][];
}

/** mStep returns no variance below this one. / mStep の返す分散の下限。 */
export const MIN_VARIANCE = 1e-6;

/** A component whose responsibilities sum to less than this is empty. / 負担率の総和がこれより小さい成分は空とみなす。 */
export const MIN_COUNT = 1e-8;

/**
 * The E step: r[i][k] = p(component k | x_i), the share of sample i that component k answers for. Rows sum to 1.
 * Right and finite also for a sample that lies 1000 standard deviations away from every component.
 * E ステップ。サンプル i を成分 k がどれだけ受けもつか（負担率）を求める。各行の総和は 1 である。
 * どの成分からも標準偏差の 1000 倍離れたサンプルでも、正しく有限の値を返さなければならない。
 *
 * @param x [n, dim]
 * @param weights [k], at least 0, their sum is 1; a component of weight 0 answers for nothing
 *   / 0 以上で総和は 1。混合比が 0 の成分は何も受けもたない
 * @param means [k, dim]
 * @param variances [k, dim], at least MIN_VARIANCE / MIN_VARIANCE 以上
 * @returns [n, k]
 */
export function responsibilities(
  x: number[][],
  weights: number[],
  means: number[][],
  variances: number[][],
): number[][] {
  throw new Error("Your turn: responsibilities");
}

/**
 * The M step: the mixture that fits x best while the responsibilities stay fixed.
 *   - No variance is returned below MIN_VARIANCE.
 *   - An empty component (its responsibilities sum to less than MIN_COUNT) gets the mean and the variances of all samples
 *     together. Its weight is next to 0 anyhow.
 * M ステップ。負担率を固定したとき、x に最もよく当てはまる混合分布を求める。
 *   - 分散が MIN_VARIANCE を下回るときは MIN_VARIANCE とする。
 *   - 空の成分（負担率の総和が MIN_COUNT 未満）は、平均と分散をサンプル全体の平均と分散とする。混合比はどのみちほぼ 0 である。
 *
 * @param x [n, dim]
 * @param r responsibilities [n, k]; each row sums to 1 / 負担率。各行の総和は 1
 */
export function mStep(x: number[][], r: number[][]): Mixture {
  throw new Error("Your turn: mStep");
}

/**
 * The log-likelihood of the samples, a mean over them: (1/n) sum_i log p(x_i), in nats.
 * Finite also where every density is too small for a floating-point number.
 * 対数尤度のサンプルについての平均。どの成分の密度も浮動小数点数では 0 になるほど小さくても、有限の値を返す。
 */
export function logLikelihood(
  x: number[][],
  weights: number[],
  means: number[][],
  variances: number[][],
): number {
  throw new Error("Your turn: logLikelihood");
}

/**
 * `steps` rounds of an E step and an M step, from the given mixture on; 0 rounds leave it as it is.
 * 与えられた混合分布から始めて、E ステップと M ステップの組を steps 回くり返す。0 回ならもとのままである。
 *
 * @param steps a whole number, at least 0 / 0 以上の整数
 */
export function em(
  x: number[][],
  weights: number[],
  means: number[][],
  variances: number[][],
  steps: number,
): Mixture {
  throw new Error("Your turn: em");
}
