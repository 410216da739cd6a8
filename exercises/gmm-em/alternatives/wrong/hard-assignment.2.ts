// wrong: responsibilities: hard-assignment

interface Prepared {
  constant: number;
  mean: number[];
  precision: number[];
}

function prepare(weights: number[], means: number[][], variances: number[][]): Prepared[] {
  return weights.map((weight, k) => {
    const precision = variances[k].map((variance) => 1 / variance);
    const logDet = precision.reduce((total, value) => total - Math.log(value), 0);
    return {
      constant: Math.log(weight) - 0.5 * (logDet + precision.length * Math.log(2 * Math.PI)),
      mean: means[k],
      precision,
    };
  });
}

function energies(sample: number[], components: Prepared[]): number[] {
  return components.map(({ constant, mean, precision }) => {
    let energy = -constant;
    for (let d = 0; d < sample.length; d++) energy += 0.5 * precision[d] * Math.pow(sample[d] - mean[d], 2);
    return energy;
  });
}

export function responsibilities(x: number[][], weights: number[], means: number[][], variances: number[][]): number[][] {
  const components = prepare(weights, means, variances);
  const r: number[][] = [];
  x.forEach((sample) => {
    const energy = energies(sample, components);
    const lowest = Math.min(...energy);
    r.push(energy.map((value) => (value === lowest ? 1 : 0)));
  });
  return r;
}

export function logLikelihood(x: number[][], weights: number[], means: number[][], variances: number[][]): number {
  const components = prepare(weights, means, variances);
  let freeEnergy = 0;
  x.forEach((sample) => {
    const energy = energies(sample, components);
    const lowest = Math.min(...energy);
    freeEnergy += lowest - Math.log(energy.map((value) => Math.exp(lowest - value)).reduce((a, b) => a + b));
  });
  return -freeEnergy / x.length;
}

export function mStep(x: number[][], r: number[][]) {
  const counts = r.reduce((total, row) => total.map((value, k) => value + row[k]), r[0].map(() => 0));
  const empty = counts.map((count) => count < 1e-8);
  const q = r.map((row) => row.map((share, k) => (empty[k] ? 1 / x.length : share / counts[k])));
  const means = counts.map((_, k) => x[0].map((_, d) => x.reduce((total, sample, i) => total + q[i][k] * sample[d], 0)));
  const variances = means.map((mean, k) =>
    mean.map((m, d) => {
      const variance = x.reduce((total, sample, i) => total + q[i][k] * Math.pow(sample[d] - m, 2), 0);
      return Math.max(1e-6, variance);
    }),
  );
  return { weights: counts.map((count, k) => (empty[k] ? 0 : count / x.length)), means, variances };
}

export function em(x: number[][], weights: number[], means: number[][], variances: number[][], steps: number) {
  let result = { weights, means, variances };
  let done = 0;
  while (done < steps) {
    const r = responsibilities(x, result.weights, result.means, result.variances);
    result = mStep(x, r);
    done += 1;
  }
  return result;
}
