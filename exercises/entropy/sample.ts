/** A student's attempt, for the demo: the row variable and the column variable changed places, and 0 log 0 was not thought of. */

export function entropy(p: number[]): number {
  let sum = 0;
  for (const share of p) sum -= share * Math.log(share);
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
  return crossEntropy(p, q) - entropy(p);
}

export function conditionalEntropy(pxy: number[][]): number {
  let sum = 0;
  for (const y of (pxy[0] ?? []).keys()) {
    let marginal = 0;
    for (const row of pxy) marginal += row[y] ?? Number.NaN;
    for (const row of pxy) {
      const joint = row[y] ?? Number.NaN;
      if (joint > 0) sum -= joint * Math.log(joint / marginal);
    }
  }
  return sum;
}
