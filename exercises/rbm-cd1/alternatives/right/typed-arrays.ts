/** Flat Float64Arrays inside, nested arrays only at the border. */

export interface Rbm {
  W: number[][];
  b: number[];
  c: number[];
}

interface Flat {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

function flatten(matrix: number[][]): Flat {
  const rows = matrix.length;
  const columns = matrix[0].length;
  const data = new Float64Array(rows * columns);
  matrix.forEach((row, i) => data.set(row, i * columns));
  return { rows, columns, data };
}

function nest({ rows, columns, data }: Flat): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
}

/** Strides instead of a transpose: the weight between input i and output j lies at i * stepIn + j * stepOut. */
function fields(input: Flat, W: Flat, bias: number[], stepIn: number, stepOut: number): Flat {
  const columns = bias.length;
  const data = new Float64Array(input.rows * columns);
  for (let n = 0; n < input.rows; n++)
    for (let j = 0; j < columns; j++) {
      let a = bias[j];
      for (let i = 0; i < input.columns; i++)
        a += input.data[n * input.columns + i] * W.data[i * stepIn + j * stepOut];
      data[n * columns + j] = a;
    }
  return { rows: input.rows, columns, data };
}

const hiddenFields = (rbm: Rbm, X: Flat): Flat => fields(X, flatten(rbm.W), rbm.c, rbm.c.length, 1);
const visibleFields = (rbm: Rbm, Z: Flat): Flat => fields(Z, flatten(rbm.W), rbm.b, 1, rbm.c.length);

function mapped(flat: Flat, f: (value: number, index: number) => number): Flat {
  return { ...flat, data: flat.data.map(f) };
}

function drawn(field: Flat, u: number[][]): Flat {
  const uniforms = flatten(u).data;
  return mapped(field, (a, i) => (uniforms[i] * (1 + Math.exp(-2 * a)) < 1 ? 1 : -1));
}

export function hiddenMean(rbm: Rbm, X: number[][]): number[][] {
  return nest(mapped(hiddenFields(rbm, flatten(X)), (a) => Math.tanh(a)));
}

export function sampleHidden(rbm: Rbm, X: number[][], u: number[][]): number[][] {
  return nest(drawn(hiddenFields(rbm, flatten(X)), u));
}

export function sampleVisible(rbm: Rbm, Z: number[][], u: number[][]): number[][] {
  return nest(drawn(visibleFields(rbm, flatten(Z)), u));
}

export function freeEnergy(rbm: Rbm, X: number[][]): number[] {
  const field = hiddenFields(rbm, flatten(X));
  const energies = new Float64Array(X.length);
  field.data.forEach((a, i) => {
    const size = Math.abs(a);
    energies[Math.floor(i / field.columns)] -= size + Math.log1p(Math.exp(-2 * size));
  });
  X.forEach((x, n) => x.forEach((value, k) => (energies[n] -= value * rbm.b[k])));
  return Array.from(energies);
}

export function cd1Gradient(rbm: Rbm, X: number[][], uHidden: number[][], uVisible: number[][]): Rbm {
  const N = rbm.b.length;
  const H = rbm.c.length;
  const gradient = { W: new Float64Array(N * H), b: new Float64Array(N), c: new Float64Array(H) };
  const accumulate = (visible: Flat, weight: number) => {
    const mean = mapped(hiddenFields(rbm, visible), (a) => Math.tanh(a)).data;
    for (let n = 0; n < visible.rows; n++) {
      for (let k = 0; k < N; k++) {
        const x = weight * visible.data[n * N + k];
        gradient.b[k] += x;
        for (let l = 0; l < H; l++) gradient.W[k * H + l] += x * mean[n * H + l];
      }
      for (let l = 0; l < H; l++) gradient.c[l] += weight * mean[n * H + l];
    }
  };
  const data = flatten(X);
  accumulate(data, 1 / X.length);
  accumulate(drawn(visibleFields(rbm, drawn(hiddenFields(rbm, data), uHidden)), uVisible), -1 / X.length);
  return {
    W: nest({ rows: N, columns: H, data: gradient.W }),
    b: Array.from(gradient.b),
    c: Array.from(gradient.c),
  };
}

export function cd1Update(
  rbm: Rbm,
  X: number[][],
  uHidden: number[][],
  uVisible: number[][],
  learningRate: number,
): Rbm {
  const gradient = cd1Gradient(rbm, X, uHidden, uVisible);
  const stepped = (values: number[], slopes: number[]) =>
    Array.from(Float64Array.from(values, (value, i) => value + learningRate * slopes[i]));
  return {
    W: rbm.W.map((row, k) => stepped(row, gradient.W[k])),
    b: stepped(rbm.b, gradient.b),
    c: stepped(rbm.c, gradient.c),
  };
}
