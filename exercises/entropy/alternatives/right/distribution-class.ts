/** A distribution that knows its support. */
class Distribution {
  private readonly shares: readonly number[];
  constructor(shares: readonly number[]) {
    this.shares = shares;
  }
  expectation(of: (k: number, share: number) => number): number {
    let total = 0;
    this.shares.forEach((share, k) => {
      if (share !== 0) total += share * of(k, share);
    });
    return total;
  }
  get entropy(): number {
    return this.expectation((_, share) => -Math.log(share));
  }
  surpriseFor(other: Distribution): number {
    return this.expectation((k) => -Math.log(other.shares[k]!));
  }
  divergenceFrom(other: Distribution): number {
    return this.expectation((k, share) => Math.log(share / other.shares[k]!));
  }
}

export function entropy(p: number[]): number {
  return new Distribution(p).entropy;
}

export function crossEntropy(p: number[], q: number[]): number {
  return new Distribution(p).surpriseFor(new Distribution(q));
}

export function kl(p: number[], q: number[]): number {
  return new Distribution(p).divergenceFrom(new Distribution(q));
}

export function conditionalEntropy(pxy: number[][]): number {
  const x = new Distribution(pxy.map((row) => row.reduce((a, b) => a + b, 0)));
  return x.expectation((k, share) => new Distribution(pxy[k]!.map((joint) => joint / share)).entropy);
}
