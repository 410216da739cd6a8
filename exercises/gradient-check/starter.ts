/**
 * Checking a gradient numerically: a difference quotient, its step, and the error between two gradients.
 * 勾配を数値的に検算する。差分商、刻み幅、そして二つの勾配の間の誤差。
 *
 * valueOf is given; call it, and leave it as it is. The rest is yours.
 * valueOf は完成している。書き換えずに呼び出して使う。残りを自分で書く。
 */

/** The functions whose gradients are checked. / 勾配を検算する関数の名前 */
export type TestFunction = "polynomial" | "rosenbrock" | "logSumExp";

/**
 * Given: the value of a test function at x.
 *   polynomial   sum_i (x_i^2 - 1)^2
 *   rosenbrock   sum_{i < n} [ 100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2 ]
 *   logSumExp    log sum_i e^{x_i}
 * 用意された関数の値。
 */
function valueOf(name: TestFunction, x: number[]): number {
  switch (name) {
    case "polynomial":
      return x.reduce((sum, value) => sum + (value ** 2 - 1) ** 2, 0);
    case "rosenbrock":
      return x.slice(1).reduce((sum, next, i) => {
        const here = x[i] ?? 0;
        return sum + 100 * (next - here ** 2) ** 2 + (1 - here) ** 2;
      }, 0);
    case "logSumExp": {
      const most = Math.max(...x);
      return most + Math.log(x.reduce((sum, value) => sum + Math.exp(value - most), 0));
    }
  }
}

/**
 * The central difference of the named function by every coordinate, all with the same step h:
 * how much the value changes from h below x_i to h above it, per unit. Only coordinate i moves.
 * 指定された関数を各座標について中心差分で近似した勾配。h だけ手前と h だけ先での値の差を、幅で割る。
 * 動かすのは第 i 座標だけで、刻み幅 h はすべての座標に共通である。
 *
 * @param name which function / 関数の名前
 * @param x [dim]
 * @param h the step, above 0 / 刻み幅（正の数）
 */
export function centralDifference(name: TestFunction, x: number[], h: number): number[] {
  throw new Error("Your turn: centralDifference");
}

/**
 * The step for every coordinate: eps^(1/3) max(1, |x_i|), where eps = 2^-52 is the distance from 1 to the next float64.
 * 座標ごとの刻み幅 eps^(1/3) max(1, |x_i|)。eps = 2^-52 は、1 とその次の float64 との間隔である。
 *
 * @param x [dim]
 */
export function stepSize(x: number[]): number[] {
  throw new Error("Your turn: stepSize");
}

/**
 * The gradient by central differences, coordinate i with its own step stepSize(x)[i].
 * 中心差分による勾配。第 i 座標には、その座標の刻み幅 stepSize(x)[i] を使う。
 *
 * @param name which function / 関数の名前
 * @param x [dim]
 */
export function numericGradient(name: TestFunction, x: number[]): number[] {
  throw new Error("Your turn: numericGradient");
}

/**
 * How far apart two gradients are: ||a - b|| / max(||a||, ||b||, 1e-12), with Euclidean norms.
 * 二つの勾配の隔たり ||a - b|| / max(||a||, ||b||, 1e-12)。ノルムはユークリッドノルムとする。
 *
 * @param a [dim]
 * @param b [dim]
 */
export function relativeError(a: number[], b: number[]): number {
  throw new Error("Your turn: relativeError");
}
