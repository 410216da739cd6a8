/**
 * One step of contrastive divergence for a restricted Boltzmann machine.
 * 制限ボルツマンマシンをコントラスティブ・ダイバージェンス（CD-1）で一歩だけ学習する。
 *
 * N visible units x and H hidden units z, all in {-1, +1}:  q(x, z) = (1/Z) exp(x'Wz + b'x + c'z).
 * N 個の可視ユニット x と H 個の隠れユニット z は、どれも -1 か +1 の値をとる。
 *
 * X holds B samples, one a row. Uniform numbers are arguments, so one input has one right output.
 * X は 1 行が 1 サンプルで、全部で B 行ある。一様乱数は引数で渡すので、入力が決まれば正しい出力も一つに決まる。
 */
export interface Rbm {
  /** N x H: W[k][l] couples x_k and z_l / N x H。W[k][l] が x_k と z_l を結ぶ */
  W: number[][];
  /** length N: fields on the visible units / 長さ N。可視ユニットのバイアス */
  b: number[];
  /** length H: fields on the hidden units / 長さ H。隠れユニットのバイアス */
  c: number[];
}

/**
 * The mean of every hidden unit given each row: <z_l> = tanh(a_l), a_l = sum_k x_k W_kl + c_l.
 * 各行を与えたときの隠れユニットの平均 <z_l> = tanh(a_l)。ただし a_l = sum_k x_k W_kl + c_l。
 *
 * @param X B x N, entries -1 or +1 / B x N、成分は -1 か +1
 * @returns B x H, entries in [-1, +1] / B x H、成分は [-1, +1]
 */
export function hiddenMean(rbm: Rbm, X: number[][]): number[][] {
  throw new Error("Your turn: hiddenMean");
}

/**
 * Draws every hidden unit given each row: +1 where u < P, else -1, with P = e^a / (2 cosh a) = q(z_l = +1 | x).
 * 各行を与えて隠れユニットを引く。u < P なら +1、そうでなければ -1。P = e^a / (2 cosh a) = q(z_l = +1 | x)。
 *
 * @param X B x N, entries -1 or +1 / B x N、成分は -1 か +1
 * @param u B x H, uniform in (0, 1), one per unit / B x H、(0, 1) の一様乱数（1 ユニットに 1 個）
 * @returns B x H, entries -1 or +1 / B x H、成分は -1 か +1
 */
export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  throw new Error("Your turn: sampleHidden");
}

/**
 * Draws every visible unit given the hidden ones by the same rule; its field is sum_l W_kl z_l + b_k.
 * 隠れユニットを与えて、同じ規則で可視ユニットを引く。こちらの場は sum_l W_kl z_l + b_k である。
 *
 * @param Z B x H, entries -1 or +1 / B x H、成分は -1 か +1
 * @param u B x N, uniform in (0, 1), one per unit / B x N、(0, 1) の一様乱数（1 ユニットに 1 個）
 * @returns B x N, entries -1 or +1 / B x N、成分は -1 か +1
 */
export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  throw new Error("Your turn: sampleVisible");
}

/**
 * The free energy of each row, in nats: F(x) = -b'x - sum_l log(2 cosh a_l), so that q(x) = e^-F(x) / Z.
 * Finite for any field: |a| may be 800. Its cost grows like H, not like 2^H.
 * 各行の自由エネルギー（単位はナット）。F(x) = -b'x - sum_l log(2 cosh a_l) であり、q(x) = e^-F(x) / Z となる。
 * |a| が 800 でも有限の値を返すこと。計算量は 2^H ではなく H に比例すること。
 *
 * @param X B x N, entries -1 or +1 / B x N、成分は -1 か +1
 * @returns length B / 長さ B
 */
export function freeEnergy(rbm: Rbm, X: number[][]): number[] {
  throw new Error("Your turn: freeEnergy");
}

/**
 * The CD-1 estimate of the gradient of the mean log-likelihood by W, b and c:
 * the mean over the batch of <.>_data - <.>_after one block step (x -> z -> x').
 * The chain is made of samples; in the statistics z stands for its mean, in both phases.
 * 平均対数尤度の W, b, c による勾配の CD-1 推定。
 * <.>_data - <.>_（ブロック更新 x -> z -> x' を一回行った後）をバッチで平均する。
 * 連鎖はサンプルでつなぎ、統計量の z には両方の相で平均を使う。
 *
 * @param X B x N, the data / B x N、データ
 * @param uHidden B x H, uniforms for z given x / B x H、x から z を引く一様乱数
 * @param uVisible B x N, uniforms for x' given z / B x N、z から x' を引く一様乱数
 * @returns W: N x H, b: length N, c: length H / W は N x H、b は長さ N、c は長さ H
 */
export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  throw new Error("Your turn: cd1Gradient");
}

/**
 * One step uphill on the log-likelihood: each parameter + learningRate x its CD-1 gradient, as a new model.
 * 対数尤度を一歩登る。各パラメータに learningRate x CD-1 勾配を加え、新しいモデルとして返す（引数は書き換えない）。
 *
 * @param learningRate size of the step, > 0 / 学習率（> 0）
 */
export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm {
  throw new Error("Your turn: cd1Update");
}
