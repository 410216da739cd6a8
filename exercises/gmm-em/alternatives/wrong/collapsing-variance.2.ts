// wrong: mStep: collapsing-variance

class Component {
  readonly weight: number;
  readonly mean: number[];
  readonly variance: number[];

  constructor(weight: number, mean: number[], variance: number[]) {
    this.weight = weight;
    this.mean = mean;
    this.variance = variance;
  }

  /** log of weight times density */
  logTerm(point: number[]): number {
    const exponent = point.reduce((sum, value, d) => sum + (value - this.mean[d]) ** 2 / this.variance[d], 0);
    const logDet = this.variance.reduce((sum, value) => sum + Math.log(value), 0);
    return Math.log(this.weight) - (exponent + logDet + point.length * Math.log(2 * Math.PI)) / 2;
  }

  static fit(points: number[][], shares: number[]): Component {
    const count = shares.reduce((a, b) => a + b, 0);
    if (count < 1e-8) return Component.fit(points, points.map(() => 1)).withWeight(0);
    const mean = points[0].map((_, d) => points.reduce((sum, p, i) => sum + shares[i] * p[d], 0) / count);
    const variance = mean.map((m, d) =>
      points.reduce((sum, p, i) => sum + shares[i] * (p[d] - m) * (p[d] - m), 0) / count,
    );
    return new Component(count / points.length, mean, variance);
  }

  withWeight(weight: number): Component {
    return new Component(weight, this.mean, this.variance);
  }
}

class GaussianMixture {
  readonly components: Component[];

  constructor(components: Component[]) {
    this.components = components;
  }

  static of(weights: number[], means: number[][], variances: number[][]): GaussianMixture {
    return new GaussianMixture(weights.map((weight, k) => new Component(weight, means[k], variances[k])));
  }

  logEvidence(point: number[]): number {
    const terms = this.components.map((component) => component.logTerm(point));
    const top = Math.max(...terms);
    return top + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - top), 0));
  }

  posterior(point: number[]): number[] {
    const evidence = this.logEvidence(point);
    return this.components.map((component) => Math.exp(component.logTerm(point) - evidence));
  }

  step(points: number[][]): GaussianMixture {
    const shares = points.map((point) => this.posterior(point));
    return new GaussianMixture(this.components.map((_, k) => Component.fit(points, shares.map((row) => row[k]))));
  }

  toObject(): { weights: number[]; means: number[][]; variances: number[][] } {
    return {
      weights: this.components.map((component) => component.weight),
      means: this.components.map((component) => component.mean),
      variances: this.components.map((component) => component.variance),
    };
  }
}

export function responsibilities(x: number[][], weights: number[], means: number[][], variances: number[][]): number[][] {
  const mixture = GaussianMixture.of(weights, means, variances);
  return x.map((point) => mixture.posterior(point));
}

export function mStep(x: number[][], r: number[][]): { weights: number[]; means: number[][]; variances: number[][] } {
  return new GaussianMixture(r[0].map((_, k) => Component.fit(x, r.map((row) => row[k])))).toObject();
}

export function logLikelihood(x: number[][], weights: number[], means: number[][], variances: number[][]): number {
  const mixture = GaussianMixture.of(weights, means, variances);
  return x.reduce((sum, point) => sum + mixture.logEvidence(point), 0) / x.length;
}

export function em(x: number[][], weights: number[], means: number[][], variances: number[][], steps: number): { weights: number[]; means: number[][]; variances: number[][] } {
  let mixture = GaussianMixture.of(weights, means, variances);
  for (let step = 0; step < steps; step++) mixture = mixture.step(x);
  return mixture.toObject();
}
