// wrong: conditionalEntropy: wrong-axis

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
  const columnSums = pxy[0].map((_, j) => pxy.reduce((s, row) => s + row[j], 0));
  return entropy(pxy.flat()) - entropy(columnSums);
}

function weightedSum(weights: number[], values: number[]): number {
  let total = 0;
  weights.forEach((w, i) => {
    total += w * values[i];
  });
  return total;
}
