/** Sums one spin out after the other: what it was coupled to is left with another field. */

function logAdd(a: number, b: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** log of the sum over the spins from `first` on, of e to what they bring. */
function logSumFrom(W: number[][], fields: number[], first: number): number {
  if (first === fields.length) return 0;
  const after = (spin: number): number => {
    const moved = fields.map((field, j) => (j > first ? field + W[first]![j]! * spin : field));
    return fields[first]! * spin + logSumFrom(W, moved, first + 1);
  };
  return logAdd(after(1), after(-1));
}

/** The same, with some spins held. */
function logSumHeld(W: number[][], fields: number[], held: Map<number, number>, first = 0): number {
  if (first === fields.length) return 0;
  const after = (spin: number): number => {
    const moved = fields.map((field, j) => (j > first ? field + W[first]![j]! * spin : field));
    return fields[first]! * spin + logSumHeld(W, moved, held, first + 1);
  };
  const spin = held.get(first);
  return spin === undefined ? logAdd(after(1), after(-1)) : after(spin);
}

export function energy(W: number[][], b: number[], x: number[]): number {
  const held = new Map(x.map((spin, i) => [i, spin]));
  return -logSumHeld(W, b, held);
}

export function logPartition(W: number[][], b: number[]): number {
  return logSumFrom(W, b, 0);
}

export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  const logZ = logPartition(W, b);
  const share = (...held: [number, number][]): number => Math.exp(logSumHeld(W, b, new Map(held)) - logZ);
  const mean = b.map((_, i) => share([i, 1]) - share([i, -1]));
  const correlation = b.map((_, i) =>
    b.map((__, j) => (i === j ? 1 : 2 * (share([i, 1], [j, 1]) + share([i, -1], [j, -1])) - 1)),
  );
  return { mean, correlation };
}

export function gradient(data: number[][], W: number[][], b: number[]) {
  const model = expectations(W, b);
  const rows = data.length;
  const dW = model.correlation.map((row) => row.map((value) => -value));
  const db = model.mean.map((value) => -value);
  for (const x of data) {
    x.forEach((xi, i) => {
      db[i]! += xi / rows;
      x.forEach((xj, j) => {
        dW[i]![j]! += (xi * xj) / rows;
      });
    });
  }
  dW.forEach((row, i) => (row[i] = 0));
  return { W: dW, b: db };
}
