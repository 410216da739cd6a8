/** Looks each pointer up in the running sums by bisection. */

function running(values: number[]): number[] {
  const sums = [...values];
  for (let i = 1; i < sums.length; i++) sums[i]! += sums[i - 1]!;
  return sums;
}

function firstAbove(sums: number[], pointer: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > pointer) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function logWeights(previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] {
  return previous.map((old, i) => {
    const work = (betaTo - betaFrom) * energies[i]!;
    return old - work;
  });
}

export function normalize(logWeights: number[]): number[] {
  const top = logWeights.reduce((a, b) => (a > b ? a : b));
  const weights = logWeights.map((value) => Math.exp(value - top));
  const inverse = 1 / running(weights).at(-1)!;
  return weights.map((weight) => weight * inverse);
}

export function resample(logWeights: number[], u: number): number[] {
  const sums = running(normalize(logWeights));
  return Array.from(sums, (_, k) => firstAbove(sums, (u + k) / sums.length));
}

export function effectiveSampleSize(logWeights: number[]): number {
  return 1 / running(normalize(logWeights).map((share) => share * share)).at(-1)!;
}

export function logPartitionRatio(logWeights: number[]): number {
  // the largest share is e^(top) over the sum
  const top = Math.max(...logWeights);
  const share = Math.max(...normalize(logWeights));
  return top - Math.log(share * logWeights.length);
}
