/** The sample size from the variance of the shares: M / (1 + squared coefficient of variation). */

const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function relative(logWeights: number[]): { readonly top: number; readonly weights: number[] } {
  const top = Math.max(...logWeights);
  return { top, weights: logWeights.map((value) => Math.E ** (value - top)) };
}

export function logWeights(previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] {
  return previous.map((value, i) => value - energies[i]! * (betaTo - betaFrom));
}

export function normalize(logWeights: number[]): number[] {
  const { weights } = relative(logWeights);
  return weights.map((weight) => weight / mean(weights) / weights.length);
}

export function resample(logWeights: number[], u: number): number[] {
  const shares = normalize(logWeights);
  const M = shares.length;
  const bounds = shares.reduce<number[]>((all, share) => [...all, all[all.length - 1]! + share], [0]);
  bounds[M] = Infinity;
  return Array.from({ length: M }, (_, k) => {
    const pointer = (k + u) / M;
    for (let i = M - 1; ; i--) if (i === 0 || bounds[i]! <= pointer) return i;
  });
}

export function effectiveSampleSize(logWeights: number[]): number {
  const { weights } = relative(logWeights);
  const average = mean(weights);
  const variance = mean(weights.map((weight) => (weight - average) ** 2));
  return weights.length / (1 + variance / average ** 2);
}

export function logPartitionRatio(logWeights: number[]): number {
  const { top, weights } = relative(logWeights);
  return Math.log(mean(weights)) + top;
}
