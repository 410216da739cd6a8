/** A class that counts its states once. */

class Machine {
  private readonly states: { x: number[]; exponent: number }[] = [];

  private readonly W: number[][];
  private readonly b: number[];

  constructor(W: number[][], b: number[]) {
    this.W = W;
    this.b = b;
    for (let s = 0; s < 2 ** b.length; s++) {
      const x = b.map((_, i) => (Math.floor(s / 2 ** i) % 2 === 0 ? -1 : 1));
      this.states.push({ x, exponent: -this.energy(x) });
    }
  }

  energy(x: number[]): number {
    let pairs = 0;
    let fields = 0;
    for (let i = 0; i < x.length; i++) {
      fields += this.b[i]! * x[i]!;
      for (let j = i + 1; j < x.length; j++) pairs += this.W[i]![j]! * x[i]! * x[j]!;
    }
    return -(pairs + fields);
  }

  get top(): number {
    return this.states.reduce((most, { exponent }) => Math.max(most, exponent), -Infinity);
  }

  get logZ(): number {
    const { top } = this;
    return top + Math.log(this.states.reduce((Z, { exponent }) => Z + Math.exp(exponent - top), 0));
  }

  average(of: (x: number[]) => number): number {
    const { top } = this;
    let above = 0;
    let below = 0;
    for (const { x, exponent } of this.states) {
      const weight = Math.exp(exponent - top);
      above += weight * of(x);
      below += weight;
    }
    return above / below;
  }
}

export function energy(W: number[][], b: number[], x: number[]): number {
  return new Machine(W, b).energy(x);
}

export function logPartition(W: number[][], b: number[]): number {
  return new Machine(W, b).logZ;
}

export function expectations(W: number[][], b: number[]): { mean: number[]; correlation: number[][] } {
  const machine = new Machine(W, b);
  return {
    mean: b.map((_, i) => machine.average((x) => x[i]!)),
    correlation: b.map((_, i) => b.map((__, j) => machine.average((x) => x[i]! * x[j]!))),
  };
}

export function gradient(data: number[][], W: number[][], b: number[]): { W: number[][]; b: number[] } {
  const machine = new Machine(W, b);
  const gap = (of: (x: number[]) => number): number =>
    data.map(of).reduce((total, value) => total + value, 0) / data.length - machine.average(of);
  return {
    W: b.map((_, i) => b.map((__, j) => gap((x) => x[i]! * x[j]!))),
    b: b.map((_, i) => gap((x) => x[i]!)),
  };
}
