/** One logarithm each, of a product of powers; 0 to the power of 0, and even NaN to the power of 0, is 1. */
export function entropy(p: number[]): number {
  return -Math.log(p.reduce((product, share) => product * share ** share, 1));
}

export function crossEntropy(p: number[], q: number[]): number {
  return -p.reduce((total, share, k) => total + Math.log(q[k]! ** share), 0);
}

export function kl(p: number[], q: number[]): number {
  return p.reduce((total, share, k) => total + Math.log((share / q[k]!) ** share), 0);
}

export function conditionalEntropy(pxy: number[][]): number {
  let total = 0;
  for (const row of pxy) {
    const marginal = row.reduce((a, b) => a + b, 0);
    for (const joint of row) total -= Math.log((joint / marginal) ** joint);
  }
  return total;
}
