/** The weights come one by one; the scale rises with them. */

interface Sums {
  scale: number;
  first: number;
  second: number;
}

function gather(logs: Iterable<number>): Sums {
  const sums: Sums = { scale: -Infinity, first: 0, second: 0 };
  for (const value of logs) {
    if (value > sums.scale) {
      const shrink = Math.exp(sums.scale - value);
      sums.first *= shrink;
      sums.second *= shrink * shrink;
      sums.scale = value;
    }
    const weight = Math.exp(value - sums.scale);
    sums.first += weight;
    sums.second += weight * weight;
  }
  return sums;
}

export function logWeights(previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] {
  const result: number[] = [];
  for (const [i, value] of previous.entries()) {
    const [before, after] = [-betaFrom * energies[i]!, -betaTo * energies[i]!];
    result[i] = value + after - before;
  }
  return result;
}

export function normalize(logWeights: number[]): number[] {
  const { scale, first } = gather(logWeights);
  return logWeights.map((value) => Math.exp(value - scale) / first);
}

export function resample(logWeights: number[], u: number): number[] {
  const { scale, first } = gather(logWeights);
  const chosen: number[] = [];
  let reached = 0;
  logWeights.forEach((value, i) => {
    reached += Math.exp(value - scale);
    const isLast = i === logWeights.length - 1;
    while (chosen.length < logWeights.length && (isLast || ((chosen.length + u) * first) / logWeights.length < reached)) {
      chosen.push(i);
    }
  });
  return chosen;
}

export function effectiveSampleSize(logWeights: number[]): number {
  const { first, second } = gather(logWeights);
  return (first / second) * first;
}

export function logPartitionRatio(logWeights: number[]): number {
  const { scale, first } = gather(logWeights);
  return scale + Math.log(first / logWeights.length);
}
