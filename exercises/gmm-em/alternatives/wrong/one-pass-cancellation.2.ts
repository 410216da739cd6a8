// wrong: mStep: one-pass-cancellation

const FLOOR = 1e-6;
const EMPTY = 1e-8;

function mean(values: number[]): number {
  let total = 0;
  values.forEach((value) => (total += value));
  return total / values.length;
}

function logTerm(point: number[], weight: number, centre: number[], variance: number[]): number {
  let product = 0;
  let squared = 0;
  point.forEach((value, d) => {
    product += Math.log(2 * Math.PI) + Math.log(variance[d]);
    squared += Math.abs(value - centre[d]) ** 2 / variance[d];
  });
  return Math.log(weight) - 0.5 * product - 0.5 * squared;
}

function logEvidence(terms: number[]): number {
  const m = terms.reduce((a, b) => (a > b ? a : b));
  return m + Math.log(terms.map((term) => Math.exp(term - m)).reduce((a, b) => a + b, 0));
}

export function responsibilities(x: number[][], weights: number[], means: number[][], variances: number[][]): number[][] {
  return x.map((point) => {
    const terms = weights.map((weight, k) => logTerm(point, weight, means[k], variances[k]));
    const evidence = logEvidence(terms);
    return terms.map((term) => Math.exp(term - evidence));
  });
}

export function logLikelihood(x: number[][], weights: number[], means: number[][], variances: number[][]): number {
  return mean(x.map((point) => logEvidence(weights.map((weight, k) => logTerm(point, weight, means[k], variances[k])))));
}

export function mStep(x: number[][], r: number[][]) {
  const K = r[0].length;
  const centre = x[0].map(() => 0);
  const weights = new Array<number>(K).fill(0);
  const means: number[][] = Array.from({ length: K }, () => []);
  const variances: number[][] = Array.from({ length: K }, () => []);
  for (let k = 0; k < K; k++) {
    const raw = r.map((row) => row[k]);
    const count = raw.reduce((a, b) => a + b, 0);
    const share = count < EMPTY ? raw.map(() => 1 / x.length) : raw.map((value) => value / count);
    if (count >= EMPTY) weights[k] = count / x.length;
    centre.forEach((c, d) => {
      let first = 0;
      let second = 0;
      x.forEach((point, i) => {
        first += share[i] * (point[d] - c);
        second += share[i] * (point[d] - c) ** 2;
      });
      means[k].push(c + first);
      variances[k].push(Math.max(second - first ** 2, FLOOR));
    });
  }
  return { weights, means, variances };
}

export function em(x: number[][], weights: number[], means: number[][], variances: number[][], steps: number) {
  let model = { weights, means, variances };
  for (let s = 1; s <= steps; s++) {
    model = mStep(x, responsibilities(x, model.weights, model.means, model.variances));
  }
  return model;
}
