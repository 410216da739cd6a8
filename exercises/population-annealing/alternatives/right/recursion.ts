/** Lists as a head and a tail. */

function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b;
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

function logTotal([head, ...tail]: number[]): number {
  return head === undefined ? -Infinity : logAdd(head, logTotal(tail));
}

export function logWeights(previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] {
  const [w, ...ws] = previous;
  const [E, ...Es] = energies;
  if (w === undefined || E === undefined) return [];
  return [w - (betaTo - betaFrom) * E, ...logWeights(ws, Es, betaFrom, betaTo)];
}

export function normalize(logWeights: number[]): number[] {
  const total = logTotal(logWeights);
  return logWeights.map((value) => Math.exp(value - total));
}

export function resample(logWeights: number[], u: number): number[] {
  const shares = normalize(logWeights);
  const M = shares.length;
  const from = (k: number, i: number, reached: number): number[] => {
    if (k === M) return [];
    const end = reached + shares[i]!;
    const isHere = i === M - 1 || end > (k + u) / M;
    return isHere ? [i, ...from(k + 1, i, reached)] : from(k, i + 1, end);
  };
  return from(0, 0, 0);
}

export function effectiveSampleSize(logWeights: number[]): number {
  return Math.exp(-logTotal(normalize(logWeights).map((share) => 2 * Math.log(share))));
}

export function logPartitionRatio(logWeights: number[]): number {
  return logTotal(logWeights) - Math.log(logWeights.length);
}
