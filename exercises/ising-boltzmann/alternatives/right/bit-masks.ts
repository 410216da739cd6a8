/** States are the numbers 0 ... 2^n - 1; a bit that is set is a spin of +1. */

export function energy(W: number[][], b: number[], x: number[]): number {
  let E = 0;
  for (let i = 0; i < x.length; i++) {
    E -= b[i]! * x[i]!;
    for (let j = 0; j < i; j++) E -= W[i]![j]! * x[i]! * x[j]!;
  }
  return E;
}

function spinsOf(s: number, n: number): number[] {
  const x: number[] = [];
  for (let i = 0; i < n; i++) x.push((s >> i) & 1 ? 1 : -1);
  return x;
}

export function logPartition(W: number[][], b: number[]): number {
  const n = b.length;
  let top = -Infinity;
  for (let s = 0; s < 1 << n; s++) top = Math.max(top, -energy(W, b, spinsOf(s, n)));
  let Z = 0;
  for (let s = 0; s < 1 << n; s++) Z += Math.exp(-energy(W, b, spinsOf(s, n)) - top);
  return top + Math.log(Z);
}

export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  const n = b.length;
  const logZ = logPartition(W, b);
  const mean: number[] = new Array(n).fill(0);
  const correlation: number[][] = mean.map(() => new Array(n).fill(0));
  for (let s = 0; s < 1 << n; s++) {
    const x = spinsOf(s, n);
    const q = Math.exp(-energy(W, b, x) - logZ);
    for (let i = 0; i < n; i++) {
      mean[i]! += q * x[i]!;
      for (let j = 0; j < n; j++) correlation[i]![j]! += q * x[i]! * x[j]!;
    }
  }
  return { mean, correlation };
}

export function gradient(data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } {
  const n = b.length;
  const { mean, correlation } = expectations(W, b);
  const dW: number[][] = [];
  const db: number[] = [];
  for (let i = 0; i < n; i++) {
    let seen = 0;
    for (let r = 0; r < data.length; r++) seen += data[r]![i]!;
    db.push(seen / data.length - mean[i]!);
    dW.push([]);
    for (let j = 0; j < n; j++) {
      let pair = 0;
      for (let r = 0; r < data.length; r++) pair += data[r]![i]! * data[r]![j]!;
      dW[i]!.push(i === j ? 0 : pair / data.length - correlation[i]![j]!);
    }
  }
  return { W: dW, b: db };
}
