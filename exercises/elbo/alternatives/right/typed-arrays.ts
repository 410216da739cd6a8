/** Float64Array copies, changed in place step by step; the arguments stay as they are. */

function total(values: Float64Array): number {
  let sum = 0;
  for (let i = values.length - 1; i >= 0; i--) sum += values[i]!;
  return sum;
}

export function reconstruction(x: number[], logits: number[]): number {
  const terms = Float64Array.from(logits);
  for (let k = 0; k < terms.length; k++) if (x[k] === 0) terms[k] = -terms[k]!;
  for (let k = 0; k < terms.length; k++) terms[k] = Math.min(terms[k]!, 0) - Math.log1p(Math.exp(-Math.abs(terms[k]!)));
  return total(terms);
}

export function klTerm(mu: number[], logVar: number[]): number {
  const variance = Float64Array.from(logVar, Math.exp);
  const terms = Float64Array.from(mu);
  for (let j = 0; j < terms.length; j++) {
    terms[j]! *= terms[j]!;
    terms[j]! += variance[j]!;
    terms[j]! -= 1 + logVar[j]!;
    terms[j]! /= 2;
  }
  return total(terms);
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  const perImage = new Float64Array(x.length);
  for (let n = 0; n < perImage.length; n++) {
    perImage[n] = reconstruction(x[n]!, logits[n]!);
    perImage[n]! -= klTerm(mu[n]!, logVar[n]!);
  }
  return total(perImage) / perImage.length;
}

export function negElboGradient(x: number[][], logits: number[][], mu: number[][], logVar: number[][]) {
  const gradient = { logits: structuredCopy(logits), mu: structuredCopy(mu), logVar: structuredCopy(logVar) };
  for (let n = 0; n < x.length; n++) {
    const a = gradient.logits[n]!;
    for (let k = 0; k < a.length; k++) {
      a[k] = 1 / (1 + Math.exp(-a[k]!));
      a[k]! -= x[n]![k]!;
      a[k]! /= x.length;
    }
    const m = gradient.mu[n]!;
    for (let j = 0; j < m.length; j++) m[j]! /= x.length;
    const l = gradient.logVar[n]!;
    for (let j = 0; j < l.length; j++) l[j] = (Math.exp(l[j]!) - 1) / 2 / x.length;
  }
  return gradient;
}

function structuredCopy(rows: number[][]): number[][] {
  return rows.map((row) => row.slice());
}

export function lowerBound(joint: number[], q: number[]): { elbo: number; logEvidence: number; gap: number } {
  const posterior = Float64Array.from(joint);
  const evidence = total(posterior);
  for (let z = 0; z < posterior.length; z++) posterior[z]! /= evidence;
  const terms = Float64Array.from(q);
  for (let z = 0; z < terms.length; z++) if (terms[z]! > 0) terms[z]! *= Math.log(terms[z]! / posterior[z]!);
  const gap = total(terms);
  return { elbo: Math.log(evidence) - gap, logEvidence: Math.log(evidence), gap };
}
