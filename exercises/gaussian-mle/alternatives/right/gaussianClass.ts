/** A class that holds mean and variance; its methods are the loss and its gradient, and `fit` makes the estimate. */
class Gaussian {
  readonly mu: number;
  readonly s2: number;

  constructor(mu: number, s2: number) {
    this.mu = mu;
    this.s2 = s2;
  }

  static fit(x: number[]): Gaussian {
    const mu = Gaussian.average(x, (value) => value);
    return new Gaussian(
      mu,
      Gaussian.average(x, (value) => (value - mu) ** 2),
    );
  }

  static average(x: number[], of: (value: number) => number): number {
    let total = 0;
    for (const value of x) total += of(value);
    return total / x.length;
  }

  loss(x: number[]): number {
    const normaliser = Math.sqrt(2 * Math.PI * this.s2);
    return Math.log(normaliser) + Gaussian.average(x, (value) => (value - this.mu) ** 2) / (2 * this.s2);
  }

  gradient(x: number[]): { mu: number; s2: number } {
    return {
      mu: -Gaussian.average(x, (value) => value - this.mu) / this.s2,
      s2: (1 - Gaussian.average(x, (value) => (value - this.mu) ** 2 / this.s2)) / (2 * this.s2),
    };
  }
}

export function negLogLikelihood(x: number[], mu: number, s2: number): number {
  return new Gaussian(mu, s2).loss(x);
}

export function dMu(x: number[], mu: number, s2: number): number {
  return new Gaussian(mu, s2).gradient(x).mu;
}

export function dSigma2(x: number[], mu: number, s2: number): number {
  return new Gaussian(mu, s2).gradient(x).s2;
}

export function muHat(x: number[]): number {
  return Gaussian.fit(x).mu;
}

export function sigma2Hat(x: number[]): number {
  return Gaussian.fit(x).s2;
}
