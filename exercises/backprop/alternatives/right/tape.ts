/** A small tape of scalars: every operation notes its parents and local slopes, and the way back replays the notes. */
export type Activation = "identity" | "tanh" | "sigmoid" | "relu";
export interface Layer {
  W: number[][];
  b: number[];
  activation: Activation;
}

class Scalar {
  readonly value: number;
  readonly parents: readonly (readonly [Scalar, number])[];
  slope = 0;

  constructor(value: number, parents: readonly (readonly [Scalar, number])[] = []) {
    this.value = value;
    this.parents = parents;
  }
}

class Tape {
  readonly notes: Scalar[] = [];

  note(value: number, parents: readonly (readonly [Scalar, number])[] = []): Scalar {
    const scalar = new Scalar(value, parents);
    this.notes.push(scalar);
    return scalar;
  }

  leaves(A: number[][]): Scalar[][] {
    return A.map((row) => row.map((value) => this.note(value)));
  }

  /** a.b + c */
  affine(a: Scalar[], b: Scalar[], c: Scalar): Scalar {
    const value = a.reduce((sum, { value }, i) => sum + value * b[i]!.value, c.value);
    return this.note(value, [
      [c, 1],
      ...a.flatMap((from, i): [Scalar, number][] => [
        [from, b[i]!.value],
        [b[i]!, from.value],
      ]),
    ]);
  }

  activate(activation: Activation, u: Scalar): Scalar {
    if (activation === "identity") return this.note(u.value, [[u, 1]]);
    if (activation === "relu") return u.value > 0 ? this.note(u.value, [[u, 1]]) : this.note(0, [[u, 0]]);
    const t = Math.tanh(activation === "tanh" ? u.value : u.value / 2);
    if (activation === "tanh") return this.note(t, [[u, 1 - t * t]]);
    return this.note((1 + t) / 2, [[u, (1 - t * t) / 4]]);
  }

  /** weight (1/2) (y - d)^2 */
  halfSquare(y: Scalar, d: number, weight: number): Scalar {
    return this.note(weight * 0.5 * (y.value - d) ** 2, [[y, weight * (y.value - d)]]);
  }

  total(terms: Scalar[]): Scalar {
    return this.note(terms.reduce((sum, { value }) => sum + value, 0), terms.map((term) => [term, 1]));
  }

  replayFrom(end: Scalar): void {
    end.slope = 1;
    for (const note of this.notes.toReversed()) for (const [parent, slope] of note.parents) parent.slope += note.slope * slope;
  }
}

const slopes = (rows: Scalar[][]): number[][] => rows.map((row) => row.map(({ slope }) => slope));
const values = (rows: Scalar[][]): number[][] => rows.map((row) => row.map(({ value }) => value));

/** The layers' weights as leaves, and u and z of every layer as noted on the tape. */
function record(tape: Tape, layers: Layer[], X: number[][]) {
  let z = tape.leaves(X);
  return layers.map(({ W, b, activation }) => {
    const weights = tape.leaves(W);
    const [biases] = tape.leaves([b]);
    const input = z;
    const u = input.map((row) => weights.map((into, j) => tape.affine(into, row, biases![j]!)));
    z = u.map((row) => row.map((one) => tape.activate(activation, one)));
    return { weights, biases: biases!, u, z };
  });
}

export function forward(layers: Layer[], X: number[][]): { u: number[][][]; z: number[][][] } {
  const trace = record(new Tape(), layers, X);
  return { u: trace.map(({ u }) => values(u)), z: trace.map(({ z }) => values(z)) };
}

export function outputDelta(layer: Layer, uLast: number[][], _zLast: number[][], D: number[][]): number[][] {
  const tape = new Tape();
  const u = tape.leaves(uLast);
  const terms = u.flatMap((row, n) => row.map((one, j) => tape.halfSquare(tape.activate(layer.activation, one), D[n]![j]!, 1)));
  tape.replayFrom(tape.total(terms));
  return slopes(u);
}

export function hiddenDelta(deltaNext: number[][], next: Layer, uHere: number[][], here: Layer): number[][] {
  const tape = new Tape();
  const u = tape.leaves(uHere);
  const W = tape.leaves(next.W);
  const zero = tape.note(0);
  const pulls = u.flatMap((row, n) => {
    const z = row.map((one) => tape.activate(here.activation, one));
    const weighed = deltaNext[n]!.map((error) => tape.note(error));
    return W.map((weights, k) => tape.affine([weighed[k]!], [tape.affine(weights, z, zero)], zero));
  });
  tape.replayFrom(tape.total(pulls));
  return slopes(u);
}

export function weightGradients(delta: number[][], zPrevious: number[][]): { W: number[][]; b: number[] } {
  const tape = new Tape();
  const W = tape.leaves(delta[0]!.map(() => zPrevious[0]!.map(() => 0)));
  const b = tape.leaves([delta[0]!.map(() => 0)])[0]!;
  const zero = tape.note(0);
  const pulls = zPrevious.flatMap((row, n) => {
    const input = row.map((value) => tape.note(value));
    return W.map((weights, j) =>
      tape.affine([tape.note(delta[n]![j]! / delta.length)], [tape.affine(weights, input, b[j]!)], zero),
    );
  });
  tape.replayFrom(tape.total(pulls));
  return { W: slopes(W), b: b.map(({ slope }) => slope) };
}

export function backward(layers: Layer[], X: number[][], D: number[][]) {
  const tape = new Tape();
  const trace = record(tape, layers, X);
  const loss = tape.total(
    trace.at(-1)!.z.flatMap((row, n) => row.map((y, j) => tape.halfSquare(y, D[n]![j]!, 1 / X.length))),
  );
  tape.replayFrom(loss);
  return {
    loss: loss.value,
    gradients: trace.map(({ weights, biases }) => ({ W: slopes(weights), b: biases.map(({ slope }) => slope) })),
  };
}
