/** The step back in the form of the published sampling algorithm, and the weight of the loss cancelled down; explicit loops. */

export function alphaBar(alpha: number[]): number[] {
  const bars = new Array<number>(alpha.length);
  for (let k = 0; k < alpha.length; k++) bars[k] = k === 0 ? alpha[0] : bars[k - 1] * alpha[k];
  return bars;
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const bars = alphaBar(alpha);
  const result: number[][] = [];
  for (let n = 0; n < x0.length; n++) {
    const bar = bars[t[n] - 1];
    result[n] = [];
    for (let i = 0; i < x0[n].length; i++) result[n][i] = Math.sqrt(bar) * x0[n][i] + Math.sqrt(1 - bar) * eps[n][i];
  }
  return result;
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const bars = alphaBar(alpha);
  const result: number[][] = [];
  for (let n = 0; n < zt.length; n++) {
    const bar = bars[t[n] - 1];
    result[n] = [];
    for (let i = 0; i < zt[n].length; i++)
      result[n][i] = zt[n][i] / Math.sqrt(bar) - Math.sqrt(1 / bar - 1) * epsHat[n][i];
  }
  return result;
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  let loss = 0;
  for (let n = 0; n < eps.length; n++) {
    let row = 0;
    for (let i = 0; i < eps[n].length; i++) row += (eps[n][i] - epsHat[n][i]) ** 2;
    loss += row / eps[n].length;
  }
  return loss / eps.length;
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const gradient: number[][] = [];
  for (let n = 0; n < eps.length; n++) {
    gradient.push([]);
    for (let i = 0; i < eps[n].length; i++)
      gradient[n].push((-2 * (eps[n][i] - epsHat[n][i])) / eps[n].length / eps.length);
  }
  return gradient;
}

export function posterior(x0: number[][], zt: number[][], t: number[], alpha: number[]) {
  const bars = alphaBar(alpha);
  const mean: number[][] = [];
  const variance: number[] = [];
  for (let n = 0; n < t.length; n++) {
    if (t[n] === 1) {
      mean.push(x0[n].slice());
      variance.push(0);
      continue;
    }
    const kept = alpha[t[n] - 1];
    const bar = bars[t[n] - 1];
    const before = bars[t[n] - 2];
    const row: number[] = [];
    for (let i = 0; i < x0[n].length; i++) {
      const numerator = (1 - before) * Math.sqrt(kept) * zt[n][i] + Math.sqrt(before) * (1 - kept) * x0[n][i];
      row.push(numerator / (1 - bar));
    }
    mean.push(row);
    variance.push(((1 - kept) * (1 - before)) / (1 - bar));
  }
  return { mean, variance };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const bars = alphaBar(alpha);
  let loss = 0;
  for (let n = 0; n < t.length; n++) {
    let squared = 0;
    for (let i = 0; i < eps[n].length; i++) squared += (eps[n][i] - epsHat[n][i]) ** 2;
    const kept = alpha[t[n] - 1];
    loss += ((1 - kept) * squared) / (2 * kept * (1 - bars[t[n] - 2]));
  }
  return loss / t.length;
}

export function reverseStep(zt: number[][], t: number[], epsHat: number[][], alpha: number[], xi: number[][]): number[][] {
  const bars = alphaBar(alpha);
  const result: number[][] = [];
  for (let n = 0; n < zt.length; n++) {
    const kept = alpha[t[n] - 1];
    const bar = bars[t[n] - 1];
    const sigma = t[n] > 1 ? Math.sqrt(((1 - kept) * (1 - bars[t[n] - 2])) / (1 - bar)) : 0;
    result[n] = [];
    for (let i = 0; i < zt[n].length; i++) {
      const mean = (zt[n][i] - ((1 - kept) / Math.sqrt(1 - bar)) * epsHat[n][i]) / Math.sqrt(kept);
      result[n][i] = mean + sigma * xi[n][i];
    }
  }
  return result;
}
