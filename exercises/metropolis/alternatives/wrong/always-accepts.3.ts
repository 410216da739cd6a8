// wrong: transitionMatrix: always-accepts

type Spin = -1 | 1;

const spinsOf = (index: number, N: number): Spin[] => Array.from({ length: N }, (_, i) => (index & (1 << i) ? 1 : -1));
const indexOf = (spins: Spin[]): number => spins.reduce((sum, s, i) => sum + ((1 + s) / 2) * 2 ** i, 0);
const turned = (spins: Spin[], i: number, value: Spin): Spin[] => spins.map((s, j) => (j === i ? value : s));
const chance = (value: Spin, up: number): number => 0.5 + value * (up - 0.5);

export function acceptance(energyFrom: number, energyTo: number, forward: number, backward: number): number {
  const gain = energyFrom - energyTo + Math.log(backward / forward);
  return gain > 0 ? 1 : Math.exp(gain);
}

export function transitionMatrix(energies: number[], sites: number[], up: number): number[][] {
  const T = energies.map(() => energies.map(() => 0));
  for (let from = 0; from < energies.length; from++) {
    const x = spinsOf(from, sites.length);
    for (let i = 0; i < sites.length; i++)
      for (const value of [-1, 1] as const) {
        const to = indexOf(turned(x, i, value));
        const c = sites[i] * chance(value, up);
        T[from][to] += c;
      }
  }
  return T;
}

export function chain(energies: number[], sites: number[], up: number, start: number, uniforms: number[][]): { last: number; accepted: number; visits: number[] } {
  let x = spinsOf(start, sites.length);
  let accepted = 0;
  const visits = energies.map(() => 0);
  for (const u of uniforms) {
    const i = sites.findIndex((_, j) => u[0] < sites.slice(0, j + 1).reduce((a, b) => a + b, 0));
    const value: Spin = u[1] < up ? 1 : -1;
    const y = turned(x, i, value);
    const a = acceptance(energies[indexOf(x)], energies[indexOf(y)], chance(value, up), chance(x[i], up));
    if (u[2] < a) [x, accepted] = [y, accepted + 1];
    visits[indexOf(x)]++;
  }
  return { last: indexOf(x), accepted, visits };
}
