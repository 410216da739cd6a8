// wrong: gradient: pairs-twice

interface Weighted {
  spins: number[];
  logWeight: number;
}

export function energy(W: number[][], b: number[], x: number[]): number {
  let couplings = 0;
  let bias = 0;
  x.forEach((xi, i) => {
    bias += b[i] * xi;
    x.forEach((xj, j) => {
      if (i < j) couplings += W[i][j] * xi * xj;
    });
  });
  return -couplings - bias;
}

function enumerate(W: number[][], b: number[]): Weighted[] {
  const n = b.length;
  const list: Weighted[] = [];
  for (let k = 0; k < Math.pow(2, n); k++) {
    const spins = k
      .toString(2)
      .padStart(n, "0")
      .split("")
      .map((d) => (d === "1" ? 1 : -1));
    list.push({ spins, logWeight: -energy(W, b, spins) });
  }
  return list;
}

export function logPartition(W: number[][], b: number[]): number {
  const all = enumerate(W, b);
  let max = all[0].logWeight;
  for (const { logWeight } of all) max = Math.max(max, logWeight);
  let rest = 0;
  for (const { logWeight } of all) rest += Math.exp(logWeight - max);
  return max + Math.log(rest);
}

export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  const all = enumerate(W, b);
  const logZ = logPartition(W, b);
  const mean = b.map(() => 0);
  const correlation = b.map(() => b.map(() => 0));
  for (const { spins, logWeight } of all) {
    const prob = Math.exp(logWeight - logZ);
    spins.forEach((s, i) => {
      mean[i] += s * prob;
      spins.forEach((t, j) => {
        correlation[i][j] += s * t * prob;
      });
    });
  }
  return { mean, correlation };
}

export function gradient(data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } {
  const { mean, correlation } = expectations(W, b);
  const dataMean = b.map(() => 0);
  const dataCorrelation = b.map(() => b.map(() => 0));
  for (const row of data) {
    row.forEach((s, i) => {
      dataMean[i] += s / data.length;
      row.forEach((t, j) => {
        dataCorrelation[i][j] += (s * t) / data.length;
      });
    });
  }
  const dW = dataCorrelation.map((row, i) => row.map((c, j) => 2 * c - 2 * correlation[i][j]));
  const db = dataMean.map((m, i) => m - mean[i]);
  return { W: dW, b: db };
}
