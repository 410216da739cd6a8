// wrong: logPartitionRatio: normalised-first

export function logWeights(previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] {
  const out = [];
  for (let i = 0; i < energies.length; i++) {
    out.push(previous[i] - (betaTo - betaFrom) * energies[i]);
  }
  return out;
}

export function normalize(logWeights: number[]): number[] {
  const m = Math.max(...logWeights);
  let total = 0;
  for (const l of logWeights) total += Math.exp(l - m);
  const w = [];
  for (const l of logWeights) w.push(Math.exp(l - m) / total);
  return w;
}

export function resample(logWeights: number[], u: number): number[] {
  const w = normalize(logWeights);
  const n = w.length;
  const out: number[] = [];
  let c = w[0];
  let i = 0;
  for (let k = 0; k < n; k++) {
    const p = (k + u) / n;
    while (p >= c && i < n - 1) {
      i++;
      c += w[i];
    }
    out.push(i);
  }
  return out;
}

export function effectiveSampleSize(logWeights: number[]): number {
  const w = normalize(logWeights);
  let s = 0;
  for (const v of w) s += v * v;
  return 1 / s;
}

export function logPartitionRatio(logWeights: number[]): number {
  const w = normalize(logWeights);
  return Math.log(w.reduce((a, b) => a + b) / w.length);
}
