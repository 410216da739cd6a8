/** Float64Arrays, changed in place. */

function softmax(logs: readonly number[]): Float64Array {
  const values = Float64Array.from(logs);
  const top = values.reduce((a, b) => Math.max(a, b), -Infinity);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    values[i] = Math.exp(values[i]! - top);
    total += values[i]!;
  }
  for (let i = 0; i < values.length; i++) values[i]! /= total;
  return values;
}

export function logWeights(previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] {
  const out = Float64Array.from(previous);
  for (let i = 0; i < out.length; i++) out[i]! += (betaFrom - betaTo) * energies[i]!;
  return [...out];
}

export function normalize(logWeights: number[]): number[] {
  return Array.from(softmax(logWeights));
}

export function resample(logWeights: number[], u: number): number[] {
  const shares = softmax(logWeights);
  const M = shares.length;
  const out = new Int32Array(M);
  let i = M - 1;
  let begin = 1 - shares[i]!;
  // from the last pointer down
  for (let k = M - 1; k >= 0; k--) {
    while (i > 0 && begin > (k + u) / M) {
      i--;
      begin -= shares[i]!;
    }
    out[k] = i;
  }
  return [...out];
}

export function effectiveSampleSize(logWeights: number[]): number {
  return 1 / softmax(logWeights).reduce((squares, share) => squares + share * share, 0);
}

export function logPartitionRatio(logWeights: number[]): number {
  const top = Float64Array.from(logWeights).sort().at(-1)!;
  const shifted = Float64Array.from(logWeights, (value) => Math.exp(value - top));
  return top + Math.log(shifted.reduce((a, b) => a + b) / shifted.length);
}
