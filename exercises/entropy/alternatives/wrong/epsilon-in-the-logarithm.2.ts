// wrong: crossEntropy, kl: epsilon-in-the-logarithm

export function entropy(p: number[]): number {
  return p.reduce((total, prob) => total - xLogY(prob, prob), 0);
}

export function crossEntropy(p: number[], q: number[]): number {
  const clipped = q.map((v) => Math.min(Math.max(v, 1e-12), 1));
  return -p.reduce((s, v, i) => s + v * Math.log(clipped[i]), 0);
}

export function kl(p: number[], q: number[]): number {
  const clip = (v: number): number => Math.max(v, Number.EPSILON);
  return p.reduce((s, v, i) => s + v * (Math.log(clip(v)) - Math.log(clip(q[i]))), 0);
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
