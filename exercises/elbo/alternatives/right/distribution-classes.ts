/** Distributions as classes that know their own log-probability and divergence. */

class Bernoulli {
  private readonly logit: number;
  constructor(logit: number) {
    this.logit = logit;
  }
  get mean(): number {
    return (1 + Math.tanh(this.logit / 2)) / 2;
  }
  logProbability(pixel: number): number {
    return pixel * this.logit - Bernoulli.logNormaliser(this.logit);
  }
  static logNormaliser(a: number): number {
    return a > 0 ? a + Math.log1p(Math.exp(-a)) : Math.log1p(Math.exp(a));
  }
}

class Normal {
  readonly mean: number;
  readonly variance: number;
  constructor(mean: number, variance: number) {
    this.mean = mean;
    this.variance = variance;
  }
  divergenceFrom(other: Normal): number {
    const ratio = this.variance / other.variance;
    const shift = (this.mean - other.mean) ** 2 / other.variance;
    return (ratio - 1 - Math.log(ratio) + shift) / 2;
  }
}

class Finite {
  readonly masses: readonly number[];
  constructor(masses: readonly number[]) {
    this.masses = masses;
  }
  expectation(f: (z: number, mass: number) => number): number {
    let sum = 0;
    this.masses.forEach((mass, z) => {
      if (mass > 0) sum += mass * f(z, mass);
    });
    return sum;
  }
}

const prior = new Normal(0, 1);

export function reconstruction(x: number[], logits: number[]): number {
  return x.reduce((sum, pixel, k) => sum + new Bernoulli(logits[k]!).logProbability(pixel), 0);
}

export function klTerm(mu: number[], logVar: number[]): number {
  return mu.reduce((sum, mean, j) => sum + new Normal(mean, Math.exp(logVar[j]!)).divergenceFrom(prior), 0);
}

export function elbo(x: number[][], logits: number[][], mu: number[][], logVar: number[][]): number {
  const batch = new Finite(x.map(() => 1 / x.length));
  return batch.expectation((n) => reconstruction(x[n]!, logits[n]!) - klTerm(mu[n]!, logVar[n]!));
}

export function negElboGradient(x: number[][], logits: number[][], mu: number[][], logVar: number[][]) {
  const weight = 1 / x.length;
  return {
    logits: x.map((row, n) => row.map((pixel, k) => weight * (new Bernoulli(logits[n]![k]!).mean - pixel))),
    mu: mu.map((row) => row.map((mean) => weight * mean)),
    logVar: logVar.map((row) => row.map((value) => weight * 0.5 * (Math.exp(value) - 1))),
  };
}

export function lowerBound(joint: number[], q: number[]) {
  const latent = new Finite(q);
  const evidence = joint.reduce((sum, mass) => sum + mass, 0);
  const bound = latent.expectation((z, mass) => Math.log(joint[z]!) - Math.log(mass));
  const gap = latent.expectation((z, mass) => Math.log(mass) - Math.log(joint[z]! / evidence));
  return { elbo: bound, gap, logEvidence: bound + gap };
}
