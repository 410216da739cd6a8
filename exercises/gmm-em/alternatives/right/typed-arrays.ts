/** Flat float64 arrays: row i of a matrix with m columns begins at i * m. */

function flat(rows: number[][]): Float64Array {
  return Float64Array.from(rows.flat());
}

function rowsOf(values: Float64Array, columns: number): number[][] {
  return Array.from({ length: values.length / columns }, (_, i) => Array.from(values.subarray(i * columns, (i + 1) * columns)));
}

/** n x K logarithms of weight times density. */
function logTerms(x: number[][], weights: number[], means: number[][], variances: number[][]): Float64Array {
  const n = x.length;
  const K = weights.length;
  const D = x[0].length;
  const [X, M, V] = [flat(x), flat(means), flat(variances)];
  const out = new Float64Array(n * K);
  for (let k = 0; k < K; k++) {
    let constant = Math.log(weights[k]);
    for (let d = 0; d < D; d++) constant -= 0.5 * Math.log(2 * Math.PI * V[k * D + d]);
    for (let i = 0; i < n; i++) {
      let quadratic = 0;
      for (let d = 0; d < D; d++) {
        const z = X[i * D + d] - M[k * D + d];
        quadratic += (z * z) / V[k * D + d];
      }
      out[i * K + k] = constant - quadratic / 2;
    }
  }
  return out;
}

export function responsibilities(x: number[][], weights: number[], means: number[][], variances: number[][]): number[][] {
  const K = weights.length;
  const logs = logTerms(x, weights, means, variances);
  for (let i = 0; i < x.length; i++) {
    const row = logs.subarray(i * K, (i + 1) * K);
    const shift = Math.max(...row);
    let norm = 0;
    for (let k = 0; k < K; k++) {
      row[k] = Math.exp(row[k] - shift);
      norm += row[k];
    }
    for (let k = 0; k < K; k++) row[k] /= norm;
  }
  return rowsOf(logs, K);
}

export function mStep(x: number[][], r: number[][]): { weights: number[]; means: number[][]; variances: number[][] } {
  const [n, K, D] = [x.length, r[0].length, x[0].length];
  const R = flat(r);
  const counts = new Float64Array(K);
  for (let at = 0; at < R.length; at++) counts[at % K] += R[at];
  const weights = Array.from(counts, (count) => (count < 1e-8 ? 0 : count / n));
  for (let k = 0; k < K; k++) {
    if (counts[k] >= 1e-8) continue;
    counts[k] = n;
    for (let i = 0; i < n; i++) R[i * K + k] = 1;
  }
  const X = flat(x);
  const M = new Float64Array(K * D);
  const V = new Float64Array(K * D);
  for (let k = 0; k < K; k++)
    for (let d = 0; d < D; d++) {
      for (let i = 0; i < n; i++) M[k * D + d] += (R[i * K + k] * X[i * D + d]) / counts[k];
      for (let i = 0; i < n; i++) V[k * D + d] += (R[i * K + k] * (X[i * D + d] - M[k * D + d]) ** 2) / counts[k];
      V[k * D + d] = Math.max(V[k * D + d], 1e-6);
    }
  return { weights, means: rowsOf(M, D), variances: rowsOf(V, D) };
}

export function logLikelihood(x: number[][], weights: number[], means: number[][], variances: number[][]): number {
  const K = weights.length;
  const logs = logTerms(x, weights, means, variances);
  let mean = 0;
  for (let i = 0; i < x.length; i++) {
    const row = logs.subarray(i * K, (i + 1) * K);
    const shift = Math.max(...row);
    mean += (shift + Math.log(row.reduce((total, value) => total + Math.exp(value - shift), 0))) / x.length;
  }
  return mean;
}

export function em(x: number[][], weights: number[], means: number[][], variances: number[][], steps: number): { weights: number[]; means: number[][]; variances: number[][] } {
  let now = { weights, means, variances };
  while (steps-- > 0) now = mStep(x, responsibilities(x, now.weights, now.means, now.variances));
  return now;
}
