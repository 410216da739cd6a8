/** A process that knows its schedule. */
class Process {
  private readonly shares: readonly number[];
  constructor(shares: readonly number[]) {
    this.shares = shares;
  }
  kept(t: number): number {
    let result = 1;
    for (const share of this.shares.slice(0, t)) result *= share;
    return result;
  }
  get bars(): number[] {
    return this.shares.map((_, k) => this.kept(k + 1));
  }
  *walk(x0: number[], noises: number[][]): Generator<number[]> {
    let z = x0;
    for (let k = 0; k < this.shares.length; k++) {
      z = Process.mix(z, this.shares[k]!, noises[k]!);
      yield z;
    }
  }
  static mix(z: number[], kept: number, noise: number[]): number[] {
    return z.map((value, i) => value * kept ** 0.5 + noise[i]! * (1 - kept) ** 0.5);
  }
}

export function alphaBar(alpha: number[]): number[] {
  return new Process(alpha).bars;
}

export function step(zPrev: number[], alphaT: number, eps: number[]): number[] {
  return [...new Process([alphaT]).walk(zPrev, [eps])][0]!;
}

export function marginal(x0: number[], alpha: number[], t: number, eps: number[]): number[] {
  return Process.mix(x0, new Process(alpha).kept(t), eps);
}

export function path(x0: number[], alpha: number[], eps: number[][]): number[][] {
  return Array.from(new Process(alpha).walk(x0, eps));
}
