// wrong: acceptance: weights-underflow

class Sampler {
  readonly energies: number[];
  readonly sites: number[];
  readonly up: number;

  constructor(energies: number[], sites: number[], up: number) {
    this.energies = energies;
    this.sites = sites;
    this.up = up;
  }

  propose(x: number, i: number, isUp: boolean): number {
    return isUp ? x | (1 << i) : x & ~(1 << i);
  }

  accept(x: number, y: number): number {
    if (x === y) return 1;
    const rises = y > x;
    const lean = rises ? (1 - this.up) / this.up : this.up / (1 - this.up);
    return acceptance(this.energies[x], this.energies[y], 1, lean);
  }

  row(x: number): number[] {
    const row = this.energies.map(() => 0);
    this.sites.forEach((p, i) => {
      for (const isUp of [false, true]) {
        const c = p * (isUp ? this.up : 1 - this.up);
        const y = this.propose(x, i, isUp);
        const a = this.accept(x, y);
        row[y] += c * a;
        row[x] += c - c * a;
      }
    });
    return row;
  }

  site(u: number): number {
    let rest = u;
    for (let i = 0; i < this.sites.length; i++) {
      rest -= this.sites[i];
      if (rest < 0) return i;
    }
    return this.sites.length - 1;
  }
}

export function acceptance(energyFrom: number, energyTo: number, forward: number, backward: number): number {
  return Math.min(1, (Math.exp(energyFrom) / Math.exp(energyTo)) * (backward / forward));
}

export function transitionMatrix(energies: number[], sites: number[], up: number): number[][] {
  const sampler = new Sampler(energies, sites, up);
  return energies.map((_, x) => sampler.row(x));
}

export function chain(energies: number[], sites: number[], up: number, start: number, uniforms: number[][]): { last: number; accepted: number; visits: number[] } {
  const sampler = new Sampler(energies, sites, up);
  const visits = energies.map(() => 0);
  let state = start;
  let accepted = 0;
  for (const [a, b, c] of uniforms) {
    const y = sampler.propose(state, sampler.site(a), b < up);
    if (c < sampler.accept(state, y)) {
      accepted++;
      state = y;
    }
    visits[state]++;
  }
  return { last: state, accepted, visits };
}
