// wrong: logWeights: previous-dropped

const lse = (a: number[]): number => {
  const m = Math.max(...a);
  return m + Math.log(a.map((v) => Math.exp(v - m)).reduce((x, y) => x + y, 0));
};

export const logWeights = (previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] =>
  previous.map((_, i) => betaFrom * energies[i] - betaTo * energies[i]);

export const normalize = (logWeights: number[]): number[] => {
  const total = lse(logWeights);
  return logWeights.map((l) => Math.exp(l - total));
};

export const resample = (logWeights: number[], u: number): number[] => {
  const shares = normalize(logWeights);
  const M = shares.length;
  const cumulative: number[] = [];
  shares.forEach((s, i) => cumulative.push(s + (i > 0 ? cumulative[i - 1] : 0)));
  return shares.map((_, k) => {
    const pointer = (k + u) / M;
    return Math.min(
      M - 1,
      cumulative.filter((c) => c <= pointer).length,
    );
  });
};

export const effectiveSampleSize = (logWeights: number[]): number =>
  Math.exp(2 * lse(logWeights) - lse(logWeights.map((l) => 2 * l)));

export const logPartitionRatio = (logWeights: number[]): number => lse(logWeights) - Math.log(logWeights.length);
