import { calling, type Call, type Player } from "#sdk/picture.ts";
import type * as Starter from "../starter.ts";
import type { Run } from "../starter.ts";
import { at, chances, isState, proposalFrom, uniformsOf } from "./spins.ts";
import { most, pieceLength, sites, type Drawing, type Functions, type State } from "./state.ts";

const ask = calling<typeof Starter>();

/** A chain as it goes: what it has come to after 0, 1, 2, ... steps, or after each piece. A gap where there is no result. */
export type Trail = readonly (Run | undefined)[];

/** The run after every number of steps: the chain is asked for its first s uniforms, for each s. */
export function prefixCalls({ energies, up, start, seed, steps }: State): readonly Call<typeof Starter>[] {
  const uniforms = uniformsOf(seed, most.steps);
  return Array.from({ length: steps }, (_, s) =>
    ask(
      "chain",
      `first ${s + 1}`,
      [energies, sites, up, start, uniforms.slice(0, s + 1)],
      ["student", "misconception"],
    ),
  );
}

/** A long run in pieces, each from where the one before it ended: the next piece is asked for when the last one is known. */
export function pieceCalls(state: State, known: Functions): readonly Call<typeof Starter>[] {
  const { energies, up, seed, pieces, start } = state;
  const runs = Array.from({ length: pieces }, (_, piece) => known.get("chain", `piece ${piece}`));
  const piece = runs.indexOf(undefined);
  const from = piece === 0 ? start : runs[piece - 1]?.last;
  if (!isState(from, state)) return [];
  const args = [energies, sites, up, from, pieceOf(seed, piece)] as const;
  return [ask("chain", `piece ${piece}`, args, ["student", "misconception"])];
}

function pieceOf(seed: number, piece: number): number[][] {
  return uniformsOf(`${seed}, piece ${piece}`, pieceLength);
}

/** The right acceptance of every flip: with these the right walk is drawn, in one launch and not one for each step. */
export function flipCalls({ energies, up }: State): readonly Call<typeof Starter>[] {
  return energies.flatMap((energy, x) =>
    sites.map((_, i) => {
      const y = x ^ (1 << i);
      const { forward, backward } = chances(x, y, i, up);
      return ask("acceptance", `flip ${x} ${i}`, [energy, at(energies, y), forward, backward], ["reference"]);
    }),
  );
}

export function stepTrail(shown: Drawing, player: Player): Trail {
  const { state } = shown;
  const begun = { last: state.start, accepted: 0, visits: state.energies.map(() => 0) };
  if (player === "reference")
    return rightTrail(shown, uniformsOf(state.seed, most.steps).slice(0, state.steps), 1);
  const runs = Array.from({ length: state.steps }, (_, s) => shown[player].get("chain", `first ${s + 1}`));
  return runs.every((run) => run === undefined) ? [] : [begun, ...runs];
}

/** What has been visited and accepted up to the end of each piece. */
export function longTrail(shown: Drawing, player: Player): Trail {
  const { state } = shown;
  if (player === "reference") {
    const uniforms = Array.from({ length: state.pieces }, (_, piece) => pieceOf(state.seed, piece)).flat();
    return rightTrail(shown, uniforms, pieceLength).slice(1);
  }
  const trail: (Run | undefined)[] = [];
  for (let piece = 0; piece < state.pieces; piece++) {
    const run = shown[player].get("chain", `piece ${piece}`);
    if (run === undefined) break;
    trail.push(piece === 0 ? run : added(trail[piece - 1], run));
  }
  return trail;
}

function added(before: Run | undefined, run: Run): Run | undefined {
  if (before === undefined) return undefined;
  return {
    last: run.last,
    accepted: before.accepted + run.accepted,
    visits: before.visits.map((count, x) => count + at(run.visits, x)),
  };
}

/** The walk that the right acceptances make of these uniforms, as it stands after every so many steps. */
function rightTrail({ state, reference }: Drawing, uniforms: readonly number[][], every: number): Trail {
  const { energies, up, start } = state;
  if (reference.get("acceptance", "flip 0 0") === undefined) return [];
  const run: Run = { last: start, accepted: 0, visits: energies.map(() => 0) };
  const trail: Run[] = [copied(run)];
  for (const [s, u] of uniforms.entries()) {
    const { i, to } = proposalFrom(run.last, u, up);
    const accept = to === run.last ? 1 : (reference.get("acceptance", `flip ${run.last} ${i}`) ?? NaN);
    if (at(u, 2) < accept) {
      run.last = to;
      run.accepted += 1;
    }
    run.visits[run.last] = at(run.visits, run.last) + 1;
    if ((s + 1) % every === 0) trail.push(copied(run));
  }
  return trail;
}

function copied(run: Run): Run {
  return { ...run, visits: [...run.visits] };
}
