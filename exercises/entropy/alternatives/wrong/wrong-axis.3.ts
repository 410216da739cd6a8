// wrong: conditionalEntropy: wrong-axis

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
  const transposed = pxy[0].map((_, j) => pxy.map((row) => row[j]));
  return transposed.reduce((total, column) => {
    const py = column.reduce((a, b) => a + b, 0);
    return total - column.reduce((s, prob) => s + xLogY(prob, prob / py), 0);
  }, 0);
}

function xLogY(x: number, y: number): number {
  return x === 0 ? 0 : x * Math.log(y);
}
