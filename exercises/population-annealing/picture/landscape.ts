/** A walker on a ring of places with a rugged energy: so small that its partition function can be summed. */

const places = 64;
/** The bins of a histogram over the ring. */
export const bins = 16;
export const rounds = 24;
const coldest = 5;

/** Three valleys of different depths, and ripples that keep a cold copy where it is. */
export const landscape: readonly number[] = Array.from({ length: places }, (_, s) => {
  const turn = (2 * Math.PI * s) / places;
  const wave = Math.cos(3 * turn + 0.6) + 0.55 * Math.cos(turn - 1.1) + 0.4 * Math.cos(9 * turn + 2);
  return Number(wave.toFixed(4));
});

export function energyAt(site: number): number {
  return landscape[((site % places) + places) % places] ?? NaN;
}

export function wrapped(site: number): number {
  return ((site % places) + places) % places;
}

/** The inverse temperature of a round, small steps first. */
export function betaOf(round: number): number {
  return Number((coldest * (Math.min(round, rounds) / rounds) ** 1.4).toFixed(4));
}

/** log( Z(beta) / Z(0) ) */
export function logRatio(beta: number): number {
  return Math.log(landscape.reduce((sum, energy) => sum + Math.exp(-beta * energy), 0) / places);
}

/** The exact probability of each bin. */
export function binned(beta: number): number[] {
  const weights = landscape.map((energy) => Math.exp(-beta * energy));
  return sharesByBin(weights.map((weight, site) => ({ site, weight })));
}

/** What share of the weight lies in each bin. */
export function sharesByBin(all: readonly { readonly site: number; readonly weight: number }[]): number[] {
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Array<number>(bins).fill(0);
  for (const { site, weight } of all) {
    const bin = Math.floor((site * bins) / places);
    shares[bin] = (shares[bin] ?? 0) + weight / total;
  }
  return shares;
}
