// wrong: chain: rejections-not-counted

type Walk = { readonly state: number; readonly accepted: number; readonly trail: number[] };

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
const set = (x: number, i: number, value: boolean): number => (value ? x | (1 << i) : x & ~(1 << i));
const get = (x: number, i: number): boolean => set(x, i, true) === x;
const c = (value: boolean, up: number): number => (value ? up : 1 - up);

export const acceptance = (energyFrom: number, energyTo: number, forward: number, backward: number): number =>
  Math.min(1, (backward * Math.exp(energyFrom - energyTo)) / forward);

export const transitionMatrix = (energies: number[], sites: number[], up: number): number[][] =>
  energies.map((E, x) => {
    const flips = sites.map((p, i) => ({
      y: set(x, i, !get(x, i)),
      T: p * c(!get(x, i), up) * acceptance(E, energies[set(x, i, !get(x, i))], c(!get(x, i), up), c(get(x, i), up)),
    }));
    return energies.map((_, y) =>
      x === y ? 1 - sum(flips.map(({ T }) => T)) : (flips.find((flip) => flip.y === y)?.T ?? 0),
    );
  });

export const chain = (energies: number[], sites: number[], up: number, start: number, uniforms: number[][]): { last: number; accepted: number; visits: number[] } => {
  const begun: Walk = { state: start, accepted: 0, trail: [] };
  const walk = uniforms.reduce(({ state, accepted, trail }, [a, b, u]) => {
    const i = sites.findIndex((_, j) => sum(sites.slice(0, j + 1)) > a);
    const next = set(state, i, up > b);
    const isAccepted = acceptance(energies[state], energies[next], c(up > b, up), c(get(state, i), up)) > u;
    if (isAccepted) trail.push(next);
    return { state: isAccepted ? next : state, accepted: accepted + Number(isAccepted), trail };
  }, begun);
  const visits = energies.map((_, x) => walk.trail.filter((y) => y === x).length);
  return { last: walk.state, accepted: walk.accepted, visits };
};
