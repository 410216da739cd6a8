/**
 * The discriminator of a generative adversarial network (GAN): it is shown a sample and says how probably it is real.
 * 敵対的生成ネットワーク (GAN) の識別器。サンプルを見て、それが本物である確率を答える。
 *
 * It gives one logit o a sample, any real number, and D = sigmoid(o) = 1 / (1 + e^-o). Logarithms are natural (nats).
 * サンプルごとに実数の logit o を出し、D = sigmoid(o) = 1 / (1 + e^-o) とする。対数は自然対数（ナット）である。
 */

/**
 * The loss that the discriminator minimises: -[ mean log D(real) + mean log(1 - D(fake)) ], each mean over its own samples.
 * Finite for every finite logit.
 * 識別器が最小化する損失。平均はそれぞれのサンプルについてとる。logit が有限なら、どれほど大きくても結果は有限でなければならない。
 *
 * @param realLogits the logits of real samples / 本物のサンプルの logit
 * @param fakeLogits the logits of generated samples / 生成されたサンプルの logit
 */
export function discriminatorLoss(realLogits: number[], fakeLogits: number[]): number {
  throw new Error("Your turn: discriminatorLoss");
}

/**
 * The derivatives of discriminatorLoss by each logit, as { real, fake } in the shapes of the arguments.
 * discriminatorLoss を各 logit で微分したもの。引数と同じ形の { real, fake } として返す。
 *
 * @param realLogits the logits of real samples / 本物のサンプルの logit
 * @param fakeLogits the logits of generated samples / 生成されたサンプルの logit
 */
export function discriminatorGradient(
  realLogits: number[],
  fakeLogits: number[],
): { real: number[]; fake: number[] } {
  throw new Error("Your turn: discriminatorGradient");
}

/**
 * The best discriminator there is: at every place the d in [0, 1] that makes p log d + q log(1 - d) largest.
 * Where both densities are 0 every d is as good; return 1/2 there.
 * 最良の識別器。各点で p log d + q log(1 - d) を最大にする 0 以上 1 以下の d を返す。
 * 二つの密度がともに 0 の点ではどんな d でも同じなので、1/2 を返す。
 *
 * @param p the density of the real samples at some places, >= 0 / いくつかの点における本物のサンプルの密度（0 以上）
 * @param q the density of the generated samples at the same places, >= 0 / 同じ点における生成サンプルの密度（0 以上）
 */
export function optimalDiscriminator(p: number[], q: number[]): number[] {
  throw new Error("Your turn: optimalDiscriminator");
}

/**
 * What the best discriminator reaches: V = max over D of sum_x [ p(x) log D(x) + q(x) log(1 - D(x)) ], for distributions
 * over finitely many states. It is 2 JS(p, q) - log 4. A term whose probability is 0 counts 0.
 * 最良の識別器が達する値 V。状態が有限個の分布について、上の和の D についての最大値である。2 JS(p, q) - log 4 に等しい。
 * 確率が 0 の項は 0 とする。
 *
 * @param p probabilities of the real samples, >= 0, their sum is 1 / 本物のサンプルの確率（0 以上で総和は 1）
 * @param q probabilities of the generated samples, >= 0, their sum is 1 / 生成サンプルの確率（0 以上で総和は 1）
 */
export function valueAtOptimum(p: number[], q: number[]): number {
  throw new Error("Your turn: valueAtOptimum");
}
