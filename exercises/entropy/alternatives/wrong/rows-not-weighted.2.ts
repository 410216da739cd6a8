// wrong: conditionalEntropy: rows-not-weighted

export function entropy(p: number[]): number {
  const surprises = p.map((pi) => (pi > 0 ? Math.log(1 / pi) : 0));
  return weightedSum(p, surprises);
}

export function crossEntropy(p: number[], q: number[]): number {
  const surprises = p.map((pi, i) => (pi > 0 ? Math.log(1 / q[i]) : 0));
  return weightedSum(p, surprises);
}

export function kl(p: number[], q: number[]): number {
  return crossEntropy(p, q) - entropy(p);
}

export function conditionalEntropy(pxy: number[][]): number {
  const rowEntropies = pxy.map((row) => {
    const px = row.reduce((a, b) => a + b, 0);
    return px > 0 ? entropy(row.map((v) => v / px)) : 0;
  });
  return rowEntropies.reduce((a, b) => a + b, 0) / rowEntropies.length;
}

function weightedSum(weights: number[], values: number[]): number {
  let total = 0;
  weights.forEach((w, i) => {
    total += w * values[i];
  });
  return total;
}
