/** Divides the weights by the number of copies. */

export function logWeights(
  previous: number[],
  energies: number[],
  betaFrom: number,
  betaTo: number,
): number[] {
  return previous.map((value, i) => value - (betaTo - betaFrom) * (energies[i] ?? Number.NaN));
}

export function normalize(logWeights: number[]): number[] {
  const weights = logWeights.map((value) => Math.exp(value));
  return weights.map((weight) => weight / logWeights.length);
}

export function resample(logWeights: number[], u: number): number[] {
  let reached = 0;
  const ends = weightsOf(logWeights).map((share) => (reached += share));
  return ends.map((_, k) => {
    const pointer = (k + u) / ends.length;
    return ends.findIndex((end) => end > pointer);
  });
}

export function effectiveSampleSize(logWeights: number[]): number {
  return 1 / sum(weightsOf(logWeights).map((share) => share ** 2));
}

export function logPartitionRatio(logWeights: number[]): number {
  const largest = Math.max(...logWeights);
  const total = sum(logWeights.map((value) => Math.exp(value - largest)));
  return largest + Math.log(total / logWeights.length);
}

/** What the shares are taken for. */
function weightsOf(logWeights: number[]): number[] {
  const largest = Math.max(...logWeights);
  return logWeights.map(
    (value) =>
      Math.exp(value - largest) / logWeights.reduce((total, other) => total + Math.exp(other - largest), 0),
  );
}

function sum(values: number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
