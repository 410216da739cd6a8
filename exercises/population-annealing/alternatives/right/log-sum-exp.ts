/** One logSumExp serves all of it. */

const logSumExp = (values: number[]): number => {
  const top = Math.max(...values);
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
};

export const logWeights = (previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] =>
  energies.map((E, i) => previous[i]! + (betaFrom - betaTo) * E);

export const normalize = (logWeights: number[]): number[] => {
  const total = logSumExp(logWeights);
  return logWeights.map((value) => Math.exp(value - total));
};

export const logPartitionRatio = (logWeights: number[]): number =>
  logSumExp(logWeights) - Math.log(logWeights.length);

/** (sum W)^2 / sum W^2, in logarithms. */
export const effectiveSampleSize = (logWeights: number[]): number =>
  Math.exp(2 * logSumExp(logWeights) - logSumExp(logWeights.map((value) => 2 * value)));

export const resample = (logWeights: number[], u: number): number[] => {
  const w = normalize(logWeights);
  const upTo = w.map((_, i) => w.slice(0, i + 1).reduce((sum, value) => sum + value));
  return w.map((_, k) => upTo.filter((C) => C <= (k + u) / w.length).length);
};
