/** Copies first, then changes the copies in place. */

export function alphaBar(alpha: number[]): number[] {
  const bars = [...alpha];
  for (let k = 1; k < bars.length; k++) bars[k] *= bars[k - 1];
  return bars;
}

function copy(matrix: number[][]): number[][] {
  return matrix.map((row) => row.slice());
}

function scaleRow(row: number[], factor: number): void {
  for (let i = 0; i < row.length; i++) row[i] *= factor;
}

function addRow(row: number[], factor: number, other: number[]): void {
  for (let i = 0; i < row.length; i++) row[i] += factor * other[i];
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const bars = alphaBar(alpha);
  const z = copy(x0);
  z.forEach((row, n) => {
    scaleRow(row, Math.sqrt(bars[t[n] - 1]));
    addRow(row, Math.sqrt(1 - bars[t[n] - 1]), eps[n]);
  });
  return z;
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const bars = alphaBar(alpha);
  const x = copy(zt);
  x.forEach((row, n) => {
    addRow(row, -Math.sqrt(1 - bars[t[n] - 1]), epsHat[n]);
    scaleRow(row, 1 / Math.sqrt(bars[t[n] - 1]));
  });
  return x;
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const gradient = copy(epsHat);
  gradient.forEach((row, n) => {
    addRow(row, -1, eps[n]);
    scaleRow(row, 2 / (row.length * eps.length));
  });
  return gradient;
}

/** The loss is quadratic with its minimum 0 at eps, so it is half the gradient times the way there (Euler). */
export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  const gradient = lossGradient(eps, epsHat);
  let twice = 0;
  for (let n = 0; n < eps.length; n++)
    for (let i = 0; i < eps[n].length; i++) twice += gradient[n][i] * (epsHat[n][i] - eps[n][i]);
  return twice / 2;
}

export function posterior(x0: number[][], zt: number[][], t: number[], alpha: number[]) {
  const bars = alphaBar(alpha);
  bars.unshift(1);
  const mean = copy(zt);
  const variance = t.slice();
  for (let n = 0; n < t.length; n++) {
    const step = t[n];
    scaleRow(mean[n], (Math.sqrt(alpha[step - 1]) * (1 - bars[step - 1])) / (1 - bars[step]));
    addRow(mean[n], (Math.sqrt(bars[step - 1]) * (1 - alpha[step - 1])) / (1 - bars[step]), x0[n]);
    variance[n] = ((1 - alpha[step - 1]) * (1 - bars[step - 1])) / (1 - bars[step]);
  }
  return { mean, variance };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const bars = alphaBar(alpha);
  const difference = copy(eps);
  let total = 0;
  difference.forEach((row, n) => {
    addRow(row, -1, epsHat[n]);
    const [beta, kept, bar, before] = [1 - alpha[t[n] - 1], alpha[t[n] - 1], bars[t[n] - 1], bars[t[n] - 2]];
    const s2 = (beta * (1 - before)) / (1 - bar);
    for (const value of row) total += ((beta * beta) / (2 * s2 * kept * (1 - bar))) * value * value;
  });
  return total / difference.length;
}

export function reverseStep(zt: number[][], t: number[], epsHat: number[][], alpha: number[], xi: number[][]): number[][] {
  const { mean, variance } = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  mean.forEach((row, n) => addRow(row, Math.sqrt(variance[n]), xi[n]));
  return mean;
}
