/** Keeps a ledger of the noise itself: what step k destroys, beta_k abar_{k-1}, adds up to 1 - abar_t. */

interface Ledger {
  kept: number[]; // kept[t] = abar_t
  noise: number[]; // noise[t] = 1 - abar_t
}

function ledgerOf(alpha: number[]): Ledger {
  const ledger: Ledger = { kept: [1], noise: [0] };
  alpha.forEach((share, k) => {
    ledger.kept.push(ledger.kept[k] * share);
    ledger.noise.push(ledger.noise[k] + ledger.kept[k] * (1 - share));
  });
  return ledger;
}

export const alphaBar = function (alpha: number[]): number[] {
  return ledgerOf(alpha).kept.slice(1);
};

export const noisySample = function (x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const { kept, noise } = ledgerOf(alpha);
  const out: number[][] = [];
  for (const n in t) out.push(eps[n].map((e, i) => Math.sqrt(noise[t[n]]) * e + Math.sqrt(kept[t[n]]) * x0[n][i]));
  return out;
};

export const predictX0 = function (zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const { kept, noise } = ledgerOf(alpha);
  const out: number[][] = [];
  for (const n in t)
    out.push(zt[n].map((z, i) => (z - Math.sqrt(noise[t[n]]) * epsHat[n][i]) * Math.sqrt(1 / kept[t[n]])));
  return out;
};

export const simpleLoss = function (eps: number[][], epsHat: number[][]): number {
  // running mean: no sum grows large
  let mean = 0;
  let count = 0;
  eps.forEach((row, n) => row.forEach((e, i) => (mean += ((e - epsHat[n][i]) ** 2 - mean) / ++count)));
  return mean;
};

export const lossGradient = function (eps: number[][], epsHat: number[][]): number[][] {
  return eps.map((row, n) => row.map((e, i) => ((epsHat[n][i] - e) / row.length / eps.length) * 2));
};

export const posterior = function (x0: number[][], zt: number[][], t: number[], alpha: number[]) {
  const { kept, noise } = ledgerOf(alpha);
  const mean = t.map((step, n) => {
    const older = noise[step - 1] / noise[step]; // the part of the noise that was there before step t
    return zt[n].map(
      (z, i) => older * Math.sqrt(alpha[step - 1]) * z + ((1 - alpha[step - 1]) / noise[step]) * Math.sqrt(kept[step - 1]) * x0[n][i],
    );
  });
  return { mean, variance: t.map((step) => (1 - alpha[step - 1]) * (noise[step - 1] / noise[step])) };
};

export const weightedLoss = function (eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const { noise } = ledgerOf(alpha);
  let loss = 0;
  for (const [n, step] of t.entries()) {
    const squared = eps[n].reduce((sum, e, i) => sum + (e - epsHat[n][i]) ** 2, 0);
    loss += (((1 / alpha[step - 1] - 1) / noise[step - 1]) * squared) / 2;
  }
  return loss / t.length;
};

export const reverseStep = function (zt: number[][], t: number[], epsHat: number[][], alpha: number[], xi: number[][]): number[][] {
  const { mean, variance } = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  return xi.map((row, n) => row.map((noise, i) => Math.sqrt(variance[n]) * noise + mean[n][i]));
};
