/** Flattens everything into typed arrays, works on one index, and folds the rows back at the end. */

function flat(matrix: number[][]): Float64Array {
  return Float64Array.from(matrix.flat());
}

function folded(values: Float64Array, rows: number): number[][] {
  const dim = values.length / rows;
  return Array.from({ length: rows }, (_, n) => Array.from(values.subarray(n * dim, (n + 1) * dim)));
}

/** Repeats one number a row over its columns. */
function spread(perRow: number[], length: number): Float64Array {
  const dim = length / perRow.length;
  return Float64Array.from({ length }, (_, index) => perRow[Math.floor(index / dim)]);
}

function mix(a: Float64Array, x: Float64Array, b: Float64Array, y: Float64Array): Float64Array {
  return x.map((value, index) => a[index] * value + b[index] * y[index]);
}

function barsWithOne(alpha: number[]): Float64Array {
  const bars = new Float64Array(alpha.length + 1).fill(1);
  for (let k = 0; k < alpha.length; k++) bars[k + 1] = bars[k] * alpha[k];
  return bars;
}

export function alphaBar(alpha: number[]): number[] {
  return [...barsWithOne(alpha).subarray(1)];
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const bars = barsWithOne(alpha);
  const [x, e] = [flat(x0), flat(eps)];
  const bar = spread(
    t.map((step) => bars[step]),
    x.length,
  );
  return folded(mix(bar.map(Math.sqrt), x, bar.map((value) => Math.sqrt(1 - value)), e), t.length);
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const bars = barsWithOne(alpha);
  const [z, e] = [flat(zt), flat(epsHat)];
  const bar = spread(
    t.map((step) => bars[step]),
    z.length,
  );
  const ofNoise = bar.map((value) => -Math.sqrt(1 - value) / Math.sqrt(value));
  return folded(mix(bar.map((value) => 1 / Math.sqrt(value)), z, ofNoise, e), t.length);
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  const [e, h] = [flat(eps), flat(epsHat)];
  return e.reduce((sum, value, index) => sum + (value - h[index]) ** 2, 0) / e.length;
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const h = flat(epsHat);
  return folded(
    flat(eps).map((value, index) => (2 * (h[index] - value)) / h.length),
    eps.length,
  );
}

export function posterior(x0: number[][], zt: number[][], t: number[], alpha: number[]) {
  const bars = barsWithOne(alpha);
  const [x, z] = [flat(x0), flat(zt)];
  const perRow = (f: (kept: number, bar: number, before: number) => number): number[] =>
    t.map((step) => f(alpha[step - 1], bars[step], bars[step - 1]));
  const ofX0 = perRow((kept, bar, before) => (Math.sqrt(before) * (1 - kept)) / (1 - bar));
  const ofZt = perRow((kept, bar, before) => (Math.sqrt(kept) * (1 - before)) / (1 - bar));
  return {
    mean: folded(mix(spread(ofX0, x.length), x, spread(ofZt, x.length), z), t.length),
    variance: perRow((kept, bar, before) => ((1 - kept) * (1 - before)) / (1 - bar)),
  };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const bars = barsWithOne(alpha);
  const [e, h] = [flat(eps), flat(epsHat)];
  const weights = t.map((step) => {
    const s2 = ((1 - alpha[step - 1]) * (1 - bars[step - 1])) / (1 - bars[step]);
    return (1 - alpha[step - 1]) ** 2 / (2 * s2 * alpha[step - 1] * (1 - bars[step]));
  });
  const weight = spread(weights, e.length);
  return e.reduce((sum, value, index) => sum + weight[index] * (value - h[index]) ** 2, 0) / t.length;
}

export function reverseStep(zt: number[][], t: number[], epsHat: number[][], alpha: number[], xi: number[][]): number[][] {
  const { mean, variance } = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  const center = flat(mean);
  const ones = new Float64Array(center.length).fill(1);
  return folded(mix(ones, center, spread(variance.map(Math.sqrt), center.length), flat(xi)), t.length);
}
