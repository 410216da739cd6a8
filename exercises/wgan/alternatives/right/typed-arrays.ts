/** Typed arrays: their sort compares numbers by itself. */

export function criticLoss(real: number[], fake: number[]): number {
  return meanOf(Float64Array.from(fake)) - meanOf(Float64Array.from(real));
}

export function generatorLoss(fake: number[]): number {
  return -meanOf(new Float64Array(fake));
}

export function wasserstein1(x: number[], y: number[]): number {
  const a = Float64Array.from(x).sort();
  const b = Float64Array.from(y).sort();
  const levels = new Float64Array(a.length + b.length);
  for (let i = 0; i < a.length; i++) levels[i] = (i + 1) / a.length;
  for (let j = 0; j < b.length; j++) levels[a.length + j] = (j + 1) / b.length;
  levels.sort();
  let previous = 0;
  let sum = 0;
  for (const level of levels) {
    const middle = (previous + level) / 2;
    const p = a[Math.min(a.length - 1, Math.floor(middle * a.length))]!;
    const q = b[Math.min(b.length - 1, Math.floor(middle * b.length))]!;
    sum += (level - previous) * Math.abs(p - q);
    previous = level;
  }
  return sum;
}

export function interpolates(real: number[][], fake: number[][], u: number[]): number[][] {
  const dim = real[0]?.length ?? 0;
  const flat = new Float64Array(real.length * dim);
  for (let at = 0; at < flat.length; at++) {
    const [i, k] = [Math.floor(at / dim), at % dim];
    flat[at] = u[i]! * real[i]![k]! + (1 - u[i]!) * fake[i]![k]!;
  }
  return real.map((_, i) => Array.from(flat.subarray(i * dim, (i + 1) * dim)));
}

export function gradientPenalty(gradients: number[][], lambda: number): number {
  const lengths = Float64Array.from(gradients, (row) => Math.hypot(...row));
  return lambda * meanOf(lengths.map((length) => (length - 1) ** 2));
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
