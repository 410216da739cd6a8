// wrong: conditionalEntropy: zero-log-zero

export function entropy(p: number[]): number {
  let h = 0;
  p.forEach((pi) => {
    if (pi !== 0) h += -pi * Math.log(pi);
  });
  return h;
}

export function crossEntropy(p: number[], q: number[]): number {
  const surprises = p.map((pi, i) => (pi > 0 ? Math.log(1 / q[i]) : 0));
  return weightedSum(p, surprises);
}

export function kl(p: number[], q: number[]): number {
  return crossEntropy(p, q) - entropy(p);
}

export function conditionalEntropy(pxy: number[][]): number {
  const px = pxy.map((row) => row.reduce((a, b) => a + b, 0));
  const rowEntropies = pxy.map((row, i) => entropy(row.map((v) => v / px[i])));
  return weightedSum(px, rowEntropies);
}

function weightedSum(weights: number[], values: number[]): number {
  let total = 0;
  weights.forEach((w, i) => {
    total += w * values[i];
  });
  return total;
}
