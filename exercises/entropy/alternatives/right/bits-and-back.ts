/** Counts in bits and changes the unit at the end: one bit is log 2 nats. */
const NATS_PER_BIT = Math.LN2;

export function entropy(p: number[]): number {
  let bits = 0;
  for (const share of p) bits -= share === 0 ? 0 : share * Math.log2(share);
  return bits * NATS_PER_BIT;
}

export function crossEntropy(p: number[], q: number[]): number {
  let bits = 0;
  for (let k = p.length - 1; k >= 0; k--) bits -= p[k] === 0 ? 0 : p[k]! * Math.log2(q[k]!);
  return bits * NATS_PER_BIT;
}

export function kl(p: number[], q: number[]): number {
  let bits = 0;
  for (let k = p.length - 1; k >= 0; k--) bits += p[k] === 0 ? 0 : p[k]! * Math.log2(p[k]! / q[k]!);
  return bits * NATS_PER_BIT;
}

export function conditionalEntropy(pxy: number[][]): number {
  let bits = 0;
  for (const row of pxy) {
    let px = 0;
    for (const joint of row) px += joint;
    for (const joint of row) bits += joint === 0 ? 0 : joint * (Math.log2(px) - Math.log2(joint));
  }
  return bits * NATS_PER_BIT;
}
