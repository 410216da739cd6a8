/** Works with the logarithm of abar: 1 - abar = -expm1(log abar) keeps its digits however little noise there is. */

function logBars(alpha: number[]): number[] {
  const logs = [0]; // log abar_0
  for (const kept of alpha) logs.push(logs[logs.length - 1] + Math.log(kept));
  return logs;
}

const noiseShare = (logBar: number): number => -Math.expm1(logBar);

export function alphaBar(alpha: number[]): number[] {
  return logBars(alpha).slice(1).map(Math.exp);
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const logs = logBars(alpha);
  return t.map((step, n) => {
    const [signal, noise] = [Math.exp(logs[step] / 2), Math.sqrt(noiseShare(logs[step]))];
    return x0[n].map((x, i) => signal * x + noise * eps[n][i]);
  });
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const logs = logBars(alpha);
  return t.map((step, n) => {
    const [growth, noise] = [Math.exp(-logs[step] / 2), Math.sqrt(noiseShare(logs[step]))];
    return zt[n].map((z, i) => growth * (z - noise * epsHat[n][i]));
  });
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  const rows = eps.map((row, n) => Math.hypot(...row.map((e, i) => e - epsHat[n][i])));
  return Math.hypot(...rows) ** 2 / (eps.length * eps[0].length);
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const half = (eps.length * eps[0].length) / 2;
  return epsHat.map((row, n) => row.map((h, i) => (h - eps[n][i]) / half));
}

export function posterior(x0: number[][], zt: number[][], t: number[], alpha: number[]) {
  const logs = logBars(alpha);
  const shareOfBefore = t.map((step) => noiseShare(logs[step - 1]) / noiseShare(logs[step]));
  const shareOfStep = t.map((step) => (1 - alpha[step - 1]) / noiseShare(logs[step]));
  return {
    mean: t.map((step, n) => {
      const ofZt = Math.sqrt(alpha[step - 1]) * shareOfBefore[n];
      const ofX0 = Math.exp(logs[step - 1] / 2) * shareOfStep[n];
      return zt[n].map((z, i) => ofZt * z + ofX0 * x0[n][i]);
    }),
    variance: t.map((step, n) => (1 - alpha[step - 1]) * shareOfBefore[n]),
  };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const logs = logBars(alpha);
  const terms = t.map((step, n) => {
    const weight = (1 - alpha[step - 1]) / (2 * alpha[step - 1] * noiseShare(logs[step - 1]));
    return weight * eps[n].reduce((sum, e, i) => sum + (e - epsHat[n][i]) ** 2, 0);
  });
  return terms.reduce((sum, term) => sum + term, 0) / terms.length;
}

export function reverseStep(zt: number[][], t: number[], epsHat: number[][], alpha: number[], xi: number[][]): number[][] {
  const back = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  return back.mean.map((row, n) => row.map((m, i) => m + Math.sqrt(back.variance[n]) * xi[n][i]));
}
