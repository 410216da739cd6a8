// wrong: scoreGradient: score-not-divided

class Gaussian {
  readonly mean: number;
  readonly sigma: number;
  constructor(mean: number, logVariance: number) {
    this.mean = mean;
    this.sigma = Math.exp(logVariance / 2);
  }
  draw(eps: number): number {
    return this.mean + this.sigma * eps;
  }
  pathByLogVariance(eps: number): number {
    return (this.sigma * eps) / 2;
  }
  scoreByMean(eps: number): number {
    return eps;
  }
  scoreByLogVariance(eps: number): number {
    return (eps * eps - 1) / 2;
  }
}

type Gradient = { mu: number[]; logVar: number[] };

export function sample(mu: number[], logVar: number[], eps: number[]): number[] {
  return mu.map((mean, j) => new Gaussian(mean, logVar[j]).draw(eps[j]));
}

export function pathwiseGradient(logVar: number[], eps: number[][], slope: number[][]): Gradient {
  const gaussians = logVar.map((v) => new Gaussian(0, v));
  return averaged(
    eps.map((row, s) => ({
      mu: slope[s],
      logVar: gaussians.map((g, j) => slope[s][j] * g.pathByLogVariance(row[j])),
    })),
  );
}

export function scoreGradient(logVar: number[], eps: number[][], value: number[]): Gradient {
  const gaussians = logVar.map((v) => new Gaussian(0, v));
  return averaged(
    eps.map((row, s) => ({
      mu: gaussians.map((g, j) => value[s] * g.scoreByMean(row[j])),
      logVar: gaussians.map((g, j) => value[s] * g.scoreByLogVariance(row[j])),
    })),
  );
}

export function scoreGradientWithBaseline(logVar: number[], eps: number[][], value: number[]): Gradient {
  const sum = value.reduce((a, b) => a + b, 0);
  return scoreGradient(
    logVar,
    eps,
    value.map((f) => f - (sum - f) / (value.length - 1)),
  );
}

function averaged(perDraw: Gradient[]): Gradient {
  const mean = (rows: number[][]): number[] =>
    rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);
  return { mu: mean(perDraw.map((one) => one.mu)), logVar: mean(perDraw.map((one) => one.logVar)) };
}
