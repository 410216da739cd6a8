/** KL by definition; entropy and cross-entropy by comparing with the uniform distribution, y given x with x and y independent. */
export function kl(p: number[], q: number[]): number {
  let total = 0;
  p.forEach((share, k) => {
    if (share) total += share * Math.log(share / q[k]!);
  });
  return total;
}

export function entropy(p: number[]): number {
  const uniform = Array.from(p, () => 1 / p.length);
  return Math.log(p.length) - kl(p, uniform);
}

export function crossEntropy(p: number[], q: number[]): number {
  return entropy(p) + kl(p, q);
}

export function conditionalEntropy(pxy: number[][]): number {
  const px = pxy.map((row) => row.reduce((a, b) => a + b));
  const py = pxy[0]!.map((_, y) => pxy.reduce((total, row) => total + row[y]!, 0));
  const independent = px.flatMap((a) => py.map((b) => a * b));
  const mutualInformation = kl(pxy.flat(), independent);
  return entropy(py) - mutualInformation;
}
