/** Head and tail: what the first outcome contributes, and then the rest. */
export function entropy([first, ...rest]: number[]): number {
  if (first === undefined) return 0;
  return (first > 0 ? first * Math.log(1 / first) : 0) + entropy(rest);
}

export function crossEntropy([p, ...ps]: number[], [q, ...qs]: number[]): number {
  if (p === undefined || q === undefined) return 0;
  return (p > 0 ? p * Math.log(1 / q) : 0) + crossEntropy(ps, qs);
}

export function kl([p, ...ps]: number[], [q, ...qs]: number[]): number {
  if (p === undefined || q === undefined) return 0;
  return (p > 0 ? p * (Math.log(p) - Math.log(q)) : 0) + kl(ps, qs);
}

export function conditionalEntropy([row, ...rows]: number[][]): number {
  return row === undefined ? 0 : ofRow(row) + conditionalEntropy(rows);
}

/** p(x) H[y | x] = p(x) log p(x) + the entropy of the row as it stands. */
function ofRow(row: number[]): number {
  const marginal = row.reduce((a, b) => a + b, 0);
  return entropy(row) - entropy([marginal]);
}
