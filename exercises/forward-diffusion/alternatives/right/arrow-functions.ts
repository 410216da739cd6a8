/** Arrow functions, reduce and map; no statement that changes a variable. */
type Vector = number[];
const mix = (a: number, x: Vector, b: number, y: Vector): Vector => x.map((value, i) => a * value + b * y[i]!);

export const alphaBar = (alpha: Vector): Vector =>
  alpha.reduce<Vector>((bars, share) => [...bars, (bars.at(-1) ?? 1) * share], []);

export const step = (zPrev: Vector, alphaT: number, eps: Vector): Vector =>
  mix(Math.sqrt(alphaT), zPrev, Math.sqrt(1 - alphaT), eps);

export const marginal = (x0: Vector, alpha: Vector, t: number, eps: Vector): Vector =>
  step(
    x0,
    alpha.slice(0, t).reduce((product, share) => product * share, 1),
    eps,
  );

export const path = (x0: Vector, alpha: Vector, eps: Vector[]): Vector[] =>
  alpha.reduce<Vector[]>((rows, share, k) => [...rows, step(rows.at(-1) ?? x0, share, eps[k]!)], []);
