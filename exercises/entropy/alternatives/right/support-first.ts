/** Looks for the outcomes that happen first, and forgets the others. */
const support = (p: number[]): number[] => [...p.keys()].filter((k) => p[k]! > 0);

export function entropy(p: number[]): number {
  return p
    .filter((share) => share > 0)
    .map((share) => -share * Math.log(share))
    .reduce((a, b) => a + b, 0);
}

export function crossEntropy(p: number[], q: number[]): number {
  return support(p).reduce((total, k) => total - p[k]! * Math.log(q[k]!), 0);
}

export function kl(p: number[], q: number[]): number {
  return support(p).reduce((total, k) => total - p[k]! * Math.log(q[k]! / p[k]!), 0);
}

export function conditionalEntropy(pxy: number[][]): number {
  const rows = pxy.map((row) => row.filter((joint) => joint > 0)).filter((row) => row.length > 0);
  let total = 0;
  for (const row of rows) {
    const px = row.reduce((a, b) => a + b);
    const conditional = row.map((joint) => joint / px);
    total += px * entropy(conditional);
  }
  return total;
}
