/** Every unit as a two-state system: log-weights +a and -a, the larger one taken out before exponentiating. */

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

interface Unit {
  readonly plus: number; // probability of +1
  readonly minus: number;
  readonly logSum: number; // log(e^a + e^-a)
}

function unitIn(field: number): Unit {
  const logWeights = [field, -field];
  const top = Math.max(...logWeights);
  const weights = logWeights.map((value) => Math.exp(value - top));
  const total = weights[0] + weights[1];
  return { plus: weights[0] / total, minus: weights[1] / total, logSum: top + Math.log(total) };
}

function* hiddenUnits({ W, c }: Rbm, x: number[]): Generator<Unit> {
  for (const [l, bias] of c.entries()) {
    let field = bias;
    for (const [k, value] of x.entries()) field += W[k][l] * value;
    yield unitIn(field);
  }
}

function* visibleUnits({ W, b }: Rbm, z: number[]): Generator<Unit> {
  for (const [k, bias] of b.entries()) {
    let field = bias;
    for (const [l, value] of z.entries()) field += W[k][l] * value;
    yield unitIn(field);
  }
}

/** +1 where u falls into the first part of (0, 1), of length plus. */
function draw(units: Iterable<Unit>, u: number[]): number[] {
  return Array.from(units, ({ plus }, i) => (u[i] < plus ? 1 : -1));
}

export function hiddenMean(rbm: Rbm, X: number[][]): number[][] {
  return X.map((x) => Array.from(hiddenUnits(rbm, x), ({ plus, minus }) => plus - minus));
}

export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  return X.map((x, n) => draw(hiddenUnits(rbm, x), u[n]));
}

export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  return Z.map((z, n) => draw(visibleUnits(rbm, z), u[n]));
}

export function freeEnergy(rbm: Rbm, X: number[][]): number[] {
  return X.map((x) => {
    let logMarginal = 0;
    for (const { logSum } of hiddenUnits(rbm, x)) logMarginal += logSum;
    for (const [k, bias] of rbm.b.entries()) logMarginal += bias * x[k];
    return -logMarginal;
  });
}

export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  const XAfter = sampleVisible(rbm, sampleHidden(rbm, X, uHidden), uVisible);
  const [positive, negative] = [X, XAfter].map((rows) => {
    const means = hiddenMean(rbm, rows);
    const average = (f: (x: number[], z: number[]) => number) =>
      rows.reduce((sum, x, n) => sum + f(x, means[n]), 0) / rows.length;
    return {
      W: rbm.b.map((_, k) => rbm.c.map((_, l) => average((x, z) => x[k] * z[l]))),
      b: rbm.b.map((_, k) => average((x) => x[k])),
      c: rbm.c.map((_, l) => average((_, z) => z[l])),
    };
  });
  return combine(positive, negative, (p, q) => p - q);
}

export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm {
  return combine(rbm, cd1Gradient(rbm, X, uHidden, uVisible), (theta, slope) => theta + learningRate * slope);
}

function combine(p: Rbm, q: Rbm, f: (a: number, b: number) => number): Rbm {
  return {
    W: p.W.map((row, k) => row.map((value, l) => f(value, q.W[k][l]))),
    b: p.b.map((value, k) => f(value, q.b[k])),
    c: p.c.map((value, l) => f(value, q.c[l])),
  };
}
