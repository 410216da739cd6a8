/** A class holds the schedule in typed arrays, with abar_0 in front. */

class Schedule {
  readonly alpha: Float64Array;
  readonly bar: Float64Array;

  constructor(alpha: number[]) {
    this.alpha = Float64Array.from(alpha);
    this.bar = new Float64Array(alpha.length + 1);
    this.bar[0] = 1;
    for (let k = 1; k <= alpha.length; k++) this.bar[k] = this.bar[k - 1] * this.alpha[k - 1];
  }

  signal(t: number): number {
    return Math.sqrt(this.bar[t]);
  }

  noise(t: number): number {
    return Math.sqrt(1 - this.bar[t]);
  }

  keep(t: number): number {
    return this.alpha[t - 1];
  }

  variance(t: number): number {
    return ((1 - this.keep(t)) * (1 - this.bar[t - 1])) / (1 - this.bar[t]);
  }
}

export function reverseStep(zt: number[][], t: number[], epsHat: number[][], alpha: number[], xi: number[][]): number[][] {
  const schedule = new Schedule(alpha);
  const { mean } = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  for (let n = 0; n < t.length; n++) {
    if (t[n] === 1) continue;
    const deviation = Math.sqrt(schedule.variance(t[n]));
    for (let i = 0; i < mean[n].length; i++) mean[n][i] += deviation * xi[n][i];
  }
  return mean;
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const schedule = new Schedule(alpha);
  let total = 0;
  for (let n = 0; n < t.length; n++) {
    let squared = 0;
    for (let i = 0; i < eps[n].length; i++) squared += (eps[n][i] - epsHat[n][i]) ** 2;
    const kept = schedule.keep(t[n]);
    total += ((1 - kept) ** 2 / (2 * schedule.variance(t[n]) * kept * (1 - schedule.bar[t[n]]))) * squared;
  }
  return total / t.length;
}

export function posterior(x0: number[][], zt: number[][], t: number[], alpha: number[]) {
  const schedule = new Schedule(alpha);
  const mean: number[][] = [];
  const variance: number[] = [];
  for (let n = 0; n < t.length; n++) {
    const step = t[n];
    const denominator = 1 - schedule.bar[step];
    const ofX0 = (schedule.signal(step - 1) * (1 - schedule.keep(step))) / denominator;
    const ofZt = (Math.sqrt(schedule.keep(step)) * (1 - schedule.bar[step - 1])) / denominator;
    mean.push(x0[n].map((value, i) => ofX0 * value + ofZt * zt[n][i]));
    variance.push(schedule.variance(step));
  }
  return { variance, mean };
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const count = eps.length * eps[0].length;
  return epsHat.map((row, n) => row.map((value, i) => (2 / count) * (value - eps[n][i])));
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  let total = 0;
  let count = 0;
  eps.forEach((row, n) =>
    row.forEach((value, i) => {
      total += (value - epsHat[n][i]) * (value - epsHat[n][i]);
      count++;
    }),
  );
  return total / count;
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const schedule = new Schedule(alpha);
  return zt.map((row, n) => row.map((z, i) => (z - schedule.noise(t[n]) * epsHat[n][i]) / schedule.signal(t[n])));
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const schedule = new Schedule(alpha);
  return x0.map((row, n) => row.map((x, i) => schedule.signal(t[n]) * x + schedule.noise(t[n]) * eps[n][i]));
}

export function alphaBar(alpha: number[]): number[] {
  return Array.from(new Schedule(alpha).bar.subarray(1));
}
