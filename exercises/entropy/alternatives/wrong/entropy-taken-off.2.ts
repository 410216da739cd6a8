// wrong: crossEntropy: entropy-taken-off

export function entropy(p: number[]): number {
  return p.reduce((total, prob) => total - xLogY(prob, prob), 0);
}

export function crossEntropy(p: number[], q: number[]): number {
  return kl(p, q);
}

export function kl(p: number[], q: number[]): number {
  return p.reduce((total, prob, i) => total + xLogY(prob, prob) - xLogY(prob, q[i]), 0);
}

export function conditionalEntropy(pxy: number[][]): number {
  return pxy.reduce((total, row) => {
    const px = row.reduce((a, b) => a + b, 0);
    return total - row.reduce((s, prob) => s + xLogY(prob, prob) - xLogY(prob, px), 0);
  }, 0);
}

function xLogY(x: number, y: number): number {
  return x === 0 ? 0 : x * Math.log(y);
}
