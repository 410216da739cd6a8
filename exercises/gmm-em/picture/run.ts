import { calling, type Call, type Ink, type Outputs, type Player, type Shown } from "#sdk/picture.ts";
import { steps } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import type { Mixture } from "../starter.ts";
import { between, isDrawable, rightLikelihood, rightResponsibilities, type Rows } from "./model.ts";
import { begun, samplesOf, STEPS, type State } from "./state.ts";

export type Drawing = Shown<typeof Starter, State>;
export type Functions = Outputs<typeof Starter>;

const ask = calling<typeof Starter>();

export const inksOfComponents: readonly Ink[] = ["first", "second", "third", "fourth"];

/** A run of half-steps: mixtures[s] after s M steps, r[s] the responsibilities that the (s+1)th E step gave. */
export interface Run {
  readonly mixtures: readonly Mixture[];
  readonly r: readonly number[][][];
}

/** Where along the way from one mixture to the next the likelihood is asked for: 0 is before the M step, 1 after it. */
export const along = steps(-0.3, 1.7, 21);

export function planeCalls(state: State, known: Functions, player: Player): Call<typeof Starter>[] {
  const x = samplesOf(state.data);
  const first = begun(state);
  const done = Math.floor(state.half / 2);
  const whole = ask("em", "now", [x, ...parts(first), done]);
  if (player === "student") {
    const run = runOf(state, known);
    return [whole, ...chainCalls(x, run), ...likelihoodCalls(x, run, state)];
  }
  const now = known.get("em", "now");
  if (!isDrawable(now, first.weights.length, 2)) return [whole];
  return [whole, ask("logLikelihood", "now", [x, ...parts(now)])];
}

/** The next half-step in the chain of the student's own E and M steps. What is known already need not be asked again. */
function chainCalls(x: number[][], { mixtures, r }: Run): Call<typeof Starter>[] {
  const [mixture, shares] = [mixtures.at(-1), r.at(-1)];
  if (shares !== undefined && mixtures.length === r.length)
    return [ask("mStep", String(r.length - 1), [x, shares])];
  if (mixture === undefined || r.length === STEPS) return [];
  return [ask("responsibilities", String(r.length), [x, ...parts(mixture)])];
}

function likelihoodCalls(x: number[][], { mixtures }: Run, state: State): Call<typeof Starter>[] {
  const step = stepOf(state);
  const [from, to] = [mixtures[step - 1], mixtures[step]];
  const last = mixtures.length - 1;
  const slice =
    from === undefined || to === undefined || last !== step
      ? []
      : along.map((share, index) =>
          ask("logLikelihood", `along${index}`, [x, ...parts(between(from, to, share))]),
        );
  return [
    ...mixtures.slice(last).map((one) => ask("logLikelihood", String(last), [x, ...parts(one)])),
    ...slice,
  ];
}

export function parts({ weights, means, variances }: Mixture): [number[], number[][], number[][]] {
  return [weights, means, variances];
}

/** Which step, from 1 on, the last half-step belongs to. */
export function stepOf({ half }: State): number {
  return Math.max(1, Math.ceil(half / 2));
}

/** As far as the student's functions have led, given what they are known to give. */
export function runOf(state: State, known: Functions): Run {
  const x = samplesOf(state.data);
  const mixtures: Mixture[] = [begun(state)];
  const r: number[][][] = [];
  for (let s = 0; s < STEPS; s++) {
    const shares = known.get("responsibilities", String(s));
    if (shares === undefined || !isShares(shares, x.length, state.means.length)) break;
    r.push(shares);
    const next = known.get("mStep", String(s));
    if (!isDrawable(next, state.means.length, 2)) break;
    mixtures.push(next);
  }
  return { mixtures, r };
}

function isShares(r: Rows, samples: number, components: number): boolean {
  return r.length === samples && r.every((row) => row.length === components && row.every(Number.isFinite));
}

export interface RightRun {
  readonly mixtures: readonly Mixture[];
  readonly likelihoods: readonly number[];
}

/** The right run from the same start; it depends on no function of the student's, and is kept. */
export function rightRun(state: State): RightRun {
  const key = JSON.stringify([state.data, state.means]);
  const made = kept?.key === key ? kept.run : makeRightRun(state);
  kept = { key, run: made };
  return made;
}

let kept: { readonly key: string; readonly run: RightRun } | undefined;

function makeRightRun(state: State): RightRun {
  const x = samplesOf(state.data);
  const mixtures = [begun(state)];
  for (let s = 0; s < STEPS; s++) {
    const last = mixtures[s];
    if (last !== undefined) mixtures.push(maximised(x, rightResponsibilities(x, last)));
  }
  return { mixtures, likelihoods: mixtures.map((one) => rightLikelihood(x, one)) };
}

function maximised(x: Rows, r: Rows): Mixture {
  const mixture: Mixture = { weights: [], means: [], variances: [] };
  for (const k of (r[0] ?? []).keys()) {
    const count = r.reduce((total, row) => total + (row[k] ?? 0), 0);
    const share = (i: number): number => (count < 1e-8 ? 1 / x.length : (r[i]?.[k] ?? 0) / count);
    const average = (value: (row: readonly number[]) => number): number =>
      x.reduce((total, row, i) => total + share(i) * value(row), 0);
    const mean = [0, 1].map((d) => average((row) => row[d] ?? 0));
    mixture.weights.push(count / x.length);
    mixture.means.push(mean);
    mixture.variances.push(
      mean.map((m, d) =>
        Math.max(
          1e-6,
          average((row) => ((row[d] ?? 0) - m) ** 2),
        ),
      ),
    );
  }
  return mixture;
}
