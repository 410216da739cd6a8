// wrong: noisySample: same-t-for-batch
// plain loops, one step after another

export function alphaBar(alpha: number[]): number[] {
  const out: number[] = [];
  let product = 1;
  for (let i = 0; i < alpha.length; i++) {
    product *= alpha[i];
    out.push(product);
  }
  return out;
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const abar = alphaBar(alpha);
  const zt: number[][] = [];
  for (let n = 0; n < x0.length; n++) {
    const ab = abar[t[0] - 1];
    const signal = Math.sqrt(ab);
    const noise = Math.sqrt(1 - ab);
    const row: number[] = [];
    for (let d = 0; d < x0[n].length; d++) {
      row.push(signal * x0[n][d] + noise * eps[n][d]);
    }
    zt.push(row);
  }
  return zt;
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const abar = alphaBar(alpha);
  const x0: number[][] = [];
  for (let n = 0; n < zt.length; n++) {
    const ab = abar[t[n] - 1];
    const row: number[] = [];
    for (let d = 0; d < zt[n].length; d++) {
      row.push((zt[n][d] - Math.sqrt(1 - ab) * epsHat[n][d]) / Math.sqrt(ab));
    }
    x0.push(row);
  }
  return x0;
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  let sum = 0;
  for (let n = 0; n < eps.length; n++) {
    for (let d = 0; d < eps[n].length; d++) {
      sum += (epsHat[n][d] - eps[n][d]) ** 2;
    }
  }
  return sum / (eps.length * eps[0].length);
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const count = eps.length * eps[0].length;
  const grad: number[][] = [];
  for (let n = 0; n < eps.length; n++) {
    const row: number[] = [];
    for (let d = 0; d < eps[n].length; d++) {
      row.push((2 * (epsHat[n][d] - eps[n][d])) / count);
    }
    grad.push(row);
  }
  return grad;
}

export function posterior(
  x0: number[][],
  zt: number[][],
  t: number[],
  alpha: number[],
): { mean: number[][]; variance: number[] } {
  const abar = alphaBar(alpha);
  const mean: number[][] = [];
  const variance: number[] = [];
  for (let n = 0; n < zt.length; n++) {
    const a = alpha[t[n] - 1];
    const ab = abar[t[n] - 1];
    const abPrev = t[n] > 1 ? abar[t[n] - 2] : 1;
    const row: number[] = [];
    for (let d = 0; d < zt[n].length; d++) {
      const top = Math.sqrt(a) * (1 - abPrev) * zt[n][d] + Math.sqrt(abPrev) * (1 - a) * x0[n][d];
      row.push(top / (1 - ab));
    }
    mean.push(row);
    variance.push(((1 - a) * (1 - abPrev)) / (1 - ab));
  }
  return { mean, variance };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const abar = alphaBar(alpha);
  let total = 0;
  for (let n = 0; n < eps.length; n++) {
    const a = alpha[t[n] - 1];
    const ab = abar[t[n] - 1];
    const abPrev = t[n] > 1 ? abar[t[n] - 2] : 1;
    const s2 = ((1 - a) * (1 - abPrev)) / (1 - ab);
    const weight = (1 - a) ** 2 / (2 * s2 * a * (1 - ab));
    let square = 0;
    for (let d = 0; d < eps[n].length; d++) {
      square += (eps[n][d] - epsHat[n][d]) ** 2;
    }
    total += weight * square;
  }
  return total / eps.length;
}

export function reverseStep(
  zt: number[][],
  t: number[],
  epsHat: number[][],
  alpha: number[],
  xi: number[][],
): number[][] {
  const x0 = predictX0(zt, t, epsHat, alpha);
  const { mean, variance } = posterior(x0, zt, t, alpha);
  const out: number[][] = [];
  for (let n = 0; n < zt.length; n++) {
    const row: number[] = [];
    for (let d = 0; d < zt[n].length; d++) {
      let value = mean[n][d];
      if (t[n] > 1) {
        value += Math.sqrt(variance[n]) * xi[n][d];
      }
      row.push(value);
    }
    out.push(row);
  }
  return out;
}
