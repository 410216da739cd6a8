import { calling, type Call, type Player } from "#sdk/picture.ts";
import { createRng } from "#sdk/random.ts";
import type * as Starter from "../starter.ts";
import { alphaOf, always, barAt, dataOf, N, round, rounded, type Cloud, type ShapeName, T } from "./data.ts";
import { bestGuess, distanceBetween } from "./denoiser.ts";
import { pointsOf, thin, type Drawing, type Functions } from "./drawing.ts";
import type { Run, State } from "./state.ts";

const ask = calling<typeof Starter>();

/** Farther out than this a point is lost. */
const LOST = 1e4;

/** So many steps back a trail goes. */
const TRAIL = 2;

/** What the next step of a run is made of. */
interface Plan {
  readonly t: number[];
  readonly xi: Cloud;
  readonly epsHat: Readonly<Record<"student" | "reference", Cloud>>;
  /** The step of a few points, at the student's places for everybody. */
  readonly some: {
    readonly z: Cloud;
    readonly t: number[];
    readonly epsHat: Cloud;
    readonly xi: Cloud;
  };
}

export function runCalls(state: State, known: Functions, player: Player): Call<typeof Starter>[] {
  const { run, schedule } = state;
  if (run.t === 0 || player === "misconception") return [];
  const { t, xi, epsHat, some } = planOf(state);
  const [z, alpha] = [run[player], alphaOf(schedule)];
  const x0 = pointsOf(known.get("predictX0", "some"), some.z.length);
  return [
    ...(z.length === 0 ? [] : [ask("reverseStep", "", [z, t, epsHat[player], alpha, xi])]),
    ask("reverseStep", "some", [some.z, some.t, some.epsHat, alpha, some.xi]),
    ask("predictX0", "some", [some.z, some.t, some.epsHat, alpha]),
    // the posterior is given the player's own prediction
    ...(x0?.flat().every(Number.isFinite) === true
      ? [ask("posterior", "some", [x0, some.z, some.t, alpha])]
      : []),
  ];
}

/** A frame asks more than once: for each player, and for each round of calls. */
const plans = new WeakMap<State, Plan>();

function planOf(state: State): Plan {
  const made = plans.get(state) ?? makePlan(state);
  plans.set(state, made);
  return made;
}

function makePlan({ run, shape, schedule }: State): Plan {
  const rng = createRng(`xi ${run.seed} ${run.t}`);
  const xi = rng.matrix(N, 2, () => round(rng.normal(), 4));
  const guess = (z: Cloud): Cloud => rounded(bestGuess(z, barAt(schedule, run.t), dataOf(shape)), 5);
  const z = someOf(run);
  return {
    t: always(run.t, N),
    xi,
    epsHat: { student: guess(run.student), reference: guess(run.reference) },
    some: { z, t: always(run.t, z.length), epsHat: guess(z), xi: rowsOf(run).map((n) => xi[n] ?? []) },
  };
}

/** The point that is looked at, and every fifth one. */
function rowsOf({ picked }: Run): number[] {
  return [picked, ...Array.from({ length: N / 5 }, (_, index) => 5 * index)];
}

/** Where those points are: the student's, as long as there are any. */
export function someOf(run: Run): Cloud {
  const cloud = run.student.length > 0 ? run.student : run.reference;
  return rowsOf(run).map((n) => cloud[n] ?? [0, 0]);
}

/** The run one step on: each player's cloud is where its own step led. */
export function stepBack({ state, student, reference }: Drawing): State | null {
  const { run, shape } = state;
  // code that breaks off for a moment must not end the student's walk once it has begun
  if (run.t < T && run.student.length > 0 && student.get("reverseStep", "") === undefined) return null;
  const [own, right] = [landed(student), landed(reference)];
  if (run.t === 0 || (own.length === 0 && right.length === 0)) return null;
  const trail = run.student.length === 0 ? [] : rounded(someOf(run).slice(1));
  return {
    ...state,
    run: {
      ...run,
      t: run.t - 1,
      student: own,
      reference: right,
      trail: [...run.trail, trail].slice(-TRAIL),
      gaps: [...run.gaps, gapsOf(shape, run)],
    },
  };
}

function landed(functions: Functions): Cloud {
  const cloud = functions.get("reverseStep", "");
  return cloud === undefined || isLost(cloud) ? [] : rounded(cloud, 4);
}

/** Not a cloud, not made of numbers, or blown away: nothing to go on from. */
export function isLost(cloud: Cloud | undefined): boolean {
  return pointsOf(cloud, N)?.every((row) => row.every((value) => Math.abs(value) < LOST)) !== true;
}

const gaps = new WeakMap<Run, Run["gaps"][number]>();

/** How far the two clouds of a run are from the data. */
export function gapsOf(shape: ShapeName, run: Run): Run["gaps"][number] {
  const gap = (cloud: Cloud): number | null =>
    cloud.length === 0 ? null : thin(distanceBetween(cloud, dataOf(shape)));
  const made = gaps.get(run) ?? ([gap(run.student), gap(run.reference)] as const);
  gaps.set(run, made);
  return made;
}
