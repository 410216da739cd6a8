/** Accepts with P(y) c(x|y) / (P(x) c(y|x) + P(y) c(x|y)), a sigmoid of the difference. */

export function acceptance(energyFrom: number, energyTo: number, forward: number, backward: number): number {
  return 1 / (1 + (Math.exp(energyTo - energyFrom) * forward) / backward);
}

export function transitionMatrix(energies: number[], sites: number[], up: number): number[][] {
  return energies.map((energy, from) => {
    const row = energies.map(() => 0);
    let stays = 1;
    for (const [i, chosen] of sites.entries()) {
      const to = from ^ (1 << i);
      const forward = chosen * towards(to, i, up);
      const backward = chosen * towards(from, i, up);
      const moves = forward * acceptance(energy, entry(energies, to), forward, backward);
      row[to] = moves;
      stays -= moves;
    }
    row[from] = stays;
    return row;
  });
}

export interface Run {
  last: number;
  accepted: number;
  visits: number[];
}

export function chain(
  energies: number[],
  sites: number[],
  up: number,
  start: number,
  uniforms: number[][],
): Run {
  const visits = energies.map(() => 0);
  let state = start;
  let accepted = 0;
  for (const u of uniforms) {
    const i = siteAt(sites, entry(u, 0));
    const to = entry(u, 1) < up ? state | (1 << i) : state & ~(1 << i);
    const forward = towards(to, i, up);
    const backward = towards(state, i, up);
    if (entry(u, 2) < acceptance(entry(energies, state), entry(energies, to), forward, backward)) {
      state = to;
      accepted += 1;
    }
    visits[state] = entry(visits, state) + 1;
  }
  return { last: state, accepted, visits };
}

/** The probability of proposing for spin i the value that it has in this state. */
function towards(state: number, i: number, up: number): number {
  return isUp(state, i) ? up : 1 - up;
}

function isUp(state: number, i: number): boolean {
  return ((state >> i) & 1) === 1;
}

/** The first site with u below the sum of the probabilities up to it. */
function siteAt(sites: number[], u: number): number {
  let below = 0;
  return sites.findIndex((chosen) => {
    below += chosen;
    return u < below;
  });
}

function entry(values: number[], i: number): number {
  return values[i] ?? Number.NaN;
}
