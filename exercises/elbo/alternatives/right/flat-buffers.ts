/** The whole batch flattened: one long sum over pixels, one over latents, and rows cut out again for the gradient. */

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  const rows = x.length;
  return (reconstruction(x.flat(), logits.flat()) - klTerm(mu.flat(), logVar.flat())) / rows;
}

export function negElboGradient(x: number[][], logits: number[][], mu: number[][], logVar: number[][]) {
  const rows = x.length;
  const pixels = x.flat();
  const dLogits = logits.flat().map((a, i) => (0.5 + 0.5 * Math.tanh(0.5 * a) - pixels[i]!) / rows);
  const dMu = mu.flat().map((m) => m / rows);
  const dLogVar = logVar.flat().map((l) => (Math.exp(l) - 1) / (2 * rows));
  return {
    logits: cut(dLogits, x[0]!.length),
    mu: cut(dMu, mu[0]!.length),
    logVar: cut(dLogVar, mu[0]!.length),
  };
}

function cut(values: number[], width: number): number[][] {
  const rows: number[][] = [];
  for (let start = 0; start < values.length; start += width) rows.push(values.slice(start, start + width));
  return rows;
}

export function reconstruction(x: number[], logits: number[]): number {
  let white = 0;
  let normaliser = 0;
  for (const k in x) {
    white += x[k]! * logits[k]!;
    normaliser += Math.max(0, logits[k]!) + Math.log1p(Math.exp(-Math.abs(logits[k]!)));
  }
  return white - normaliser;
}

export function klTerm(mu: number[], logVar: number[]): number {
  const squares = mu.map((m) => m * m).reduce((a, b) => a + b, 0);
  const traces = logVar.map(Math.exp).reduce((a, b) => a + b, 0);
  const logDeterminant = logVar.reduce((a, b) => a + b, 0);
  return 0.5 * (squares + traces - mu.length - logDeterminant);
}

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  const pairs = q.map((weight, z) => [weight, joint[z]!] as const).filter(([weight]) => weight !== 0);
  let bound = 0;
  for (const [weight, probability] of pairs) bound -= weight * Math.log(weight / probability);
  const logEvidence = Math.log(joint.reduce((a, b) => a + b, 0));
  let gap = 0;
  for (const [weight, probability] of pairs) gap += weight * (Math.log(weight) - (Math.log(probability) - logEvidence));
  return { elbo: bound, logEvidence, gap };
}
