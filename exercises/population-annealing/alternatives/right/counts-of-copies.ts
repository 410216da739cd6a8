/** How often each copy comes: the pointers below its end less those below its beginning. */

export function logWeights(previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] {
  const step = betaTo - betaFrom;
  const result = previous.slice();
  energies.forEach((E, i) => {
    result[i]! -= step * E;
  });
  return result;
}

export function normalize(logWeights: number[]): number[] {
  const sorted = [...logWeights].sort((a, b) => b - a);
  const weights = logWeights.map((value) => Math.exp(value - sorted[0]!));
  let total = 0;
  for (const weight of [...weights].sort((a, b) => a - b)) total += weight;
  return weights.map((weight) => weight / total);
}

export function resample(logWeights: number[], u: number): number[] {
  const M = logWeights.length;
  const chosen: number[] = [];
  let end = 0;
  let below = 0;
  normalize(logWeights).forEach((share, i, all) => {
    end = i === all.length - 1 ? 1 : end + share;
    // pointers k + u < M end
    const now = Math.max(0, Math.ceil(M * end - u));
    for (let copy = below; copy < now; copy++) chosen.push(i);
    below = now;
  });
  return chosen;
}

export function effectiveSampleSize(logWeights: number[]): number {
  const top = Math.max(...logWeights);
  let first = 0;
  let second = 0;
  for (const value of logWeights) {
    const weight = Math.exp(value - top);
    first += weight;
    second += weight * weight;
  }
  return first ** 2 / second;
}

export function logPartitionRatio(logWeights: number[]): number {
  const top = Math.max(...logWeights);
  let mean = 0;
  for (const value of logWeights) mean += Math.exp(value - top) / logWeights.length;
  return Math.log(mean) + top;
}
