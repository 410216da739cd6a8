/** Two quantities by definition, the other two by the identities between them. */
export function entropy(p: number[]): number {
  let total = 0;
  for (let k = 0; k < p.length; k++) total += term(p[k]!, p[k]!);
  return total;
}

export function crossEntropy(p: number[], q: number[]): number {
  let total = 0;
  for (let k = 0; k < p.length; k++) total += term(p[k]!, q[k]!);
  return total;
}

export function kl(p: number[], q: number[]): number {
  return crossEntropy(p, q) - entropy(p);
}

export function conditionalEntropy(pxy: number[][]): number {
  const marginal: number[] = [];
  for (const row of pxy) marginal.push(row.reduce((a, b) => a + b));
  return entropy(([] as number[]).concat(...pxy)) - entropy(marginal);
}

function term(weight: number, probability: number): number {
  if (weight <= 0) return 0;
  return weight * -Math.log(probability);
}
