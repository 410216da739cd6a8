// wrong: alphaBar: beta-for-alpha
const copy = (m: number[][]): number[][] => m.map((row) => row.slice());

export function alphaBar(alpha: number[]): number[] {
  const step = (i: number, product: number, done: number[]): number[] => {
    while (i < alpha.length) {
      const beta = alpha[i];
      product = product * (1 - beta);
      done[i] = product;
      i = i + 1;
    }
    return done;
  };
  return step(0, 1, []);
}

// one row at a time, batches further down
function noisyRow(x: number[], bar: number, eps: number[]): number[] {
  const z = x.slice();
  for (let d = 0; d < z.length; d++) {
    z[d] *= Math.sqrt(bar);
    z[d] += Math.sqrt(1 - bar) * eps[d];
  }
  return z;
}

function cleanRow(z: number[], bar: number, eps: number[]): number[] {
  const x = z.slice();
  for (let d = 0; d < x.length; d++) {
    x[d] -= Math.sqrt(1 - bar) * eps[d];
    x[d] /= Math.sqrt(bar);
  }
  return x;
}

function meanRow(x: number[], z: number[], a: number, bar: number, previous: number): number[] {
  const m = z.slice();
  for (let d = 0; d < m.length; d++) {
    m[d] *= Math.sqrt(a) * (1 - previous);
    m[d] += Math.sqrt(previous) * (1 - a) * x[d];
    m[d] /= 1 - bar;
  }
  return m;
}

export function noisySample(x0: number[][], t: number[], eps: number[][], alpha: number[]): number[][] {
  const bar = alphaBar(alpha);
  return x0.map((x, n) => noisyRow(x, bar[t[n] - 1], eps[n]));
}

export function predictX0(zt: number[][], t: number[], epsHat: number[][], alpha: number[]): number[][] {
  const bar = alphaBar(alpha);
  return zt.map((z, n) => cleanRow(z, bar[t[n] - 1], epsHat[n]));
}

export function lossGradient(eps: number[][], epsHat: number[][]): number[][] {
  const grad = copy(epsHat);
  const numbers = grad.length * grad[0].length;
  for (let n = 0; n < grad.length; n++) {
    for (let d = 0; d < grad[n].length; d++) {
      grad[n][d] -= eps[n][d];
      grad[n][d] *= 2;
      grad[n][d] /= numbers;
    }
  }
  return grad;
}

export function simpleLoss(eps: number[][], epsHat: number[][]): number {
  let batchSum = 0;
  for (let n = 0; n < eps.length; n++) {
    let rowSum = 0;
    for (let d = 0; d < eps[n].length; d++) {
      const error = epsHat[n][d] - eps[n][d];
      rowSum += error * error;
    }
    batchSum += rowSum / eps[n].length;
  }
  return batchSum / eps.length;
}

export function posterior(
  x0: number[][],
  zt: number[][],
  t: number[],
  alpha: number[],
): { mean: number[][]; variance: number[] } {
  const bar = alphaBar(alpha);
  const previous = [1].concat(bar); // previous[t - 1] is abar_{t-1}
  return {
    mean: zt.map((z, n) => meanRow(x0[n], z, alpha[t[n] - 1], bar[t[n] - 1], previous[t[n] - 1])),
    variance: t.map((s) => (1 - alpha[s - 1]) * ((1 - previous[s - 1]) / (1 - bar[s - 1]))),
  };
}

export function weightedLoss(eps: number[][], epsHat: number[][], t: number[], alpha: number[]): number {
  const bar = alphaBar(alpha);
  const { variance } = posterior(eps, eps, t, alpha);
  let sum = 0;
  for (let n = 0; n < eps.length; n++) {
    const a = alpha[t[n] - 1];
    let norm = 0;
    for (let d = 0; d < eps[n].length; d++) {
      norm += (eps[n][d] - epsHat[n][d]) ** 2;
    }
    sum += (norm * (1 - a) ** 2) / (2 * variance[n] * a * (1 - bar[t[n] - 1]));
  }
  return sum / eps.length;
}

export function reverseStep(
  zt: number[][],
  t: number[],
  epsHat: number[][],
  alpha: number[],
  xi: number[][],
): number[][] {
  const { mean, variance } = posterior(predictX0(zt, t, epsHat, alpha), zt, t, alpha);
  const next = copy(mean);
  next.forEach((row, n) => {
    if (t[n] === 1) return;
    for (let d = 0; d < row.length; d++) row[d] += Math.sqrt(variance[n]) * xi[n][d];
  });
  return next;
}
