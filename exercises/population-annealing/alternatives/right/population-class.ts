/** A class that knows its largest weight. */

class Population {
  readonly size: number;
  private readonly top: number;
  private readonly weights: number[];

  constructor(logs: number[]) {
    this.size = logs.length;
    this.top = Math.max(...logs);
    this.weights = logs.map((value) => Math.exp(value - this.top));
  }

  private moment(power: number): number {
    return this.weights.reduce((sum, weight) => sum + weight ** power, 0);
  }

  get shares(): number[] {
    const total = this.moment(1);
    return this.weights.map((weight) => weight / total);
  }

  get effective(): number {
    return (this.moment(1) * this.moment(1)) / this.moment(2);
  }

  get logMean(): number {
    return this.top + Math.log(this.moment(1) / this.size);
  }

  *draw(u: number): Generator<number> {
    const shares = this.shares;
    let index = 0;
    let left = shares[0]! * this.size;
    let spent = u;
    for (let copy = 0; copy < this.size; copy++) {
      while (left <= spent && index + 1 < this.size) {
        index += 1;
        left += shares[index]! * this.size;
      }
      yield index;
      spent += 1;
    }
  }
}

export function logWeights(previous: number[], energies: number[], betaFrom: number, betaTo: number): number[] {
  const before = energies.map((E) => -betaFrom * E);
  const after = energies.map((E) => -betaTo * E);
  return previous.map((value, i) => value + (after[i]! - before[i]!));
}

export function normalize(logWeights: number[]): number[] {
  return new Population(logWeights).shares;
}

export function resample(logWeights: number[], u: number): number[] {
  return [...new Population(logWeights).draw(u)];
}

export function effectiveSampleSize(logWeights: number[]): number {
  return new Population(logWeights).effective;
}

export function logPartitionRatio(logWeights: number[]): number {
  return new Population(logWeights).logMean;
}
