// wrong: acceptance: heat-bath

export const acceptance = (energyFrom: number, energyTo: number, forward: number, backward: number): number =>
  1 / (1 + Math.exp(energyTo - energyFrom - Math.log(backward) + Math.log(forward)));

const leaning = (x: number, i: number, up: number): number => Math.log((x >> i) & 1 ? up : 1 - up);

export const transitionMatrix = (energies: number[], sites: number[], up: number): number[][] =>
  energies.map((E, x) => {
    const moves = sites.map((p, i) => {
      const y = x ^ (1 << i);
      const [there, back] = [leaning(y, i, up), leaning(x, i, up)];
      return p * Math.exp(there + Math.min(0, E - energies[y] + back - there));
    });
    return energies.map((_, y) => {
      if (y === x) return 1 - moves.reduce((s, m) => s + m, 0);
      const i = Math.log2(x ^ y);
      return Number.isInteger(i) ? moves[i] : 0;
    });
  });

export const chain = (energies: number[], sites: number[], up: number, start: number, uniforms: number[][]): { last: number; accepted: number; visits: number[] } => {
  const visits = new Array<number>(energies.length).fill(0);
  let [x, accepted] = [start, 0];
  for (const [u0, u1, u2] of uniforms) {
    let i = 0;
    for (let rest = u0 - sites[0]; rest >= 0; rest -= sites[++i]);
    const y = u1 < up ? x | (1 << i) : x & ~(1 << i);
    if (Math.log(u2) < energies[x] - energies[y] + leaning(x, i, up) - leaning(y, i, up)) {
      x = y;
      accepted += 1;
    }
    visits[x] += 1;
  }
  return { last: x, accepted, visits };
};
