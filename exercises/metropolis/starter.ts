/**
 * The Metropolis-Hastings algorithm for N spins, with the target distribution P(x) = e^-E(x) / Z.
 * N 個のスピンに対するメトロポリス・ヘイスティングス法。目標分布は P(x) = e^-E(x) / Z である。
 *
 * A state x is known by its index from 0 to 2^N - 1: spin x_i is +1 where bit i (the one worth 2^i) is set, else -1.
 * 状態 x は 0 から 2^N - 1 までの番号で表す。ビット i（2^i の位）が 1 ならスピン x_i は +1、0 なら -1 である。
 *
 * Proposal: choose site i with probability sites[i]; propose that x_i be +1 with probability up, else -1. The state that is
 * proposed may be the present one.
 * 提案: 確率 sites[i] でサイト i を選び、確率 up で x_i を +1 に、そうでなければ -1 にした状態を提案する。
 * 提案された状態が今の状態と同じこともある。
 */

/**
 * The probability with which a proposed move from x to y is accepted:
 * min(1, P(y) c(x|y) / (P(x) c(y|x))), where c(y|x) is the probability of proposing y from x.
 * Right for energies of 1e4 too.
 * x から y へ移るという提案を受理する確率 min(1, P(y) c(x|y) / (P(x) c(y|x)))。
 * c(y|x) は x から y を提案する確率である。エネルギーが 1e4 ほどでも正しい値を返すこと。
 *
 * @param energyFrom E(x), in nats / E(x)。単位はナット
 * @param energyTo E(y), in nats / E(y)。単位はナット
 * @param forward c(y|x), in (0, 1] / c(y|x)。(0, 1] の値
 * @param backward c(x|y), in (0, 1] / c(x|y)。(0, 1] の値
 * @returns a probability in [0, 1] / [0, 1] の確率
 */
export function acceptance(energyFrom: number, energyTo: number, forward: number, backward: number): number {
  throw new Error("Your turn: acceptance");
}

/**
 * T[x][y], the probability of being in y one step after x: proposal times acceptance off the diagonal; the diagonal holds
 * what is left, so that every row sums to 1.
 * T[x][y] は、今 x にいて一歩後に y にいる確率。対角以外は提案と受理の積であり、残りはすべて対角に入る。
 * どの行の和も 1 になる。
 *
 * @param energies length 2^N, E of every state / 長さ 2^N。各状態の E
 * @param sites length N, positive, sums to 1 / 長さ N。正の数で、和は 1
 * @param up in (0, 1) / (0, 1) の値
 * @returns 2^N x 2^N, a row for each state before the step / 2^N x 2^N。行が移る前、列が移った後の状態
 */
export function transitionMatrix(energies: number[], sites: number[], up: number): number[][] {
  throw new Error("Your turn: transitionMatrix");
}

/** What is left of a chain when it has run / 走り終えた連鎖の記録 */
export interface Run {
  /** the state after the last step / 最後の一歩の後の状態 */
  last: number;
  /** how many proposals were accepted; one of the present state always is / 受理された提案の数。今の状態の提案は必ず受理される */
  accepted: number;
  /** length 2^N: how many steps ended in each state / 長さ 2^N。一歩の後にその状態にいた回数 */
  visits: number[];
}

/**
 * Runs the chain, one step for each row u of uniforms:
 *   the site is the first i with u[0] < sites[0] + ... + sites[i];
 *   +1 is proposed where u[1] < up, else -1;
 *   the proposal is accepted where u[2] < its acceptance. Otherwise the chain stays where it is, and that is a step too.
 * uniforms の一行 u につき一歩ずつ連鎖を進める。
 *   サイトは u[0] < sites[0] + ... + sites[i] となる最初の i
 *   u[1] < up なら +1、そうでなければ -1 を提案する
 *   u[2] が受理確率より小さければ受理する。そうでなければ今の状態にとどまる。とどまるのも一歩である
 *
 * @param start the state before the first step / 最初の一歩の前の状態
 * @param uniforms steps x 3, in (0, 1); there may be 20,000 rows / 歩数 x 3、(0, 1) の一様乱数。20,000 行のこともある
 */
export function chain(
  energies: number[],
  sites: number[],
  up: number,
  start: number,
  uniforms: number[][],
): Run {
  throw new Error("Your turn: chain");
}
