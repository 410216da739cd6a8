/** Draws by comparing log-odds: u < 1 / (1 + e^-2a) is log(u / (1 - u)) < 2a; the free energy by softplus(2a) - a. */

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

const logit = (u: number): number => Math.log(u) - Math.log1p(-u);
const softplus = (t: number): number => (t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(Math.exp(t)));
const inner = (p: readonly number[], q: readonly number[]): number => p.reduce((sum, value, i) => sum + value * q[i], 0);

function hiddenField(rbm: Rbm): (x: number[]) => number[] {
  const columns = rbm.c.map((_, l) => rbm.W.map((row) => row[l]));
  return (x) => columns.map((column, l) => inner(column, x) + rbm.c[l]);
}

function visibleField(rbm: Rbm): (z: number[]) => number[] {
  return (z) => rbm.W.map((row, k) => inner(row, z) + rbm.b[k]);
}

function draws(fields: number[][], u: number[][]): number[][] {
  return fields.map((field, n) => field.map((a, i) => (logit(u[n][i]) < 2 * a ? +1 : -1)));
}

export function hiddenMean(rbm: Rbm, X: number[][]): number[][] {
  // tanh a = 1 - 2 / (1 + e^2a), by its odd symmetry where e^2a is small
  const tanh = (a: number): number => (a < 0 ? -tanh(-a) : -Math.expm1(-2 * a) / (1 + Math.exp(-2 * a)));
  return X.map(hiddenField(rbm)).map((field) => field.map(tanh));
}

export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  return draws(X.map(hiddenField(rbm)), u);
}

export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  return draws(Z.map(visibleField(rbm)), u);
}

export function freeEnergy(rbm: Rbm, X: number[][]): number[] {
  const field = hiddenField(rbm);
  return X.map((x) => field(x).reduce((energy, a) => energy + a - softplus(2 * a), -inner(rbm.b, x)));
}

export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  const after = sampleVisible(rbm, sampleHidden(rbm, X, uHidden), uVisible);
  const transposed = (A: number[][]) => A[0].map((_, j) => A.map((row) => row[j]));
  const [x, xAfter] = [transposed(X), transposed(after)];
  const [z, zAfter] = [transposed(hiddenMean(rbm, X)), transposed(hiddenMean(rbm, after))];
  const ones = X.map(() => 1);
  const B = X.length;
  return {
    W: x.map((xk, k) => z.map((zl, l) => (inner(xk, zl) - inner(xAfter[k], zAfter[l])) / B)),
    b: x.map((xk, k) => (inner(xk, ones) - inner(xAfter[k], ones)) / B),
    c: z.map((zl, l) => (inner(zl, ones) - inner(zAfter[l], ones)) / B),
  };
}

export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number = 1,
): Rbm {
  const gradient = cd1Gradient(rbm, X, uHidden, uVisible);
  const move = (from: number[], slope: number[]): number[] => from.map((value, i) => value + learningRate * slope[i]);
  return {
    c: move(rbm.c, gradient.c),
    b: move(rbm.b, gradient.b),
    W: gradient.W.map((slope, k) => move(rbm.W[k], slope)),
  };
}
