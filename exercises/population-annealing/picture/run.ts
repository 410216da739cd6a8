import { restart, type Control, type Scene, type SceneEvent } from "#sdk/picture.ts";
import { createRng } from "#sdk/random.ts";
import { words } from "#sdk/plot.ts";
import { betaOf, energyAt, landscape, rounds, wrapped } from "./landscape.ts";
import { ask, at } from "./players.ts";
import type { Asked, Functions, Round, Run } from "./state.ts";

export const copies = 32;

export const runStart: Run = begun({ rule: "half", seed: 1 });

/** At beta = 0 every place is equally probable: the copies lie evenly over the ring. */
function begun({ rule, seed }: Pick<Run, "rule" | "seed">): Run {
  const each = Array.from({ length: copies }, (_, copy) => copy);
  return {
    rule,
    seed,
    round: 0,
    sites: each.map((copy) => Math.floor(((copy + 0.5) * landscape.length) / copies)),
    families: each,
    logs: each.map(() => 0),
    gathered: 0,
    history: [],
  };
}

/** One round's step in temperature; at the end there is none left. */
function stepOf({ round }: Run): readonly [from: number, to: number] {
  return [betaOf(round), betaOf(round + 1)];
}

export function uniformOf({ seed, round }: Run): number {
  return Math.round(1000 * createRng(`pointer ${seed} ${round}`).uniform(0.05, 0.95)) / 1000;
}

export function runCalls(run: Run, known: Functions): readonly Asked[] {
  const step = ask("logWeights", "run", [run.logs, run.sites.map(energyAt), ...stepOf(run)]);
  const logs = known.get("logWeights", "run");
  if (!isPopulation(logs)) return [step];
  return [
    step,
    ask("normalize", "run", [logs]),
    ask("effectiveSampleSize", "run", [logs]),
    ask("logPartitionRatio", "run", [logs]),
    ask("resample", "run", [logs, uniformOf(run)]),
  ];
}

export function isPopulation(values: readonly number[] | undefined): values is number[] {
  return values?.length === copies && values.every(Number.isFinite);
}

/** Whether this round ends with a population drawn anew. */
export function isResampled({ rule }: Run, size: number | undefined): boolean {
  return rule === "always" || (rule === "half" && size !== undefined && size < copies / 2);
}

/** The estimate of log( Z / Z(0) ) after this round's step. */
export function estimateOf({ gathered }: Run, functions: Functions): number {
  return gathered + (functions.get("logPartitionRatio", "run") ?? NaN);
}

export function runNext(run: Run, student: Functions): Run | null {
  const logs = student.get("logWeights", "run");
  if (run.round >= rounds || !isPopulation(logs)) return null;
  const size = student.get("effectiveSampleSize", "run");
  const resampled = isResampled(run, size);
  const indices = resampled ? student.get("resample", "run") : run.sites.map((_, copy) => copy);
  if (indices === undefined || !areCopies(indices)) return null;
  const estimate = estimateOf(run, student);
  const round: Round = { estimate: finite(estimate), size: finite(size ?? NaN), resampled };
  return {
    ...run,
    round: run.round + 1,
    sites: moved(
      run,
      indices.map((index) => at(run.sites, index)),
    ),
    families: indices.map((index) => at(run.families, index)),
    logs: resampled ? logs.map(() => 0) : logs.map((value) => Number(value.toFixed(5))),
    gathered: resampled ? (finite(estimate) ?? run.gathered) : run.gathered,
    history: [...run.history, round],
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(5)) : null;
}

function areCopies(indices: readonly number[]): boolean {
  return (
    indices.length === copies &&
    indices.every((index) => Number.isInteger(index) && index >= 0 && index < copies)
  );
}

/** Four Metropolis steps of each copy, to a place near by, at the round's lower temperature. */
function moved(run: Run, sites: readonly number[]): number[] {
  const rng = createRng(`moves ${run.seed} ${run.round}`);
  const beta = betaOf(run.round + 1);
  return sites.map((site) => {
    let here = site;
    for (let move = 0; move < 4; move++) {
      const there = wrapped(here + rng.sign() * rng.integer(1, 2));
      if (rng.uniform() < Math.exp(-beta * (energyAt(there) - energyAt(here)))) here = there;
    }
    return here;
  });
}

export function runChange(run: Run, event: SceneEvent): Run {
  if (event.kind === "push" && event.id === restart) return begun(run);
  if (event.kind === "push" && event.id === "other") return begun({ ...run, seed: run.seed + 1 });
  if (event.kind !== "set" || event.id !== "rule") return run;
  const rule = event.value;
  return rule === "half" || rule === "always" || rule === "never" ? begun({ ...run, rule }) : run;
}

export function runControls({ rule }: Run): readonly Control[] {
  return [
    {
      control: "choice",
      id: "rule",
      label: words("Resample", "リサンプリング"),
      value: rule,
      options: [
        { value: "half", label: words("below M / 2", "M / 2 未満で") },
        { value: "always", label: words("every round", "毎回") },
        { value: "never", label: words("never", "しない") },
      ],
    },
    { control: "button", id: "other", label: words("Other random numbers", "別の乱数") },
  ];
}

export function progressOf({ round }: Run): NonNullable<Scene["progress"]> {
  return {
    value: round,
    of: rounds,
    text: words(`round ${round} of ${rounds}`, `${rounds} 段階中 ${round}`),
    stepMs: 260,
  };
}
