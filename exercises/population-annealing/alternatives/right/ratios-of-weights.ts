/** A copy's share from the ratios of all weights to its own: no largest one is sought. */

export function logWeights(previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] {
  return Array.from({ length: previous.length }, (_, i) => {
    const E = energies[i]!;
    return previous[i]! - (betaTo * E - betaFrom * E);
  });
}

/** 1 / sum_j e^(a_j - a_i): an overflow of the sum gives the right 0. */
export function normalize(logWeights: number[]): number[] {
  return logWeights.map((own) => 1 / logWeights.reduce((sum, other) => sum + Math.exp(other - own), 0));
}

export function resample(logWeights: number[], u: number): number[] {
  const shares = normalize(logWeights);
  const M = logWeights.length;
  const picked: number[] = [];
  for (let k = 0; k < M; k++) {
    let left = (k + u) / M;
    let i = 0;
    while (i < M - 1 && left >= shares[i]!) left -= shares[i++]!;
    picked.push(i);
  }
  return picked;
}

export function effectiveSampleSize(logWeights: number[]): number {
  const shares = normalize(logWeights);
  return shares.map((share) => share * share).reduce((a, b) => a + b) ** -1;
}

/** The mean is the largest weight over M times its share. */
export function logPartitionRatio(logWeights: number[]): number {
  const shares = normalize(logWeights);
  const best = shares.indexOf(Math.max(...shares));
  return logWeights[best]! - Math.log(shares[best]!) - Math.log(shares.length);
}
