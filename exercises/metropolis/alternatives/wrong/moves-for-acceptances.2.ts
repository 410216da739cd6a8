// wrong: chain: moves-for-acceptances

function* steps(energies: number[], sites: number[], up: number, start: number, uniforms: number[][]) {
  let x = start;
  for (const [forSite, forSpin, forMove] of uniforms) {
    let i = sites.length - 1;
    for (let above = 1 - sites[i]; i > 0 && forSite < above; above -= sites[i]) i--;
    const y = forSpin < up ? x | (2 ** i) : x & ~(2 ** i);
    const accepted = x === y || forMove < acceptance(energies[x], energies[y], weight(y, i, up), weight(x, i, up));
    const moved = x !== y;
    if (accepted) x = y;
    yield { state: x, accepted: accepted && moved };
  }
}

function weight(x: number, i: number, up: number): number {
  return x & (2 ** i) ? up : 1 - up;
}

export function acceptance(energyFrom: number, energyTo: number, forward: number, backward: number): number {
  const r = backward / forward;
  const w = Math.exp(Math.min(700, energyFrom - energyTo));
  return r * w < 1 ? r * w : 1;
}

export function transitionMatrix(energies: number[], sites: number[], up: number): number[][] {
  const moves = (x: number, y: number): number => {
    const i = sites.findIndex((_, j) => (x ^ y) === 2 ** j);
    if (i < 0) return 0;
    return sites[i] * weight(y, i, up) * acceptance(energies[x], energies[y], weight(y, i, up), weight(x, i, up));
  };
  const T = energies.map((_, x) => energies.map((_, y) => moves(x, y)));
  for (let x = 0; x < T.length; x++) T[x][x] = T[x].reduce((rest, p) => rest - p, 1);
  return T;
}

export function chain(energies: number[], sites: number[], up: number, start: number, uniforms: number[][]): { last: number; accepted: number; visits: number[] } {
  const visits = energies.map(() => 0);
  let [last, accepted] = [start, 0];
  for (const step of steps(energies, sites, up, start, uniforms)) {
    last = step.state;
    if (step.accepted) accepted += 1;
    visits[last] += 1;
  }
  return { last, accepted, visits };
}
