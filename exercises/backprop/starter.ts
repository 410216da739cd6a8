/**
 * Backpropagation through a fully connected net of any depth.
 * 任意の深さの全結合ネットワークの誤差逆伝播法。
 *
 * Layer l (l = 0, ..., L-1) computes u^l = W^l z^{l-1} + b^l and z^l = f^l(u^l) for one sample; z^{-1} is the input x and
 * z^{L-1} the output y. In code each row of a matrix is one sample, and indexes count from 0.
 * 第 l 層（l = 0, ..., L-1）は、1 サンプルについて u^l = W^l z^{l-1} + b^l、z^l = f^l(u^l) を計算する。z^{-1} は入力 x、
 * z^{L-1} は出力 y である。コードでは行列の 1 行が 1 サンプル、添字は 0 から数える。
 *
 * The error is the mean over the batch of E_n = (1/2) sum_j (y_nj - d_nj)^2.
 * 誤差は E_n = (1/2) sum_j (y_nj - d_nj)^2 のバッチ平均である。
 */

/**
 * f(u): "identity" u, "tanh" tanh u, "sigmoid" 1 / (1 + e^-u), "relu" max(0, u) with derivative 0 at u = 0.
 * 活性化関数。relu の u = 0 での微分は 0 とする。
 */
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";

/**
 * One layer. W is out x in: row j holds the weights into unit j, W[j][i] leads from input i to unit j. b has `out` entries.
 * 1 つの層。W は out x in で、第 j 行がユニット j へ入る重み、W[j][i] は入力 i からユニット j への重みである。b の長さは out。
 */
export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

/**
 * The forward pass: u[l] = z[l-1] W' + b on every row and z[l] = f(u[l]), for each layer l, z[-1] being X.
 * 順伝播。各層 l について、行ごとに u[l] = z[l-1] W' + b と z[l] = f(u[l]) を求める（z[-1] は X）。
 *
 * @param layers the layers from input to output, at least one / 入力側から出力側へ並べた層（1 層以上）
 * @param X the inputs, batch x in / 入力（batch x in）
 * @returns u and z: for each layer a matrix, batch x out / 層ごとの行列（batch x out）を並べた u と z
 */
export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  throw new Error("Your turn: forward");
}

/**
 * The error of the output layer, sample by sample: delta_nj = dE_n / du_nj, for any activation of that layer.
 * No 1/batch here: that belongs to the weight gradients.
 * 出力層の誤差 delta_nj = dE_n / du_nj をサンプルごとに求める。出力層の活性化関数は何でもよい。
 * ここでは 1/batch を掛けない（それは重みの勾配で掛ける）。
 *
 * @param layer the output layer / 出力層
 * @param uLast its u, batch x out / 出力層の u（batch x out）
 * @param zLast its z = f(u), which is the output y, batch x out / 出力層の z = f(u)、すなわち出力 y（batch x out）
 * @param D the targets d, batch x out / 教師データ d（batch x out）
 * @returns delta, batch x out
 */
export function outputDelta(layer: Layer, uLast: number[][], zLast: number[][], D: number[][]): number[][] {
  throw new Error("Your turn: outputDelta");
}

/**
 * The error passed one layer back: delta_nj = f'(u_nj) sum_k W_kj deltaNext_nk, with W of the next layer, f and u of this one.
 * 誤差を 1 層だけ戻す：delta_nj = f'(u_nj) sum_k W_kj deltaNext_nk。W は次の層のもの、f と u はこの層のものである。
 *
 * @param deltaNext the next layer's delta, batch x (units of the next layer) / 次の層の delta（batch x 次の層のユニット数）
 * @param next the next layer, the one nearer to the output / 次の層（出力に近い側）
 * @param uHere this layer's u, batch x (units of this layer) / この層の u（batch x この層のユニット数）
 * @param here this layer / この層
 * @returns this layer's delta, batch x (units of this layer) / この層の delta
 */
export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  throw new Error("Your turn: hiddenDelta");
}

/**
 * The gradient of the mean error by one layer's weights and biases: dE/dW_ji = mean_n delta_nj z_ni, dE/db_j = mean_n delta_nj.
 * 1 つの層の重みとバイアスによる、平均誤差の勾配：dE/dW_ji = mean_n delta_nj z_ni、dE/db_j = mean_n delta_nj。
 *
 * @param delta this layer's delta, batch x out / この層の delta（batch x out）
 * @param zPrevious what this layer was given: z of the layer before, or X; batch x in / この層への入力：1 つ前の層の z、または X（batch x in）
 * @returns W out x in, b out: shaped as the layer's own / その層の W、b と同じ形
 */
export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  throw new Error("Your turn: weightGradients");
}

/**
 * The mean error of the batch and its gradient by every layer's weights and biases, from one pass forward and one back.
 * バッチの平均誤差と、すべての層の重みとバイアスによる勾配。順伝播 1 回と逆伝播 1 回で求める。
 *
 * @param layers the layers from input to output, at least one / 入力側から出力側へ並べた層（1 層以上）
 * @param X the inputs, batch x in / 入力（batch x in）
 * @param D the targets, batch x (units of the last layer) / 教師データ（batch x 最後の層のユニット数）
 * @returns gradients[l] belongs to layers[l] / gradients[l] が layers[l] の勾配
 */
export function backward(
  layers: Layer[],
  X: number[][],
  D: number[][],
): { loss: number; gradients: { W: number[][]; b: number[] }[] } {
  throw new Error("Your turn: backward");
}
