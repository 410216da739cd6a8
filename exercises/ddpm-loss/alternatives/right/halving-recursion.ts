/** Recursion by halves: products of a list from the products of its two halves, sums likewise. */

export function alphaBar(alpha: number[]): number[] {
  if (alpha.length <= 1) return [...alpha];
  const half = alpha.length >> 1;
  const left = alphaBar(alpha.slice(0, half));
  const reached = left[half - 1];
  return left.concat(alphaBar(alpha.slice(half)).map((bar) => reached * bar));
}

function total(values: number[], from = 0, to = values.length): number {
  if (to - from === 0) return 0;
  if (to - from === 1) return values[from];
  const middle = (from + to) >> 1;
  return total(values, from, middle) + total(values, middle, to);
}

/** One row at a time: the others follow by recursion. */
function eachRow<T>(count: number, row: (n: number) => T, n = 0): T[] {
  return n === count ? [] : [row(n), ...eachRow(count, row, n + 1)];
}

function barOf(alpha: number[], t: number): number {
  return t === 0 ? 1 : alphaBar(alpha.slice(0, t))[t - 1];
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  return eachRow(t.length, (n) => {
    const bar = barOf(alpha, t[n]);
    return x0[n].map((x, i) => Math.sqrt(bar) * x + Math.sqrt(1 - bar) * eps[n][i]);
  });
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  return eachRow(t.length, (n) => {
    const bar = barOf(alpha, t[n]);
    return zt[n].map((z, i) => (z - Math.sqrt(1 - bar) * epsHat[n][i]) / Math.sqrt(bar));
  });
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  const rows = eachRow(eps.length, (n) => total(eps[n].map((e, i) => (epsHat[n][i] - e) ** 2)) / eps[n].length);
  return total(rows) / rows.length;
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  return eachRow(eps.length, (n) => eps[n].map((e, i) => (2 * (epsHat[n][i] - e)) / (eps.length * eps[n].length)));
}

export function posterior(x0: number[][], zt: number[][], t: number[], alpha: number[]) {
  const rows = eachRow(t.length, (n) => {
    const kept = alpha[t[n] - 1];
    const before = barOf(alpha, t[n] - 1);
    const left = 1 - barOf(alpha, t[n]);
    return {
      mean: zt[n].map(
        (z, i) => ((1 - before) / left) * Math.sqrt(kept) * z + ((1 - kept) / left) * Math.sqrt(before) * x0[n][i],
      ),
      variance: ((1 - kept) * (1 - before)) / left,
    };
  });
  return { mean: rows.map((row) => row.mean), variance: rows.map((row) => row.variance) };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const terms = eachRow(t.length, (n) => {
    const kept = alpha[t[n] - 1];
    const left = 1 - barOf(alpha, t[n]);
    const s2 = ((1 - kept) * (1 - barOf(alpha, t[n] - 1))) / left;
    return ((1 - kept) ** 2 / (2 * s2 * kept * left)) * total(eps[n].map((e, i) => (e - epsHat[n][i]) ** 2));
  });
  return total(terms) / terms.length;
}

export function reverseStep(zt: number[][], t: number[], epsHat: number[][], alpha: number[], xi: number[][]): number[][] {
  const { mean, variance } = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  return eachRow(t.length, (n) => mean[n].map((m, i) => m + Math.sqrt(variance[n]) * xi[n][i]));
}
