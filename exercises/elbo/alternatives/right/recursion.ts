/** Sums by recursion on halves, so that rounding errors grow with the logarithm of the length. */

function pairwise(count: number, term: (index: number) => number, from = 0): number {
  if (count === 0) return 0;
  if (count === 1) return term(from);
  const half = count >> 1;
  return pairwise(half, term, from) + pairwise(count - half, term, from + half);
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  return pairwise(x.length, (n) => reconstruction(x[n]!, logits[n]!) - klTerm(mu[n]!, logVar[n]!)) / x.length;
}

export function reconstruction(x: number[], logits: number[]): number {
  return -pairwise(x.length, (k) => surprise((2 * x[k]! - 1) * logits[k]!));
}

/** -log sigmoid(margin) */
function surprise(margin: number): number {
  return margin < 0 ? surprise(-margin) - margin : Math.log1p(Math.exp(-margin));
}

export function klTerm(mu: number[], logVar: number[]): number {
  return pairwise(mu.length, (j) => (mu[j]! ** 2 + Math.expm1(logVar[j]!) - logVar[j]!) / 2);
}

export function negElboGradient(
  [...x]: number[][],
  [...logits]: number[][],
  [...mu]: number[][],
  [...logVar]: number[][],
): { logits: number[][]; mu: number[][]; logVar: number[][] } {
  const rows = x.length;
  const step = (): { logits: number[][]; mu: number[][]; logVar: number[][] } => {
    const pixels = x.shift();
    if (pixels === undefined) return { logits: [], mu: [], logVar: [] };
    const dLogits = logits.shift()!.map((a, k) => (Math.exp(-surprise(a)) - pixels[k]!) / rows);
    const dMu = mu.shift()!.map((m) => m / rows);
    const dLogVar = logVar.shift()!.map((l) => Math.expm1(l) / rows / 2);
    const rest = step();
    return { logits: [dLogits, ...rest.logits], mu: [dMu, ...rest.mu], logVar: [dLogVar, ...rest.logVar] };
  };
  return step();
}

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  const evidence = pairwise(joint.length, (z) => joint[z]!);
  const gap = pairwise(q.length, (z) => (q[z] === 0 ? 0 : q[z]! * Math.log((q[z]! * evidence) / joint[z]!)));
  const bound = pairwise(q.length, (z) => (q[z] === 0 ? 0 : q[z]! * Math.log(joint[z]! / q[z]!)));
  return { elbo: bound, logEvidence: bound + gap, gap };
}
