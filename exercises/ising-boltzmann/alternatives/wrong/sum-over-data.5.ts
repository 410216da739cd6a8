// wrong: gradient: sum-over-data

export function energy(W: number[][], b: number[], x: number[]): number {
  const n = x.length;
  let e = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      e -= W[i][j] * x[i] * x[j];
    }
    e -= b[i] * x[i];
  }
  return e;
}

function bitsToSpins(code: number, n: number): number[] {
  const x = [];
  for (let k = 0; k < n; k++) {
    x.push((code >> k) & 1 ? 1 : -1);
  }
  return x;
}

export function logPartition(W: number[][], b: number[]): number {
  const n = b.length;
  const total = 1 << n;
  let biggest = -Infinity;
  for (let code = 0; code < total; code++) {
    const e = -energy(W, b, bitsToSpins(code, n));
    if (e > biggest) biggest = e;
  }
  let z = 0;
  for (let code = 0; code < total; code++) {
    z += Math.exp(-energy(W, b, bitsToSpins(code, n)) - biggest);
  }
  return biggest + Math.log(z);
}

export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  const n = b.length;
  const total = 1 << n;
  const lz = logPartition(W, b);
  const mean = new Array(n).fill(0);
  const correlation = Array.from({ length: n }, () => new Array(n).fill(0));
  for (let code = 0; code < total; code++) {
    const x = bitsToSpins(code, n);
    const p = Math.exp(-energy(W, b, x) - lz);
    for (let i = 0; i < n; i++) {
      mean[i] += p * x[i];
      for (let j = 0; j < n; j++) {
        correlation[i][j] += p * x[i] * x[j];
      }
    }
  }
  return { mean, correlation };
}

export function gradient(data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } {
  const n = b.length;
  const m = data.length;
  const model = expectations(W, b);
  const gW = Array.from({ length: n }, () => new Array(n).fill(0));
  const gb = new Array(n).fill(0);
  for (let i = 0; i < n; i++) {
    let s = 0;
    for (let r = 0; r < m; r++) s += data[r][i];
    gb[i] = s - model.mean[i];
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      let c = 0;
      for (let r = 0; r < m; r++) c += data[r][i] * data[r][j];
      gW[i][j] = c / m - model.correlation[i][j];
    }
  }
  return { W: gW, b: gb };
}
