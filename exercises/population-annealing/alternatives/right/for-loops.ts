/** Plain loops; one pass of the pointers over the running sum. */

export function logWeights(previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] {
  const result: number[] = [];
  for (let i = 0; i < previous.length; i++) {
    result.push(previous[i]! - betaTo * energies[i]! + betaFrom * energies[i]!);
  }
  return result;
}

export function normalize(logWeights: number[]): number[] {
  let top = -Infinity;
  for (let i = 0; i < logWeights.length; i++) if (logWeights[i]! > top) top = logWeights[i]!;
  let total = 0;
  for (let i = 0; i < logWeights.length; i++) total += Math.exp(logWeights[i]! - top);
  const shares: number[] = [];
  for (let i = 0; i < logWeights.length; i++) shares.push(Math.exp(logWeights[i]! - top) / total);
  return shares;
}

export function resample(logWeights: number[], u: number): number[] {
  const shares = normalize(logWeights);
  const M = shares.length;
  const chosen: number[] = [];
  let i = 0;
  let reached = shares[0]!;
  for (let k = 0; k < M; k++) {
    while (i < M - 1 && reached <= (k + u) / M) {
      i += 1;
      reached += shares[i]!;
    }
    chosen.push(i);
  }
  return chosen;
}

export function effectiveSampleSize(logWeights: number[]): number {
  const shares = normalize(logWeights);
  let squares = 0;
  for (let i = 0; i < shares.length; i++) squares += shares[i]! * shares[i]!;
  return 1 / squares;
}

export function logPartitionRatio(logWeights: number[]): number {
  let top = logWeights[0]!;
  for (let i = 1; i < logWeights.length; i++) top = Math.max(top, logWeights[i]!);
  let total = 0;
  for (let i = 0; i < logWeights.length; i++) total += Math.exp(logWeights[i]! - top);
  return top + Math.log(total) - Math.log(logWeights.length);
}
