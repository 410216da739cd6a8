// wrong: lossGradient: sum-for-mean; reverseStep: noise-at-last-step
interface Step {
  alpha: number;
  beta: number;
  bar: number;
  barBefore: number;
  s2: number;
}

class Schedule {
  readonly bars: number[];
  private readonly alpha: number[];

  constructor(alpha: number[]) {
    this.alpha = alpha;
    this.bars = [];
    let last = 1;
    for (const a of alpha) {
      last = last * a;
      this.bars.push(last);
    }
  }

  step(t: number): Step {
    const alpha = this.alpha[t - 1];
    const beta = 1 - alpha;
    const bar = this.bars[t - 1];
    const barBefore = t === 1 ? 1 : this.bars[t - 2];
    return { alpha, beta, bar, barBefore, s2: (beta * (1 - barBefore)) / (1 - bar) };
  }
}

export function alphaBar(alpha: number[]): number[] {
  return new Schedule(alpha).bars;
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const schedule = new Schedule(alpha);
  return x0.map((row, n) => {
    const { bar } = schedule.step(t[n]);
    return row.map((x, d) => x * Math.sqrt(bar) + eps[n][d] * Math.sqrt(1 - bar));
  });
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const schedule = new Schedule(alpha);
  return zt.map((row, n) => {
    const { bar } = schedule.step(t[n]);
    return row.map((z, d) => (z - epsHat[n][d] * Math.sqrt(1 - bar)) / Math.sqrt(bar));
  });
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  let mean = 0;
  eps.forEach((row, n) =>
    row.forEach((e, d) => {
      mean += (e - epsHat[n][d]) ** 2 / (eps.length * row.length);
    }),
  );
  return mean;
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  return eps.map((row, n) => {
    const N = eps.length;
    return row.map((e, d) => (-2 / N) * (e - epsHat[n][d]));
  });
}

export function posterior(
  x0: number[][],
  zt: number[][],
  t: number[],
  alpha: number[],
): { mean: number[][]; variance: number[] } {
  const schedule = new Schedule(alpha);
  const steps = t.map((step) => schedule.step(step));
  const mean = steps.map(({ alpha: a, beta, bar, barBefore }, n) =>
    zt[n].map(
      (z, d) => (Math.sqrt(a) * (1 - barBefore) * z + Math.sqrt(barBefore) * beta * x0[n][d]) / (1 - bar),
    ),
  );
  return { mean, variance: steps.map((s) => s.s2) };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const schedule = new Schedule(alpha);
  let sum = 0;
  t.forEach((step, n) => {
    const { alpha: a, beta, bar, s2 } = schedule.step(step);
    const norm2 = eps[n].map((e, d) => (e - epsHat[n][d]) ** 2).reduce((p, q) => p + q, 0);
    sum += ((beta * beta) / (2 * s2 * a * (1 - bar))) * norm2;
  });
  return sum / t.length;
}

export function reverseStep(
  zt: number[][],
  t: number[],
  epsHat: number[][],
  alpha: number[],
  xi: number[][],
): number[][] {
  const schedule = new Schedule(alpha);
  const x0Hat = predictX0(zt, t, epsHat, alpha);
  return zt.map((row, n) => {
    const { alpha: a, beta, bar, barBefore, s2 } = schedule.step(t[n]);
    const keepZ = (Math.sqrt(a) * (1 - barBefore)) / (1 - bar);
    const keepX = (Math.sqrt(barBefore) * beta) / (1 - bar);
    return row.map((z, d) => {
      const mean = keepZ * z + keepX * x0Hat[n][d];
      return mean + Math.sqrt(t[n] === 1 ? beta : s2) * xi[n][d];
    });
  });
}
