import {
  defineCases,
  defineDomain,
  defineGiven,
  defineInvariants,
  defineRelations,
  stabilityCase,
  valueCase,
} from "#sdk/cases.ts";
import type { Rng } from "#sdk/random.ts";
import type * as Starter from "./starter.ts";

type Step = [previous: number[], energies: number[], betaFrom: number, betaTo: number];
type Weights = [logWeights: number[]];
type Draw = [logWeights: number[], u: number];

/** Numbers of copies, smallest first; some come twice, so that what a function keeps between calls shows. */
const sizes = [3, 4, 4, 5, 6, 6, 8, 8, 10, 12, 16, 24];

/** The first cases of a function are read by eye. */
const readable = 3;

/**
 * How far the pointers keep from every C_i, in units of 1/M: usually, where one is close, and on any input. Beside the least
 * of them float32's noise of some 1e-6 is nothing, so that it draws as float64 does.
 */
const clearance = { usual: 0.004, close: 2e-4, least: 1e-4 };

/** What is extreme about log-weights, and the place about which a logarithm is judged. */
const extremes: Readonly<
  Record<string, { readonly make: (rng: Rng) => number[]; readonly offset?: number }>
> = {
  "far-below": { make: (rng) => logs(rng, 5, -1e4), offset: -1e4 },
  "far-above": { make: (rng) => logs(rng, 6, 1e4), offset: 1e4 },
  "one-heavy": {
    make: (rng) => {
      const heavy = rng.integer(1, 4);
      return logs(rng, 5).map((value, i) => (i === heavy ? value : value - 1e4));
    },
  },
  // e^-1e4 is 0 in every float, and that is as near as it gets
  "wide-apart": { make: (rng) => rng.permutation(6).map((rank) => -2000 * rank + rng.uniform(-1, 1)) },
  "all-equal": { make: (rng) => new Array<number>(7).fill(rng.uniform(-3, 3)) },
  "one-copy": { make: (rng) => logs(rng, 1) },
};

export const cases = defineCases<typeof Starter>({
  logWeights: [
    ...valueCases((rng, copies, index): Step => step(rng, copies, index < readable)),
    stabilityCase("far-below", (rng): Step => withPrevious(step(rng, 5), -1e4), {
      float64: true,
      offset: -1e4,
    }),
    stabilityCase("far-above", (rng): Step => withPrevious(step(rng, 5), 1e4), {
      float64: true,
      offset: 1e4,
    }),
    stabilityCase("deep-energies", (rng): Step => {
      const [previous, energies, betaFrom, betaTo] = step(rng, 4);
      return [previous, energies.map((energy) => 1000 * energy), betaFrom, betaTo];
    }),
    stabilityCase("heated", (rng): Step => {
      const [previous, energies, betaFrom, betaTo] = step(rng, 4);
      return [previous, energies, betaTo, betaFrom];
    }),
  ],
  normalize: weightCases(false),
  resample: [
    ...valueCases((rng, copies, index): Draw => draw(rng, logs(rng, copies, 0, index < readable))),
    ...Object.entries(extremes).map(([id, { make }]) =>
      stabilityCase(id, (rng): Draw => draw(rng, make(rng)), { float64: true }),
    ),
    stabilityCase("close-below", (rng) => closeCall(rng, -1), { float64: true }),
    stabilityCase("close-above", (rng) => closeCall(rng, 1), { float64: true }),
  ],
  effectiveSampleSize: weightCases(false),
  logPartitionRatio: weightCases(true),
});

function valueCases<Args extends readonly unknown[]>(
  make: (rng: Rng, copies: number, index: number) => Args,
) {
  return sizes.map((copies, index) => {
    const again = sizes.slice(0, index).includes(copies);
    return valueCase(`copies-${copies}${again ? "-again" : ""}`, (rng): Args => make(rng, copies, index), {
      visible: index < 2,
    });
  });
}

function weightCases(isLogarithm: boolean) {
  return [
    ...valueCases((rng, copies, index): Weights => [logs(rng, copies, 0, index < readable)]),
    ...Object.entries(extremes).map(([id, { make, offset }]) =>
      stabilityCase(id, (rng): Weights => [make(rng)], {
        float64: true,
        ...(isLogarithm && offset !== undefined ? { offset } : {}),
      }),
    ),
  ];
}

export const relations = defineRelations<typeof Starter>([]);

export const given = defineGiven<typeof Starter>({
  resample: {
    uses: ["normalize"],
    expected: async (student, logWeights, u) => chosen(await student.normalize(logWeights), u),
  },
  effectiveSampleSize: {
    uses: ["normalize"],
    expected: async (student, logWeights) => {
      const shares = await student.normalize(logWeights);
      return 1 / sum(shares.map((share) => share ** 2));
    },
  },
});

/** u lies in (0, 1), and no pointer on the border between two copies. */
export const domain = defineDomain<typeof Starter>({
  resample: (logWeights, u) =>
    u > 0 && u < 1 && isClear(logWeights, u, clearance.least) ? [logWeights, u] : null,
});

/** Rounding may leave this much where the exact value is 0. */
const slack = 1e-9;

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "steps-add-up",
    kind: "invariant",
    function: "logWeights",
    holds: async (student, rng) => {
      const [previous, energies, betaFrom, betaTo] = step(rng, 5);
      const between = betaFrom + 0.4 * (betaTo - betaFrom);
      const half = await student.logWeights(previous, energies, betaFrom, between);
      const twice = await student.logWeights(half, energies, between, betaTo);
      return areNear(await student.logWeights(previous, energies, betaFrom, betaTo), twice);
    },
  },
  {
    id: "no-step",
    kind: "invariant",
    function: "logWeights",
    holds: async (student, rng) => {
      const [previous, energies, betaFrom] = step(rng, 5);
      return areNear(await student.logWeights(previous, energies, betaFrom, betaFrom), previous);
    },
  },
  {
    id: "sum-to-one",
    kind: "invariant",
    function: "normalize",
    holds: async (student, rng) => isNear(sum(await student.normalize(logs(rng, 7))), 1),
  },
  {
    id: "common-factor",
    kind: "invariant",
    function: "normalize",
    holds: async (student, rng) => {
      const some = logs(rng, 5);
      const moved = some.map((value) => value + 3);
      return areNear(await student.normalize(some), await student.normalize(moved));
    },
  },
  {
    id: "fair-counts",
    kind: "invariant",
    function: "resample",
    holds: async (student, rng) => {
      const [some, u] = draw(rng, logs(rng, 12));
      const indices = await student.resample(some, u);
      const ordered = indices.every((index, k) => k === 0 || index >= at(indices, k - 1));
      const fair = sharesOf(some).every((share, i) => Math.abs(count(indices, i) - 12 * share) < 1 + slack);
      return ordered && fair && indices.length === 12;
    },
  },
  {
    id: "unbiased",
    kind: "invariant",
    function: "resample",
    holds: async (student, rng) => {
      const some = logs(rng, 5);
      const total = some.map(() => 0);
      for (let trial = 0; trial < trials; trial++) {
        const indices = await student.resample(some, (trial + 0.5) / trials);
        for (const i of total.keys()) total[i] = at(total, i) + count(indices, i);
      }
      // each C_i is passed by the pointers once while u goes from 0 to 1: on a grid of u that is 1/trials early or late
      return sharesOf(some).every((share, i) => Math.abs(at(total, i) / trials - 5 * share) <= 2 / trials);
    },
  },
  {
    id: "between-one-and-all",
    kind: "invariant",
    function: "effectiveSampleSize",
    holds: async (student, rng) => {
      const size = await student.effectiveSampleSize(logs(rng, 9));
      return (
        size >= 1 - slack && size <= 9 + slack && isNear(await student.effectiveSampleSize([2, 2, 2, 2]), 4)
      );
    },
  },
  {
    id: "shifts-along",
    kind: "invariant",
    function: "logPartitionRatio",
    holds: async (student, rng) => {
      const some = logs(rng, 5);
      const moved = some.map((value) => value + 3);
      return isNear((await student.logPartitionRatio(some)) + 3, await student.logPartitionRatio(moved));
    },
  },
  {
    id: "free-energy",
    kind: "distribution",
    function: "logPartitionRatio",
    holds: async (student, rng) => {
      const system = ring(rng);
      let total = 0;
      await anneal(system, rng, async (logWeights, u) => {
        total += await student.logPartitionRatio(logWeights);
        return chosen(sharesOf(logWeights), u);
      });
      return Math.abs(total - logMeanExp(system, coldest)) < tolerated;
    },
  },
  {
    id: "annealed-energy",
    kind: "distribution",
    function: "resample",
    holds: async (student, rng) => {
      const system = ring(rng);
      const population = await anneal(system, rng, (logWeights, u) => student.resample(logWeights, u));
      const mean = sum(population.map((site) => at(system, site))) / population.length;
      return Math.abs(mean - meanEnergy(system, coldest)) < tolerated;
    },
  },
]);

const trials = 20;

/** A walker on a ring of sites: small enough for an exact Z, rough enough to need its weights. */
const sites = 12;
const copiesOfSite = 16;
const temperatures = 8;
const coldest = 1.2;
/** In 3000 right runs the standard deviations were 0.03 (log Z) and 0.05 (energy), and nothing was farther off than 0.2. */
const tolerated = 0.5;

function ring(rng: Rng): number[] {
  return rng.vector(sites, () => rng.uniform(-1.5, 1.5));
}

type Resample = (logWeights: number[], u: number) => Promise<number[]> | number[];

/** From every site equally often to the lowest temperature: weigh, resample, move. The population at the end. */
async function anneal(system: readonly number[], rng: Rng, resample: Resample): Promise<number[]> {
  let population = Array.from({ length: sites * copiesOfSite }, (_, copy) => copy % sites);
  for (let round = 1; round <= temperatures; round++) {
    const beta = (coldest * round) / temperatures;
    const logWeights = population.map((site) => (-coldest / temperatures) * at(system, site));
    const before = population;
    const indices = await resample(logWeights, rng.uniform());
    population = indices.map((index) => walked(system, rng, { site: at(before, index), beta }));
  }
  return population;
}

/** Three Metropolis steps to a neighbouring site. */
function walked(system: readonly number[], rng: Rng, { site, beta }: { site: number; beta: number }): number {
  let here = site;
  for (let move = 0; move < 3; move++) {
    const there = (here + rng.sign() + sites) % sites;
    if (rng.uniform() < Math.exp(-beta * (at(system, there) - at(system, here)))) here = there;
  }
  return here;
}

/** log( Z(beta) / Z(0) ) of a small system. */
function logMeanExp(system: readonly number[], beta: number): number {
  return Math.log(sum(system.map((energy) => Math.exp(-beta * energy))) / system.length);
}

function meanEnergy(system: readonly number[], beta: number): number {
  const weights = system.map((energy) => Math.exp(-beta * energy));
  return sum(weights.map((weight, s) => weight * at(system, s))) / sum(weights);
}

/** Log-weights that differ by a few nats, short ones in tenths; about `centre` or a place of their own near 0. */
function logs(rng: Rng, copies: number, centre = 0, short = false): number[] {
  const place = centre + rng.sign() * rng.uniform(0.4, 1.2);
  const values = rng.vector(copies, () => place + rng.uniform(-1.6, 1.6));
  // the first two are never alike: shares of equals hide most slips
  return values.map((value, i) => rounded(i === 1 ? at(values, 0) + 0.9 : value, short));
}

function rounded(value: number, short: boolean): number {
  return short ? Math.round(10 * value) / 10 : value;
}

/** Energies of both signs, and a beta that rises from well above 0. */
function step(rng: Rng, copies: number, short = false): Step {
  const betaFrom = rounded(rng.uniform(0.2, 0.9), short);
  return [
    logs(rng, copies, 0, short),
    rng.vector(copies, () => rounded(rng.sign() * rng.uniform(0.4, 3), short)),
    betaFrom,
    rounded(betaFrom + rng.uniform(0.3, 0.8), short),
  ];
}

function withPrevious([previous, ...rest]: Step, centre: number): Step {
  return [previous.map((value) => centre + value), ...rest];
}

/** A u whose pointers keep clear of every C_i, in hundredths where it can be. */
function draw(rng: Rng, logWeights: number[]): Draw {
  for (let trial = 0; trial < 200; trial++) {
    const u = trial < 100 ? rng.integer(4, 96) / 100 : rng.uniform(0.02, 0.98);
    if (isClear(logWeights, u, clearance.usual)) return [logWeights, u];
  }
  throw new RangeError("draw: no u keeps clear of these weights");
}

/** One pointer lies a little on one side of the end of the last part but one: what is not quite (k + u) / M is on the other. */
function closeCall(rng: Rng, side: 1 | -1): Draw {
  for (let trial = 0; trial < 200; trial++) {
    const some = logs(rng, 8);
    const end = 8 * (1 - (sharesOf(some).at(-1) ?? 0));
    const u = (((end + side * clearance.close) % 1) + 1) % 1;
    if (u > 0.05 && u < 0.95 && isClear(some, u, clearance.least)) return [some, u];
  }
  throw new RangeError("closeCall: no weights have room for it");
}

/** M C_i is at least so far away from k + u, for every i (the last C is 1) and every k. */
function isClear(logWeights: readonly number[], u: number, least: number): boolean {
  let end = 0;
  return sharesOf(logWeights).every((share) => {
    end += share * logWeights.length;
    const beyond = (((end - u) % 1) + 1) % 1;
    return beyond >= least && beyond <= 1 - least;
  });
}

function sharesOf(logWeights: readonly number[]): number[] {
  const largest = Math.max(...logWeights);
  const weights = logWeights.map((value) => Math.exp(value - largest));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

/** The rule of `resample`, for shares of whatever sum. */
function chosen(shares: readonly number[], u: number): number[] {
  let end = 0;
  const ends = shares.map((share) => (end += share));
  return shares.map((_, k) => ends.findIndex((reached) => reached > (k + u) / shares.length));
}

function count(indices: readonly number[], i: number): number {
  return indices.filter((index) => index === i).length;
}

function areNear(values: readonly number[], others: readonly number[]): boolean {
  return values.length === others.length && values.every((value, i) => isNear(value, at(others, i)));
}

function isNear(value: number, other: number): boolean {
  return Math.abs(value - other) <= slack * (1 + Math.abs(other));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}
