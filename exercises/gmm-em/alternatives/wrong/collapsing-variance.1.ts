// wrong: mStep: collapsing-variance

type Mixture = { weights: number[]; means: number[][]; variances: number[][] };

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
const dot = (a: number[], b: number[]): number => sum(a.map((value, i) => value * b[i]));
const column = (rows: number[][], j: number): number[] => rows.map((row) => row[j]);

const logGaussian = (value: number, mean: number, variance: number): number =>
  -((value - mean) ** 2) / (2 * variance) - Math.log(variance) / 2 - Math.log(2 * Math.PI) / 2;

const logSumExp = (logs: number[], shift = Math.max(...logs)): number =>
  shift + Math.log(sum(logs.map((log) => Math.exp(log - shift))));

const logTerms = (point: number[], { weights, means, variances }: Mixture): number[] =>
  weights.map((weight, k) => Math.log(weight) + sum(point.map((value, d) => logGaussian(value, means[k][d], variances[k][d]))));

const softmax = (logs: number[]): number[] => logs.map((log) => Math.exp(log - logSumExp(logs)));

const moments = (values: number[], shares: number[]): [number, number] => {
  const mean = dot(values, shares) / sum(shares);
  const squares = values.map((value) => (value - mean) * (value - mean));
  return [mean, dot(squares, shares) / sum(shares)];
};

export const responsibilities = (x: number[][], weights: number[], means: number[][], variances: number[][]): number[][] =>
  x.map((point) => softmax(logTerms(point, { weights, means, variances })));

export const mStep = (x: number[][], r: number[][]): Mixture => {
  const everybody = x.map(() => 1);
  const shares = r[0].map((_, k) => column(r, k));
  const used = shares.map((share) => (sum(share) < 1e-8 ? everybody : share));
  const fits = used.map((share) => x[0].map((_, d) => moments(column(x, d), share)));
  return {
    weights: shares.map((share, k) => (used[k] === everybody ? 0 : sum(share) / x.length)),
    means: fits.map((fit) => fit.map(([mean]) => mean)),
    variances: fits.map((fit) => fit.map(([, variance]) => variance)),
  };
};

export const logLikelihood = (x: number[][], weights: number[], means: number[][], variances: number[][]): number =>
  sum(x.map((point) => logSumExp(logTerms(point, { weights, means, variances })))) / x.length;

export const em = (x: number[][], weights: number[], means: number[][], variances: number[][], steps: number): Mixture =>
  Array.from({ length: steps }).reduce<Mixture>(
    (mixture) => mStep(x, responsibilities(x, mixture.weights, mixture.means, mixture.variances)),
    { weights, means, variances },
  );
