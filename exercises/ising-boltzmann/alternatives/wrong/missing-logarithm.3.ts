// wrong: logPartition: missing-logarithm

export function energy(W: number[][], b: number[], x: number[]): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) {
    let field = 0;
    for (let j = 0; j < i; j++) field += W[i][j] * x[j];
    total += x[i] * (field + b[i]);
  }
  return -total;
}

function grow(n: number): number[][] {
  if (n === 0) return [[]];
  const smaller = grow(n - 1);
  return [...smaller.map((x) => x.concat(-1)), ...smaller.map((x) => x.concat(1))];
}

export function logPartition(W: number[][], b: number[]): number {
  let Z = 0;
  for (const x of grow(b.length)) {
    Z += Math.exp(-energy(W, b, x));
  }
  return Z;
}

export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  const n = b.length;
  const xs = grow(n);
  const ground = Math.min(...xs.map((x) => energy(W, b, x)));
  const weight = (x: number[]): number => Math.exp(ground - energy(W, b, x));
  let Z = 0;
  for (const x of xs) Z += weight(x);
  const mean: number[] = [];
  const correlation: number[][] = [];
  for (let i = 0; i < n; i++) {
    let m = 0;
    for (const x of xs) m += weight(x) * x[i];
    mean.push(m / Z);
    const row: number[] = [];
    for (let j = 0; j < n; j++) {
      let c = 0;
      for (const x of xs) c += weight(x) * x[i] * x[j];
      row.push(c / Z);
    }
    correlation.push(row);
  }
  return { mean, correlation };
}

export function gradient(data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } {
  const n = b.length;
  const model = expectations(W, b);
  const out = { W: b.map(() => b.map(() => 0)), b: b.map(() => 0) };
  const share = 1 / data.length;
  for (const x of data) {
    for (let i = 0; i < n; i++) {
      out.b[i] += share * x[i];
      for (let j = 0; j < n; j++) if (j !== i) out.W[i][j] += share * x[i] * x[j];
    }
  }
  for (let i = 0; i < n; i++) {
    out.b[i] -= model.mean[i];
    for (let j = 0; j < n; j++) if (j !== i) out.W[i][j] -= model.correlation[i][j];
  }
  return out;
}
