/** The posterior as a product of two Gaussians: precisions add, and the mean is the precision-weighted one. */

export function posterior(x0: number[][], zt: number[][], t: number[], alpha: number[]) {
  const mean: number[][] = [];
  const variance: number[] = [];
  const bars = alphaBar(alpha);
  t.forEach((step, n) => {
    if (step === 1) {
      mean.push([...x0[n]]);
      variance.push(0);
      return;
    }
    const kept = alpha[step - 1];
    const before = bars[step - 2];
    // z_t = sqrt(alpha_t) z_{t-1} + noise seen from z_{t-1}, and the marginal of z_{t-1} itself
    const fromZt = kept / (1 - kept);
    const fromX0 = 1 / (1 - before);
    const s2 = 1 / (fromZt + fromX0);
    mean.push(zt[n].map((z, i) => s2 * (fromZt * (z / Math.sqrt(kept)) + fromX0 * Math.sqrt(before) * x0[n][i])));
    variance.push(s2);
  });
  return { mean, variance };
}

export function alphaBar(alpha: number[]): number[] {
  const bars: number[] = [];
  let kept = 1;
  for (const share of alpha) {
    kept = kept * share;
    bars.push(kept);
  }
  return bars;
}

export function reverseStep(zt: number[][], t: number[], epsHat: number[][], alpha: number[], xi: number[][]): number[][] {
  const guess = predictX0(zt, t, epsHat, alpha);
  const { mean, variance } = posterior(guess, zt, t, alpha);
  return xi.map((row, n) => row.map((noise, i) => mean[n][i] + (t[n] === 1 ? 0 : noise * variance[n] ** 0.5)));
}

/** KL of two Gaussians of one variance; the means differ only by what the two noises leave in the x0 term. */
export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const bars = alphaBar(alpha);
  const zeros = eps.map((row) => row.map(() => 0));
  const gapOfX0 = predictX0(
    zeros,
    t,
    eps.map((row, n) => row.map((e, i) => epsHat[n][i] - e)),
    alpha,
  );
  const { mean, variance } = posterior(gapOfX0, zeros, t, alpha);
  const kl = mean.map((row, n) => row.reduce((sum, gap) => sum + gap * gap, 0) / (2 * variance[n]));
  return bars.length === 0 ? Number.NaN : kl.reduce((sum, value) => sum + value) / kl.length;
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const bars = alphaBar(alpha);
  return zt.map((row, n) => {
    const bar = bars[t[n] - 1];
    return row.map((z, i) => z / bar ** 0.5 - epsHat[n][i] * ((1 - bar) / bar) ** 0.5);
  });
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const bars = alphaBar(alpha);
  return x0.map((row, n) => row.map((x, i) => x * bars[t[n] - 1] ** 0.5 + eps[n][i] * (1 - bars[t[n] - 1]) ** 0.5));
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  const squares = eps.flatMap((row, n) => row.map((e, i) => (e - epsHat[n][i]) ** 2));
  return squares.reduce((sum, square) => sum + square) / squares.length;
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const count = eps.flat().length;
  return eps.map((row, n) => row.map((e, i) => (2 * epsHat[n][i] - 2 * e) / count));
}
