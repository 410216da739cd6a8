/** Generators feed one compensated (Neumaier) sum. */
function sumOf(terms: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const term of terms) {
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

function* terms(p: number[], of: (k: number) => number): Generator<number> {
  for (const [k, share] of p.entries()) if (share > 0) yield share * of(k);
}

export function entropy(p: number[]): number {
  return sumOf(terms(p, (k) => -Math.log(p[k]!)));
}

export function crossEntropy(p: number[], q: number[]): number {
  return sumOf(terms(p, (k) => -Math.log(q[k]!)));
}

export function kl(p: number[], q: number[]): number {
  return sumOf(terms(p, (k) => Math.log(p[k]!) - Math.log(q[k]!)));
}

export function conditionalEntropy(pxy: number[][]): number {
  const marginal = pxy.map((row) => sumOf(row));
  return sumOf(pxy.map((row, x) => sumOf(terms(row, (y) => -Math.log(row[y]! / marginal[x]!)))));
}
