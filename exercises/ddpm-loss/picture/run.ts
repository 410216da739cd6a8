import { calling, type Call, type Player } from "#sdk/picture.ts";
import { createRng } from "#sdk/random.ts";
import type * as Starter from "../starter.ts";
import { alphaOf, always, barAt, dataOf, N, round, rounded, type Cloud, type ShapeName } from "./data.ts";
import { bestGuess, distanceBetween } from "./denoiser.ts";
import { pointsOf, thin, type Drawing, type Functions } from "./drawing.ts";
import { TRAILS, type Run, type State } from "./state.ts";

const ask = calling<typeof Starter>();

/** Farther out than this a point is lost. */
const LOST = 1e4;

/** What the next step of a run is made of. */
interface Plan {
  readonly t: number[];
  readonly xi: Cloud;
  readonly epsHat: Readonly<Record<"student" | "reference", Cloud>>;
  /** One step of one point, at the student's place for everybody. */
  readonly picked: { readonly z: Cloud; readonly epsHat: Cloud; readonly xi: Cloud };
}

export function runCalls(state: State, known: Functions, player: Player): Call<typeof Starter>[] {
  const { run, schedule } = state;
  if (run.t === 0 || player === "misconception") return [];
  const { t, xi, epsHat, picked } = planOf(state);
  const [z, alpha, at] = [run[player], alphaOf(schedule), [run.t]];
  const x0 = pointsOf(known.get("predictX0", "picked"), 1);
  return [
    ...(z.length === 0 ? [] : [ask("reverseStep", "", [z, t, epsHat[player], alpha, xi])]),
    ask("reverseStep", "picked", [picked.z, at, picked.epsHat, alpha, picked.xi]),
    ask("predictX0", "picked", [picked.z, at, picked.epsHat, alpha]),
    // the posterior is given the player's own prediction
    ...(x0?.flat().every(Number.isFinite) === true
      ? [ask("posterior", "picked", [x0, picked.z, at, alpha])]
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
  const z = [placeOf(run)];
  return {
    t: always(run.t, N),
    xi,
    epsHat: { student: guess(run.student), reference: guess(run.reference) },
    picked: { z, epsHat: guess(z), xi: [xi[run.picked] ?? []] },
  };
}

export function placeOf({ student, reference, picked }: Run): number[] {
  return student[picked] ?? reference[picked] ?? [0, 0];
}

/** The run one step on: each player's cloud is where its own step led. */
export function stepBack({ state, student, reference }: Drawing): State | null {
  const { run, shape } = state;
  const [own, right] = [landed(student), landed(reference)];
  if (run.t === 0 || (own.length === 0 && right.length === 0)) return null;
  const trail = rounded(run.student.slice(0, TRAILS));
  return {
    ...state,
    run: {
      ...run,
      t: run.t - 1,
      student: own,
      reference: right,
      trail: trail.length === 0 ? run.trail : [...run.trail, trail],
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
