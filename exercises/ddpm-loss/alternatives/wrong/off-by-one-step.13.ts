// wrong: posterior: off-by-one-step
export function alphaBar(alpha: number[]): number[] {
  let product = 1;
  return alpha.map((kept) => (product *= kept));
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  return stepsOf(t, alpha).map(({ bar }, n) => combine(Math.sqrt(bar), x0[n], Math.sqrt(1 - bar), eps[n]));
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  return stepsOf(t, alpha).map(({ bar }, n) =>
    combine(1 / Math.sqrt(bar), zt[n], -Math.sqrt(1 - bar) / Math.sqrt(bar), epsHat[n]),
  );
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  let sum = 0;
  for (const [n, noise] of eps.entries()) sum += squaredDistance(noise, epsHat[n]);
  return sum / (eps.length * eps[0].length);
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const share = 2 / (eps.length * eps[0].length);
  return eps.map((noise, n) => combine(share, epsHat[n], -share, noise));
}

export function posterior(
  x0: number[][],
  zt: number[][],
  t: number[],
  alpha: number[],
): { mean: number[][]; variance: number[] } {
  const bars = [1, ...alphaBar(alpha)];
  const rows = t.map((_, n) => {
    const a = alpha[Math.min(t[n], alpha.length - 1)];
    const bar = bars[t[n]];
    const before = bars[t[n] - 1];
    const ofZt = (Math.sqrt(a) * (1 - before)) / (1 - bar);
    const ofX0 = (Math.sqrt(before) * (1 - a)) / (1 - bar);
    return { mean: combine(ofZt, zt[n], ofX0, x0[n]), variance: ((1 - a) * (1 - before)) / (1 - bar) };
  });
  return { mean: rows.map((row) => row.mean), variance: rows.map((row) => row.variance) };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  let sum = 0;
  for (const [n, step] of stepsOf(t, alpha).entries()) {
    const weight = (1 - step.kept) ** 2 / (2 * posteriorVariance(step) * step.kept * (1 - step.bar));
    sum += weight * squaredDistance(eps[n], epsHat[n]);
  }
  return sum / t.length;
}

export function reverseStep(
  zt: number[][],
  t: number[],
  epsHat: number[][],
  alpha: number[],
  xi: number[][],
): number[][] {
  const { mean, variance } = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  return variance.map((s2, n) => combine(1, mean[n], Math.sqrt(s2), xi[n]));
}

/** What a row's step t needs of the schedule: alpha_t, abar_t and abar_{t-1}. */
interface Step {
  readonly kept: number;
  readonly bar: number;
  readonly barBefore: number;
}

function stepsOf(t: number[], alpha: number[]): Step[] {
  const bars = [1, ...alphaBar(alpha)]; // bars[t] is abar_t
  return t.map((step) => ({
    kept: alpha[step - 1],
    bar: bars[step],
    barBefore: bars[step - 1],
  }));
}

/** s2_q = (1 - alpha_t) (1 - abar_{t-1}) / (1 - abar_t), which is 0 at t = 1 */
function posteriorVariance({ kept, bar, barBefore }: Step): number {
  return ((1 - kept) * (1 - barBefore)) / (1 - bar);
}

/** a x + b y */
function combine(a: number, x: number[], b: number, y: number[]): number[] {
  return x.map((value, i) => a * value + b * y[i]);
}

/** |x - y|^2 */
function squaredDistance(x: number[], y: number[]): number {
  let sum = 0;
  for (const [i, value] of x.entries()) sum += (value - y[i]) ** 2;
  return sum;
}
