// wrong: reverseStep: noise-at-last-step
export const alphaBar = (alpha: number[]): number[] => {
  const result = [...alpha];
  for (let i = 1; i < result.length; i++) result[i] *= result[i - 1];
  return result;
};

export const noisySample = (
  x0: number[][],
  t: number[],
  eps: number[][],
  alpha: number[],
): number[][] => {
  const abar = alphaBar(alpha);
  return x0.map((row, n) => {
    const std = Math.sqrt(1 - abar[t[n] - 1]);
    const scale = Math.sqrt(abar[t[n] - 1]);
    return row.map((value, d) => scale * value + std * eps[n][d]);
  });
};

export const predictX0 = (
  zt: number[][],
  t: number[],
  epsHat: number[][],
  alpha: number[],
): number[][] => {
  const abar = alphaBar(alpha);
  return zt.map((row, n) => {
    const std = Math.sqrt(1 - abar[t[n] - 1]);
    const scale = Math.sqrt(abar[t[n] - 1]);
    return row.map((value, d) => (value - std * epsHat[n][d]) / scale);
  });
};

export const simpleLoss = (eps: number[][], epsHat: number[][]): number => {
  let loss = 0;
  let count = 0;
  for (const [n, row] of eps.entries()) {
    for (const [d, e] of row.entries()) {
      loss += Math.pow(epsHat[n][d] - e, 2);
      count++;
    }
  }
  return loss / count;
};

export const lossGradient = (eps: number[][], epsHat: number[][]): number[][] => {
  const batch = eps.length;
  const dim = eps[0].length;
  return epsHat.map((row, n) => row.map((guess, d) => ((guess - eps[n][d]) / batch / dim) * 2));
};

// the prior N(sqrt(abar_{t-1}) x0, 1 - abar_{t-1}), corrected by what z_t says: a gain times a surprise
export const posterior = (
  x0: number[][],
  zt: number[][],
  t: number[],
  alpha: number[],
): { mean: number[][]; variance: number[] } => {
  const abar = [1, ...alphaBar(alpha)];
  const mean: number[][] = [];
  const variance: number[] = [];
  for (let n = 0; n < t.length; n++) {
    const a = alpha[t[n] - 1];
    const priorVariance = 1 - abar[t[n] - 1];
    const gain = (Math.sqrt(a) * priorVariance) / (1 - abar[t[n]]);
    mean.push(
      x0[n].map((x, d) => {
        const prior = Math.sqrt(abar[t[n] - 1]) * x;
        return prior + gain * (zt[n][d] - Math.sqrt(a) * prior);
      }),
    );
    variance.push((priorVariance * (1 - a)) / (1 - abar[t[n]]));
  }
  return { mean, variance };
};

export const weightedLoss = (
  eps: number[][],
  epsHat: number[][],
  t: number[],
  alpha: number[],
): number => {
  const abar = [1, ...alphaBar(alpha)];
  let loss = 0;
  for (let n = 0; n < t.length; n++) {
    const a = alpha[t[n] - 1];
    const distance = eps[n].reduce((sum, e, d) => sum + Math.pow(e - epsHat[n][d], 2), 0);
    loss += (0.5 * distance * (1 - a)) / a / (1 - abar[t[n] - 1]);
  }
  return loss / t.length;
};

// mu_q with predictX0 put in and simplified
export const reverseStep = (
  zt: number[][],
  t: number[],
  epsHat: number[][],
  alpha: number[],
  xi: number[][],
): number[][] => {
  const abar = [1, ...alphaBar(alpha)];
  return zt.map((row, n) => {
    const a = alpha[t[n] - 1];
    const rest = 1 - abar[t[n] - 1] || 1 - abar[t[n]];
    const variance = ((1 - a) * rest) / (1 - abar[t[n]]);
    return row.map((z, d) => {
      const mean = (z - ((1 - a) / Math.sqrt(1 - abar[t[n]])) * epsHat[n][d]) / Math.sqrt(a);
      return mean + Math.sqrt(variance) * xi[n][d];
    });
  });
};
