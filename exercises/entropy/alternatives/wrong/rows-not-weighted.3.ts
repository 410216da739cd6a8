// wrong: conditionalEntropy: rows-not-weighted

export function entropy(p: number[]): number {
  return p.reduce((total, prob) => total - xLogY(prob, prob), 0);
}

export function crossEntropy(p: number[], q: number[]): number {
  return p.reduce((total, prob, i) => total - xLogY(prob, q[i]), 0);
}

export function kl(p: number[], q: number[]): number {
  return p.reduce((total, prob, i) => total + xLogY(prob, prob) - xLogY(prob, q[i]), 0);
}

export function conditionalEntropy(pxy: number[][]): number {
  let total = 0;
  for (const row of pxy) {
    const px = row.reduce((a, b) => a + b, 0);
    for (const prob of row) total -= prob === 0 ? 0 : xLogY(prob / px, prob / px);
  }
  return total;
}

function xLogY(x: number, y: number): number {
  return x === 0 ? 0 : x * Math.log(y);
}
