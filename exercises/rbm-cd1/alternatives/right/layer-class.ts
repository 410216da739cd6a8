/** A class for one layer seen from the other; the two directions differ by how it reads a weight. */

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

class Layer {
  readonly #bias: readonly number[];
  readonly #weight: (from: number, to: number) => number;

  private constructor(bias: readonly number[], weight: (from: number, to: number) => number) {
    this.#bias = bias;
    this.#weight = weight;
  }

  static hidden(rbm: Rbm): Layer {
    return new Layer(rbm.c, (k, l) => rbm.W[k][l]);
  }

  static visible(rbm: Rbm): Layer {
    return new Layer(rbm.b, (l, k) => rbm.W[k][l]);
  }

  fields(other: number[]): number[] {
    return this.#bias.map((bias, to) => {
      let field = bias;
      other.forEach((value, from) => (field += value * this.#weight(from, to)));
      return field;
    });
  }

  mean(other: number[]): number[] {
    return this.fields(other).map((a) => Math.tanh(a));
  }

  /** P(+1) - u has the sign of the draw; P is the mean moved from [-1, 1] to [0, 1]. */
  draw(other: number[], u: number[]): number[] {
    return this.mean(other).map((mean, i) => (0.5 + 0.5 * mean - u[i] > 0 ? 1 : -1));
  }

  /** log sum over this layer of e^(its part of the exponent) */
  logSum(other: number[]): number {
    let total = 0;
    for (const a of this.fields(other)) {
      const size = a < 0 ? -a : a;
      total += size + Math.log(1 + Math.exp(-size - size));
    }
    return total;
  }
}

export function hiddenMean(rbm: Rbm, X: number[][]): number[][] {
  const hidden = Layer.hidden(rbm);
  return X.map((x) => hidden.mean(x));
}

export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  const hidden = Layer.hidden(rbm);
  return X.map((x, n) => hidden.draw(x, u[n]));
}

export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  const visible = Layer.visible(rbm);
  return Z.map((z, n) => visible.draw(z, u[n]));
}

export function freeEnergy(rbm: Rbm, X: number[][]): number[] {
  const hidden = Layer.hidden(rbm);
  return X.map((x) => -rbm.b.reduce((sum, bias, k) => sum + bias * x[k], 0) - hidden.logSum(x));
}

/** Means that are updated row by row, so that no batch size is divided by at the end. */
class RunningMeans {
  #count = 0;
  readonly means: Rbm;

  constructor(N: number, H: number) {
    const zeros = (length: number) => new Array<number>(length).fill(0);
    this.means = { W: zeros(N).map(() => zeros(H)), b: zeros(N), c: zeros(H) };
  }

  add(x: number[], z: number[], xAfter: number[], zAfter: number[]): void {
    this.#count += 1;
    const move = (old: number, value: number) => old + (value - old) / this.#count;
    const { W, b, c } = this.means;
    W.forEach((row, k) => row.forEach((old, l) => (row[l] = move(old, x[k] * z[l] - xAfter[k] * zAfter[l]))));
    b.forEach((old, k) => (b[k] = move(old, x[k] - xAfter[k])));
    c.forEach((old, l) => (c[l] = move(old, z[l] - zAfter[l])));
  }
}

export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  const hidden = Layer.hidden(rbm);
  const visible = Layer.visible(rbm);
  const running = new RunningMeans(rbm.b.length, rbm.c.length);
  X.forEach((x, n) => {
    const after = visible.draw(hidden.draw(x, uHidden[n]), uVisible[n]);
    running.add(x, hidden.mean(x), after, hidden.mean(after));
  });
  return running.means;
}

export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm {
  const next = cd1Gradient(rbm, X, uHidden, uVisible);
  // the gradient's own arrays become the new parameters
  next.W.forEach((row, k) => row.forEach((slope, l) => (row[l] = rbm.W[k][l] + learningRate * slope)));
  next.b = next.b.map((slope, k) => rbm.b[k] + learningRate * slope);
  next.c = next.c.map((slope, l) => rbm.c[l] + learningRate * slope);
  return next;
}
