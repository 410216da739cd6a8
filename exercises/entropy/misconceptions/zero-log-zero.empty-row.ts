/** Passes over cells of probability 0 only after dividing each row by its sum: a row of zeros is 0 / 0. */

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
  let sum = 0;
  for (const row of pxy) {
    let marginal = 0;
    for (const joint of row) marginal += joint;
    const conditional = row.map((joint) => joint / marginal);
    for (const share of conditional) {
      if (share !== 0) sum -= marginal * share * Math.log(share);
    }
  }
  return sum;
}
