// wrong: scoreGradientWithBaseline: own-draw-in-baseline

export function sample(mu: number[], logVar: number[], eps: number[]): number[] {
  const z: number[] = [];
  for (let j = 0; j < mu.length; j++) {
    const sigma = Math.sqrt(Math.exp(logVar[j]));
    z.push(mu[j] + sigma * eps[j]);
  }
  return z;
}

export function pathwiseGradient(
  logVar: number[],
  eps: number[][],
  slope: number[][],
): { mu: number[]; logVar: number[] } {
  const dim = logVar.length;
  const gMu = new Array<number>(dim).fill(0);
  const gLogVar = new Array<number>(dim).fill(0);
  for (let s = 0; s < eps.length; s++) {
    for (let j = 0; j < dim; j++) {
      const sigma = Math.sqrt(Math.exp(logVar[j]));
      gMu[j] += slope[s][j];
      gLogVar[j] += 0.5 * sigma * eps[s][j] * slope[s][j];
    }
  }
  for (let j = 0; j < dim; j++) {
    gMu[j] /= eps.length;
    gLogVar[j] /= eps.length;
  }
  return { mu: gMu, logVar: gLogVar };
}

export function scoreGradient(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const dim = logVar.length;
  const gMu = new Array<number>(dim).fill(0);
  const gLogVar = new Array<number>(dim).fill(0);
  for (let s = 0; s < eps.length; s++) {
    for (let j = 0; j < dim; j++) {
      const sigma = Math.sqrt(Math.exp(logVar[j]));
      gMu[j] += (value[s] * eps[s][j]) / sigma;
      gLogVar[j] += 0.5 * value[s] * (eps[s][j] * eps[s][j] - 1);
    }
  }
  for (let j = 0; j < dim; j++) {
    gMu[j] /= eps.length;
    gLogVar[j] /= eps.length;
  }
  return { mu: gMu, logVar: gLogVar };
}

export function scoreGradientWithBaseline(
  logVar: number[],
  eps: number[][],
  value: number[],
): { mu: number[]; logVar: number[] } {
  const centred: number[] = [];
  for (let s = 0; s < value.length; s++) {
    let others = 0;
    for (let r = 0; r < value.length; r++) {
      others += value[r];
    }
    centred.push(value[s] - others / value.length);
  }
  return scoreGradient(logVar, eps, centred);
}
