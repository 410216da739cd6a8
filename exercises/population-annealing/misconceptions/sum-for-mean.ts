/** Returns the logarithm of the sum of the weights. */

export function logWeights(
  previous: number[],
  energies: number[],
  betaFrom: number,
  betaTo: number,
): number[] {
  return previous.map((value, i) => value - (betaTo - betaFrom) * (energies[i] ?? Number.NaN));
}

export function normalize(logWeights: number[]): number[] {
  const largest = Math.max(...logWeights);
  const weights = logWeights.map((value) => Math.exp(value - largest));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

export function resample(logWeights: number[], u: number): number[] {
  let reached = 0;
  const ends = normalize(logWeights).map((share) => (reached += share));
  return ends.map((_, k) => {
    const pointer = (k + u) / ends.length;
    return ends.findIndex((end) => end > pointer);
  });
}

export function effectiveSampleSize(logWeights: number[]): number {
  return 1 / sum(normalize(logWeights).map((share) => share ** 2));
}

export function logPartitionRatio(logWeights: number[]): number {
  const largest = Math.max(...logWeights);
  const total = sum(logWeights.map((value) => Math.exp(value - largest)));
  return largest + Math.log(total);
}

function sum(values: number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
