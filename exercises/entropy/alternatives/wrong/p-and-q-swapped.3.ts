// wrong: kl: p-and-q-swapped

export function entropy(p: number[]): number {
  const surprises = p.map((pi) => (pi > 0 ? Math.log(1 / pi) : 0));
  return weightedSum(p, surprises);
}

export function crossEntropy(p: number[], q: number[]): number {
  const surprises = p.map((pi, i) => (pi > 0 ? Math.log(1 / q[i]) : 0));
  return weightedSum(p, surprises);
}

export function kl(p: number[], q: number[]): number {
  return crossEntropy(q, p) - entropy(q);
}

export function conditionalEntropy(pxy: number[][]): number {
  const px = pxy.map((row) => row.reduce((a, b) => a + b, 0));
  const rowEntropies = pxy.map((row, i) => (px[i] > 0 ? entropy(row.map((v) => v / px[i])) : 0));
  return weightedSum(px, rowEntropies);
}

function weightedSum(weights: number[], values: number[]): number {
  let total = 0;
  weights.forEach((w, i) => {
    total += w * values[i];
  });
  return total;
}
