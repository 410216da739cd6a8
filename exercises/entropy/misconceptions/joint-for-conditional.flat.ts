/** The entropy of all cells. */

export function entropy(p: number[]): number {
  let sum = 0;
  for (const share of p) {
    if (share > 0) sum -= share * Math.log(share);
  }
  return sum;
}

export function crossEntropy(p: number[], q: number[]): number {
  let sum = 0;
  for (const [k, share] of p.entries()) {
    if (share > 0) sum -= share * Math.log(q[k] ?? Number.NaN);
  }
  return sum;
}

export function kl(p: number[], q: number[]): number {
  let sum = 0;
  for (const [k, share] of p.entries()) {
    if (share > 0) sum += share * Math.log(share / (q[k] ?? Number.NaN));
  }
  return sum;
}

export function conditionalEntropy(pxy: number[][]): number {
  return entropy(pxy.flat());
}
