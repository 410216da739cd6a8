// wrong: mStep: deviation-for-variance; em: off-by-one-step

interface Mixture {
  weights: number[];
  means: number[][];
  variances: number[][];
}

export function responsibilities(x: number[][], weights: number[], means: number[][], variances: number[][]): number[][] {
  return x.map((point) => {
    const score = weights.map((_, k) => scoreOf(point, weights[k], means[k], variances[k]));
    return score.map((own) => {
      if (own === -Infinity) return 0;
      let against = 0;
      for (const other of score) against += Math.exp(other - own);
      return 1 / against;
    });
  });
}

/** log(w N) without the constant that all components share */
function scoreOf(point: number[], weight: number, mean: number[], variance: number[]): number {
  let score = Math.log(weight);
  for (const [d, v] of variance.entries()) {
    const z = (point[d] - mean[d]) / Math.sqrt(v);
    score -= 0.5 * z * z + Math.log(Math.sqrt(v));
  }
  return score;
}

export function logLikelihood(x: number[][], weights: number[], means: number[][], variances: number[][]): number {
  const constant = (x[0].length / 2) * Math.log(2 * Math.PI);
  let total = 0;
  for (const point of x) {
    const scores = weights.map((weight, k) => scoreOf(point, weight, means[k], variances[k])).sort((a, b) => b - a);
    let tail = 0;
    for (const score of scores) tail += Math.exp(score - scores[0]);
    total += scores[0] + Math.log(tail) - constant;
  }
  return total / x.length;
}

export function mStep(x: number[][], r: number[][]): Mixture {
  const mixture: Mixture = { weights: [], means: [], variances: [] };
  for (let k = 0; k < r[0].length; k++) {
    const count = r.reduce((sum, row) => sum + row[k], 0);
    const share = count < 1e-8 ? () => 1 / x.length : (i: number) => r[i][k] / count;
    const mean = x[0].map((_, d) => x.reduce((sum, row, i) => sum + share(i) * row[d], 0));
    const variance = x[0].map((_, d) => x.reduce((sum, row, i) => sum + share(i) * (row[d] - mean[d]) ** 2, 0));
    mixture.weights.push(count < 1e-8 ? 0 : count / x.length);
    mixture.means.push(mean);
    mixture.variances.push(variance.map((v) => Math.sqrt(Math.max(v, 1e-6))));
  }
  return mixture;
}

export function em(x: number[][], weights: number[], means: number[][], variances: number[][], steps: number): Mixture {
  if (steps <= 1) return { weights, means, variances };
  const next = mStep(x, responsibilities(x, weights, means, variances));
  return em(x, next.weights, next.means, next.variances, steps - 1);
}
