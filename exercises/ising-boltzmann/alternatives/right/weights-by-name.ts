/** Logarithms of probabilities as a Map from a state's text to its share. */

function stateTexts(n: number): string[] {
  return n === 0 ? [""] : stateTexts(n - 1).flatMap((text) => [`${text}+`, `${text}-`]);
}

function spins(text: string): number[] {
  return Array.from(text, (sign) => (sign === "+" ? 1 : -1));
}

export function energy(W: number[][], b: number[], x: number[]): number {
  const field = x.map((_, i) =>
    x.reduce((total, spin, j) => (i === j ? total : total + W[i]![j]! * spin), 0),
  );
  return -x.reduce((total, spin, i) => total + spin * (field[i]! / 2 + b[i]!), 0);
}

function shares(W: number[][], b: number[]): Map<string, number> {
  const logZ = logPartition(W, b);
  return new Map(stateTexts(b.length).map((text) => [text, Math.exp(-logZ - energy(W, b, spins(text)))]));
}

export function logPartition(W: number[][], b: number[]): number {
  const energies = stateTexts(b.length).map((text) => energy(W, b, spins(text)));
  const ground = Math.min(...energies);
  let excited = 0;
  for (const E of energies) excited += Math.exp(ground - E);
  return Math.log(excited) - ground;
}

export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  const q = shares(W, b);
  const result = { mean: b.map(() => 0), correlation: b.map((_, i) => b.map((__, j) => (i === j ? 1 : 0))) };
  for (const [text, share] of q) {
    for (let i = 0; i < text.length; i++) {
      result.mean[i]! += text[i] === "+" ? share : -share;
      for (let j = 0; j < text.length; j++) {
        if (i !== j) result.correlation[i]![j]! += text[i] === text[j] ? share : -share;
      }
    }
  }
  return result;
}

export function gradient(data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } {
  const { mean, correlation } = expectations(W, b);
  let dW = correlation.map((row) => row.map((value) => -value * data.length));
  let db = mean.map((value) => -value * data.length);
  for (const x of data) {
    dW = dW.map((row, i) => row.map((value, j) => value + x[i]! * x[j]!));
    db = db.map((value, i) => value + x[i]!);
  }
  return {
    W: dW.map((row, i) => row.map((value, j) => (i === j ? 0 : value / data.length))),
    b: db.map((value) => value / data.length),
  };
}
