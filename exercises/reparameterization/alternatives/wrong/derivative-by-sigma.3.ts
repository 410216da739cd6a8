// wrong: pathwiseGradient: derivative-by-sigma

type Vector = number[];
type Matrix = number[][];
type Gradient = { mu: Vector; logVar: Vector };

const average = (xs: Vector): number => xs.reduce((a, b) => a + b, 0) / xs.length;
const column = (m: Matrix, j: number): Vector => m.map((row) => row[j]);
const sd = (lv: number): number => Math.exp(0.5 * lv);

export const sample = (mu: Vector, logVar: Vector, eps: Vector): Vector =>
  eps.map((e, j) => mu[j] + e * sd(logVar[j]));

export const pathwiseGradient = (logVar: Vector, eps: Matrix, slope: Matrix): Gradient => ({
  mu: logVar.map((_, j) => average(column(slope, j))),
  logVar: logVar.map((lv, j) => (1 / (2 * sd(lv))) * average(eps.map((row, s) => row[j] * slope[s][j]))),
});

export const scoreGradient = (logVar: Vector, eps: Matrix, value: Vector): Gradient => ({
  mu: logVar.map((lv, j) => average(column(eps, j).map((e, s) => value[s] * e)) / sd(lv)),
  logVar: logVar.map((_, j) => 0.5 * average(column(eps, j).map((e, s) => value[s] * (e ** 2 - 1)))),
});

export const scoreGradientWithBaseline = (logVar: Vector, eps: Matrix, value: Vector): Gradient =>
  scoreGradient(
    logVar,
    eps,
    value.map((f, s) => f - average(value.filter((_, r) => r !== s))),
  );
