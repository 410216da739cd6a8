// wrong: conditionalEntropy: joint-for-conditional

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
  const cells = ([] as number[]).concat(...pxy);
  return entropy(cells);
}

function xLogY(x: number, y: number): number {
  return x === 0 ? 0 : x * Math.log(y);
}
