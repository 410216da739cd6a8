// wrong: kl: entropy-not-taken-off

export function entropy(p: number[]): number {
  const surprises = p.map((pi) => (pi > 0 ? Math.log(1 / pi) : 0));
  return weightedSum(p, surprises);
}

export function crossEntropy(p: number[], q: number[]): number {
  const surprises = p.map((pi, i) => (pi > 0 ? Math.log(1 / q[i]) : 0));
  return weightedSum(p, surprises);
}

export function kl(p: number[], q: number[]): number {
  return weightedSum(p, q.map((qi, i) => (p[i] > 0 ? -Math.log(qi) : 0)));
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
