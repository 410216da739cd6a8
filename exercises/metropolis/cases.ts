import {
  costCase,
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
import type { Run } from "./starter.ts";

/** E(x), E(y), c(y|x), c(x|y). */
type Move = [energyFrom: number, energyTo: number, forward: number, backward: number];

/** A system and how it is proposed to: what every argument list starts from. */
type Spins = [energies: number[], sites: number[], up: number];

type Journey = [...Spins, start: number, uniforms: number[][]];

/** Decimal numbers stay as they read, and probabilities sum to 1 to the last digit. */
const exact = { float64: true } as const;

/** How much higher E(y) lies than E(x), and which way the proposal leans. */
const moves: Readonly<Record<string, (rng: Rng) => Move>> = {
  uphill: (rng) => move(rng, [2, 15], [1, 1]),
  "uphill-and-back-is-likelier": (rng) => move(rng, [8, 15], [1.2, 2]),
  "uphill-and-back-is-rarer": (rng) => move(rng, [2, 12], [0.3, 0.8]),
  downhill: (rng) => move(rng, [-15, -6], [0.7, 0.9]),
  "downhill-and-back-is-rarer": (rng) => move(rng, [-6, -2], [0.2, 0.4]),
  "uphill-and-back-is-much-likelier": (rng) => move(rng, [2, 6], [2.5, 4]),
  level: (rng) => move(rng, [0, 0], [0.3, 0.8]),
  "uphill-again": (rng) => move(rng, [5, 20], [1, 1]),
  "far-uphill": (rng) => move(rng, [25, 40], [1.3, 3]),
  "downhill-again": (rng) => move(rng, [-12, -3], [0.1, 0.25]),
  "uphill-leaning-against": (rng) => move(rng, [3, 14], [0.25, 0.75]),
  "uphill-leaning-towards": (rng) => move(rng, [12, 25], [1.3, 2.6]),
};

/** Numbers of spins, smallest first. */
const systems = [2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4];

/** Numbers of spins and of steps; two of one shape show what is kept between calls. */
const journeys = [
  [2, 5],
  [2, 8],
  [2, 8],
  [2, 12],
  [3, 8],
  [3, 12],
  [3, 12],
  [3, 20],
  [4, 12],
  [4, 20],
  [4, 30],
  [4, 40],
] as const;

export const cases = defineCases<typeof Starter>({
  acceptance: [
    ...Object.entries(moves).map(([id, make], index) =>
      valueCase(id, make, { ...exact, visible: index < 3 }),
    ),
    // e^-E is 0 or infinite on both sides; the difference is ordinary
    stabilityCase("both-high", (rng) => raised(move(rng, [3, 9], [0.5, 0.9]), 1e4), exact),
    stabilityCase("both-low", (rng) => raised(move(rng, [3, 9], [0.5, 0.9]), -1e4), exact),
    stabilityCase("cliff-up", (rng) => move(rng, [1e5, 1.2e5], [0.5, 2]), exact),
    stabilityCase("cliff-down", (rng) => move(rng, [-1.2e5, -1e5], [0.5, 0.9]), exact),
  ],
  transitionMatrix: [
    ...systems.map((N, index) =>
      valueCase(labelled(systems, index, `spins-${N}`), (rng) => spins(rng, N), {
        ...exact,
        visible: index < 2,
      }),
    ),
    stabilityCase("one-spin", (rng) => spins(rng, 1), exact),
    stabilityCase("symmetric", (rng): Spins => [spins(rng, 3)[0], [0.25, 0.25, 0.5], 0.5], exact),
    stabilityCase("all-alike", (rng): Spins => [level(rng, 3), ...spins(rng, 3).slice(1)] as Spins, exact),
    stabilityCase("all-high", (rng) => shifted(spins(rng, 3), 1e4), exact),
    stabilityCase("all-low", (rng) => shifted(spins(rng, 3), -1e4), exact),
    stabilityCase("one-deep-well", (rng) => welled(rng, spins(rng, 3)), exact),
  ],
  chain: [
    ...journeys.map(([N, steps], index) =>
      valueCase(
        labelled(journeys, index, `spins-${N}-steps-${steps}`),
        (rng) => journey(rng, spins(rng, N), steps),
        {
          ...exact,
          visible: index < 2,
        },
      ),
    ),
    stabilityCase("close-calls", (rng) => journey(rng, spins(rng, 3), 60, closely), exact),
    stabilityCase("one-step", (rng) => journey(rng, spins(rng, 2), 1), exact),
    stabilityCase("one-spin", (rng) => journey(rng, spins(rng, 1), 12), exact),
    stabilityCase("all-high", (rng) => journey(rng, shifted(spins(rng, 3), 1e4), 20), exact),
    stabilityCase("all-low", (rng) => journey(rng, shifted(spins(rng, 3), -1e4), 20), exact),
    stabilityCase("one-deep-well", (rng) => journey(rng, welled(rng, spins(rng, 3)), 40), exact),
    // a walk that copies what lies behind it at every step does not get to the end of this one
    costCase("twenty-thousand-steps", (rng) => journey(rng, spins(rng, 4), 20_000), exact),
  ],
});

export const relations = defineRelations<typeof Starter>([]);

export const given = defineGiven<typeof Starter>({
  transitionMatrix: {
    uses: ["acceptance"],
    expected: async (student, energies, sites, up) => {
      const T = energies.map(() => energies.map(() => 0));
      for (const [from, row] of T.entries()) {
        const flips = sites.map((_, i) => from ^ (1 << i));
        const moves = await Promise.all(
          flips.map(async (to, i) => {
            const [forward, backward] = proposals(sites, up, { from, to, i });
            return (
              forward * (await student.acceptance(at(energies, from), at(energies, to), forward, backward))
            );
          }),
        );
        flips.forEach((to, i) => (row[to] = at(moves, i)));
        row[from] = 1 - sum(moves);
      }
      return T;
    },
  },
  chain: {
    uses: ["acceptance"],
    expected: async (student, energies, sites, up, start, uniforms) => {
      const known = new Map<string, number>();
      return walk([energies, sites, up, start, uniforms], async (step) => {
        const key = `${step.from} ${step.to} ${step.i}`;
        const found =
          known.get(key) ??
          (await student.acceptance(
            at(energies, step.from),
            at(energies, step.to),
            ...proposals(sites, up, step),
          ));
        known.set(key, found);
        return found;
      });
    },
  },
});

/** There are 2^N energies, the probabilities of the sites sum to 1, and uniforms keep clear of what they are compared with. */
export const domain = defineDomain<typeof Starter>({
  transitionMatrix: (energies, sites, up) => fitted([energies, sites, up]),
  chain: (energies, sites, up, start, uniforms) => {
    const system = fitted([energies, sites, up]);
    if (system === null || start >= system[0].length) return null;
    const inside: Journey = [...system, start, uniforms];
    return isClear(inside) ? inside : null;
  },
});

export const invariants = defineInvariants<typeof Starter>([
  {
    id: "pair-in-balance",
    kind: "invariant",
    function: "acceptance",
    holds: async (student, rng) => {
      for (const make of Object.values(moves)) {
        const [low, high, forward, backward] = make(rng);
        const there = await student.acceptance(low, high, forward, backward);
        const back = await student.acceptance(high, low, backward, forward);
        const balanced = close(Math.exp(-low) * forward * there, Math.exp(-high) * backward * back);
        if (!balanced || !close(Math.max(there, back), 1)) return false;
      }
      return true;
    },
  },
  {
    id: "rows-sum-to-one",
    kind: "invariant",
    function: "transitionMatrix",
    holds: async (student, rng) => {
      const T = await student.transitionMatrix(...spins(rng, 4));
      return T.every(
        (row) => close(sum(row), 1) && row.every((value) => value > -slack && value < 1 + slack),
      );
    },
  },
  {
    id: "detailed-balance",
    kind: "invariant",
    function: "transitionMatrix",
    holds: async (student, rng) => {
      const system = spins(rng, 4);
      const [T, P] = [await student.transitionMatrix(...system), boltzmann(system[0])];
      const flow = (x: number, y: number) => at(P, x) * entry(T, x, y);
      return P.every((_, x) =>
        P.every((_, y) => close(flow(x, y), flow(y, x)) && (flips(x, y) !== 1 || flow(x, y) > 1e-6)),
      );
    },
  },
  {
    id: "stationary-law",
    kind: "invariant",
    function: "transitionMatrix",
    holds: async (student, rng) => {
      const system = spins(rng, 4);
      let power = await student.transitionMatrix(...system);
      for (let doublings = 0; doublings < 16; doublings++) power = squared(power);
      const P = boltzmann(system[0]);
      return power.every((row) => row.every((value, y) => Math.abs(value - at(P, y)) < 1e-7));
    },
  },
  {
    id: "every-step-counts",
    kind: "invariant",
    function: "chain",
    holds: async (student, rng) => {
      const { visits } = await student.chain(...journey(rng, spins(rng, 4), 60));
      return sum(visits) === 60;
    },
  },
  {
    id: "in-two-pieces",
    kind: "invariant",
    function: "chain",
    holds: async (student, rng) => {
      const [energies, sites, up, start, uniforms] = journey(rng, spins(rng, 3), 60);
      const whole = await student.chain(energies, sites, up, start, uniforms);
      const first = await student.chain(energies, sites, up, start, uniforms.slice(0, 23));
      const second = await student.chain(energies, sites, up, first.last, uniforms.slice(23));
      return (
        sum(whole.visits) > 0 &&
        whole.last === second.last &&
        whole.accepted === first.accepted + second.accepted &&
        whole.visits.every((count, x) => count === at(first.visits, x) + at(second.visits, x))
      );
    },
  },
]);

/** E(y) - E(x) in tenths within these bounds, and c(x|y) / c(y|x) about between those. */
function move(rng: Rng, rise: readonly [number, number], lean: readonly [number, number]): Move {
  const energyFrom = rng.integer(-12, 12) / 10;
  const forward = rng.integer(8, 24) / 100;
  return [
    energyFrom,
    rounded(energyFrom + rng.integer(...rise) / 10, 10),
    forward,
    rounded(forward * rng.uniform(...lean), 100),
  ];
}

function raised([energyFrom, energyTo, forward, backward]: Move, by: number): Move {
  return [rounded(energyFrom + by, 10), rounded(energyTo + by, 10), forward, backward];
}

/** Probabilities of the sites, in twentieths, all different: neither the same for all nor the same from the other end. */
const shares: Readonly<Record<number, readonly (readonly number[])[]>> = {
  1: [[20]],
  2: [
    [6, 14],
    [7, 13],
    [5, 15],
  ],
  3: [
    [4, 6, 10],
    [3, 8, 9],
    [4, 5, 11],
  ],
  4: [
    [2, 4, 6, 8],
    [2, 3, 6, 9],
    [3, 4, 5, 8],
  ],
};

/** Energies in tenths between -1.5 and 1.5; `up` on either side of a half, where a proposal that leans shows. */
function spins(rng: Rng, N: number): Spins {
  const parts = rng.pick(shares[N] ?? []);
  const order = rng.permutation(N);
  const energies = rng.vector(2 ** N, () => rng.integer(-15, 15) / 10);
  return [energies, order.map((i) => at(parts, i) / 20), rng.pick([0.25, 0.3, 0.35, 0.65, 0.7, 0.75])];
}

function level(rng: Rng, N: number): number[] {
  const energy = rng.integer(-15, 15) / 10;
  return rng.vector(2 ** N, () => energy);
}

function shifted([energies, sites, up]: Spins, by: number): Spins {
  return [energies.map((energy) => rounded(energy + by, 10)), sites, up];
}

/** One state lies 1e4 below the others: whoever gets there stays. */
function welled(rng: Rng, [energies, sites, up]: Spins): Spins {
  const well = rng.integer(0, energies.length - 1);
  return [energies.map((energy, x) => (x === well ? energy - 1e4 : energy)), sites, up];
}

/** One step of a chain: where it stands, where it may go, by which site. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly i: number;
}

/** Uniforms for a walk from some state, which tell the right chain from others at about half of their places. */
function journey(rng: Rng, system: Spins, steps: number, draw = between): Journey {
  const [energies, sites, up] = system;
  const start = rng.integer(0, energies.length - 1);
  const boundaries = sums(sites);
  const even = sites.map((_, i) => (i + 1) / sites.length);
  let from = start;
  const uniforms = Array.from({ length: steps }, () => {
    const forSite = draw(rng, boundaries, even);
    const forSpin = draw(rng, [up], [1 - up, 0.5]);
    const step = proposed(sites, up, { from, forSite, forSpin });
    const right = accepted(system, step);
    const forMove = draw(rng, [right], others(system, step));
    from = forMove < right ? step.to : from;
    return [forSite, forSpin, forMove];
  });
  return [...system, start, uniforms];
}

/** Acceptances of other rules for the same step. */
function others([energies, sites, up]: Spins, step: Step): number[] {
  const rise = at(energies, step.to) - at(energies, step.from);
  const [forward, backward] = proposals(sites, up, step);
  const lean = backward / forward;
  return [Math.exp(-rise), Math.exp(-rise) / lean, lean * Math.exp(rise), lean / (lean + Math.exp(rise))].map(
    (ratio) => Math.min(1, ratio),
  );
}

/** Three decimals, never a multiple of 1/20; every other time between a right threshold and another one, if there is room. */
function between(rng: Rng, right: readonly number[], wrong: readonly number[]): number {
  const threshold = rng.pick(right);
  const [low, high] = [threshold, rng.pick(wrong)].sort((p, q) => p - q) as [number, number];
  const tells = high - low > 0.02 && rng.uniform() < 0.5;
  const u = rounded(tells ? rng.uniform(low, high) : rng.uniform(0.002, 0.998), 1000);
  const isFree = (value: number) => Math.abs(value - u) > clearance && value !== u;
  return right.every(isFree) && Math.round(1000 * u) % 50 !== 0 && u > 0 && u < 1
    ? u
    : between(rng, right, wrong);
}

/** On either side of a right threshold, and so near that nothing lies between. */
function closely(rng: Rng, right: readonly number[]): number {
  const u = rng.pick(right) + closeCall * rng.sign();
  return u > 0 && u < 1 && right.every((value) => Math.abs(value - u) > closeCall / 2)
    ? u
    : closely(rng, right);
}

/** float32 and float64 then decide alike. */
const clearance = 9e-4;

/** What is not quite the threshold shows; beside it float32's noise is nothing. */
const closeCall = 2e-4;

function isClear([energies, sites, up, start, uniforms]: Journey): boolean {
  let from = start;
  return uniforms.every(([forSite = NaN, forSpin = NaN, forMove = NaN, ...more]) => {
    const step = proposed(sites, up, { from, forSite, forSpin });
    const right = accepted([energies, sites, up], step);
    from = forMove < right ? step.to : from;
    const apart = (u: number, threshold: number) => Math.abs(u - threshold) > closeCall / 2;
    return (
      more.length === 0 &&
      [forSite, forSpin, forMove].every((u) => u > 0 && u < 1) &&
      sums(sites).every((threshold) => apart(forSite, threshold)) &&
      apart(forSpin, up) &&
      apart(forMove, right)
    );
  });
}

/** The system with as many energies and as much probability as it must have, or null where there is not enough. */
function fitted([energies, sites, up]: Spins): Spins | null {
  const others = sites.slice(0, -1);
  const rest = rounded(1 - sum(others), 100);
  const states = 2 ** sites.length;
  if (energies.length < states || rest <= 0 || others.some((chosen) => chosen <= 0)) return null;
  return up > 0 && up < 1 ? [energies.slice(0, states), [...others, rest], up] : null;
}

function proposed(
  sites: readonly number[],
  up: number,
  { from, forSite, forSpin }: { readonly from: number; readonly forSite: number; readonly forSpin: number },
): Step {
  const i = sums(sites).findIndex((below) => forSite < below);
  return { from, i, to: forSpin < up ? from | (1 << i) : from & ~(1 << i) };
}

/** c(to|from) and c(from|to). */
function proposals(
  sites: readonly number[],
  up: number,
  { from, to, i }: Step,
): [forward: number, backward: number] {
  const towards = (state: number) => at(sites, i) * (((state >> i) & 1) === 1 ? up : 1 - up);
  return [towards(to), towards(from)];
}

function accepted([energies, sites, up]: Spins, step: Step): number {
  const [forward, backward] = proposals(sites, up, step);
  const ratio = (Math.exp(at(energies, step.from) - at(energies, step.to)) * backward) / forward;
  return Math.min(1, ratio);
}

/** The walk that an acceptance makes of these uniforms. */
async function walk(
  [energies, sites, up, start, uniforms]: Journey,
  acceptance: (step: Step) => Promise<number>,
): Promise<Run> {
  const run: Run = { last: start, accepted: 0, visits: energies.map(() => 0) };
  for (const [forSite = NaN, forSpin = NaN, forMove = NaN] of uniforms) {
    const step = proposed(sites, up, { from: run.last, forSite, forSpin });
    if (forMove < (await acceptance(step))) {
      run.last = step.to;
      run.accepted += 1;
    }
    run.visits[run.last] = at(run.visits, run.last) + 1;
  }
  return run;
}

function boltzmann(energies: readonly number[]): number[] {
  const weights = energies.map((energy) => Math.exp(-energy));
  return weights.map((weight) => weight / sum(weights));
}

/** How many spins differ between two states. */
function flips(x: number, y: number): number {
  let [different, count] = [x ^ y, 0];
  for (; different > 0; different >>= 1) count += different & 1;
  return count;
}

function squared(T: readonly (readonly number[])[]): number[][] {
  return T.map((row) =>
    row.map((_, y) => row.reduce((total, value, z) => total + value * entry(T, z, y), 0)),
  );
}

const slack = 1e-9;

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= slack * (1 + Math.abs(b));
}

/** 0.2, 0.5, 1: the sums of the first so many. */
function sums(values: readonly number[]): number[] {
  let total = 0;
  return values.map((value) => (total += value));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Every shape in words, and which of its kind it is where there are several. */
function labelled(shapes: readonly unknown[], index: number, id: string): string {
  const before = shapes.slice(0, index).filter((shape) => String(shape) === String(shapes[index])).length;
  return before === 0 ? id : `${id}-${before + 1}`;
}

function rounded(value: number, perUnit: number): number {
  return Math.round(value * perUnit) / perUnit;
}

function entry(matrix: readonly (readonly number[])[], x: number, y: number): number {
  return matrix[x]?.[y] ?? NaN;
}

function at(values: readonly number[], i: number): number {
  return values[i] ?? NaN;
}
