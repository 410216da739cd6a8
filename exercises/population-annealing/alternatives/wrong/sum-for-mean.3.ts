// wrong: logPartitionRatio: sum-for-mean

export function logWeights(previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] {
  const dBeta = betaTo - betaFrom;
  return energies.map((e, i) => previous[i] - dBeta * e);
}

export function normalize(logWeights: number[]): number[] {
  const best = Math.max(...logWeights);
  const raw = logWeights.map((l) => Math.exp(l - best));
  const z = raw.reduce((a, b) => a + b, 0);
  return raw.map((r) => r / z);
}

export function resample(logWeights: number[], u: number): number[] {
  const best = Math.max(...logWeights);
  const raw = logWeights.map((l) => Math.exp(l - best));
  const z = raw.reduce((a, b) => a + b, 0);
  const M = raw.length;
  const picks: number[] = [];
  for (let k = 0; k < M; k++) {
    let target = (z * (k + u)) / M;
    let i = 0;
    while (i < M - 1 && target >= raw[i]) {
      target -= raw[i];
      i += 1;
    }
    picks.push(i);
  }
  return picks;
}

export function effectiveSampleSize(logWeights: number[]): number {
  const best = Math.max(...logWeights);
  const raw = logWeights.map((l) => Math.exp(l - best));
  const one = raw.reduce((a, b) => a + b, 0);
  const two = raw.reduce((a, b) => a + b * b, 0);
  return (one * one) / two;
}

export function logPartitionRatio(logWeights: number[]): number {
  const best = Math.max(...logWeights);
  const average = logWeights.reduce((a, l) => a + Math.exp(l - best), 0);
  return best + Math.log(average);
}
