// wrong: chain: always-flips

export function acceptance(energyFrom: number, energyTo: number, forward: number, backward: number): number {
  if (energyTo <= energyFrom && backward >= forward) return 1;
  return Math.min(1, Math.exp(Math.log(backward / forward) - (energyTo - energyFrom)));
}

function rate(energies: number[], x: number, i: number, up: number): number {
  const y = x ^ (1 << i);
  // min(c A) is symmetric: min(c(y|x), c(x|y) P(y) / P(x))
  const [there, back] = y > x ? [up, 1 - up] : [1 - up, up];
  return there * acceptance(energies[x], energies[y], there, back);
}

function addSites(T: number[][], energies: number[], sites: number[], up: number, i = 0): number[][] {
  if (i === sites.length) return T;
  const withSite = T.map((row, x) => {
    const p = sites[i] * rate(energies, x, i, up);
    return row.map((value, y) => (y === x ? value - p : y === (x ^ (1 << i)) ? value + p : value));
  });
  return addSites(withSite, energies, sites, up, i + 1);
}

export function transitionMatrix(energies: number[], sites: number[], up: number): number[][] {
  const identity = energies.map((_, x) => energies.map((_, y) => (x === y ? 1 : 0)));
  return addSites(identity, energies, sites, up);
}

export function chain(energies: number[], sites: number[], up: number, start: number, uniforms: number[][]): { last: number; accepted: number; visits: number[] } {
  const known = new Map<string, number>();
  const visited = new Map<number, number>();
  let x = start;
  let rejected = 0;
  for (const row of uniforms) {
    let i = 0;
    let below = sites[0];
    while (row[0] >= below) below += sites[(i += 1)];
    const bit = 1 - ((x >> i) & 1);
    if (((x >> i) & 1) !== bit) {
      const key = `${x}:${i}`;
      const there = bit === 1 ? up : 1 - up;
      if (!known.has(key)) known.set(key, rate(energies, x, i, up) / there);
      if (row[2] < known.get(key)!) x ^= 1 << i;
      else rejected++;
    }
    visited.set(x, (visited.get(x) ?? 0) + 1);
  }
  const visits = energies.map((_, y) => visited.get(y) ?? 0);
  return { last: x, accepted: uniforms.length - rejected, visits };
}
