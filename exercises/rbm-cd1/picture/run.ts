import { createRng } from "#sdk/random.ts";
import { calling, restart, type Call, type Control, type SceneEvent } from "#sdk/picture.ts";
import { clamp, short, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import type { Rbm } from "../starter.ts";
import { at, blockStep, isModel, rightUpdate, rounded, type Batch } from "./exact.ts";
import { patterns, type Patterns } from "./patterns.ts";
import { batchOf, youngModel, type Functions, type Run } from "./state.ts";
import { trailOf } from "./trail.ts";

/** How many dreams there are. */
const dreaming = 24;
/** Decimals of a parameter that lasts from frame to frame. */
const decimals = 4;

export const runStart: Run = begun("stripes", 0.1);

function begun(data: string, rate: number): Run {
  const { side } = patternsOf({ data });
  const dreams = createRng(`dreams ${data}`).matrix(dreaming, side * side, () => 0);
  const anywhere = createRng(`anywhere ${data}`);
  return {
    data,
    rate,
    rbm: youngOf({ data }),
    updates: 0,
    errors: [],
    hits: [],
    dreams: dreams.map((row) => row.map(() => anywhere.sign())),
  };
}

/** The visible biases say from the start how often each pixel is lit: the hidden units need not learn that. */
function youngOf({ data }: Pick<Run, "data">): Rbm {
  const { side, hidden, X } = patternsOf({ data });
  const young = youngModel(side * side, hidden, 0.05, `run ${data}`);
  const lit = young.b.map((_, k) => X.reduce((sum, x) => sum + at(x, k), 0) / X.length);
  return rounded({ ...young, b: lit.map((mean) => Math.atanh(0.95 * mean)) }, decimals);
}

export function patternsOf({ data }: Pick<Run, "data">): Patterns {
  const found = patterns[data] ?? patterns["stripes"];
  if (found === undefined) throw new RangeError("There are no stripes.");
  return found;
}

/** Batch after batch through a permutation of the patterns, and then through another. */
function batchAt(run: Pick<Run, "data">, update: number): Batch {
  const { X, rows, hidden } = patternsOf(run);
  const perRound = X.length / rows;
  const order = createRng(`order ${Math.floor(update / perRound)}`).permutation(X.length);
  const from = (update % perRound) * rows;
  const batch = order.slice(from, from + rows).map((index) => X[index] ?? []);
  return batchOf(batch, hidden, `update ${update}`);
}

const ask = calling<typeof Starter>();

export function runCalls(run: Run, known: Functions): readonly Call<typeof Starter>[] {
  const { rbm, dreams } = run;
  const { look, dream } = chancesOf(run);
  const [Z, dreamt] = [known.get("sampleHidden", "look"), known.get("sampleHidden", "dream")];
  const visible = (id: string, drawn: number[][] | undefined, u: number[][]) =>
    drawn === undefined ? [] : [ask("sampleVisible", id, [rbm, drawn, u], ["student"])];
  return [
    ask("hiddenMean", "look", [rbm, look.X], ["student"]),
    ask("sampleHidden", "look", [rbm, look.X, look.uHidden], ["student"]),
    ask("sampleHidden", "dream", [rbm, dreams, dream.uHidden], ["student"]),
    ...visible("look", Z, look.uVisible),
    ...visible("dream", dreamt, dream.uVisible),
    ...updateCalls(run, known),
  ];
}

interface Chances {
  /** Always the same, so that the curve shows the machine and not luck. */
  readonly look: Batch;
  readonly dream: Batch;
}

/** A frame asks for its uniforms many times. */
const chances = new WeakMap<Run, Chances>();

function chancesOf(run: Run): Chances {
  const made = chances.get(run) ?? {
    look: lookOf(run),
    dream: batchOf(run.dreams, patternsOf(run).hidden, `dream ${run.updates}`),
  };
  chances.set(run, made);
  return made;
}

function lookOf(run: Run): Batch {
  const { looked, hidden } = patternsOf(run);
  return batchOf([...looked], hidden, "look");
}

/** The updates of one frame: each starts from what the one before gave. */
function updateCalls(run: Run, known: Functions): readonly Call<typeof Starter>[] {
  if (isOver(run)) return [];
  const { updatesInFrame } = patternsOf(run);
  const done = Array.from({ length: updatesInFrame }, (_, i) => known.get("cd1Update", `run ${i}`));
  const next = done.findIndex((rbm) => rbm === undefined);
  const from = next === 0 ? run.rbm : done[next - 1];
  if (next < 0 || from === undefined || !isModel(from, sizeOf(run))) return [];
  const { X, uHidden, uVisible } = batchAt(run, run.updates + next);
  return [ask("cd1Update", `run ${next}`, [from, X, uHidden, uVisible, run.rate], ["student"])];
}

export function sizeOf(run: Run): readonly [number, number] {
  const { side, hidden } = patternsOf(run);
  return [side * side, hidden];
}

export function isOver(run: Run): boolean {
  return run.updates >= lastUpdate(run);
}

export function lastUpdate(run: Run): number {
  const { frames, updatesInFrame } = patternsOf(run);
  return frames * updatesInFrame;
}

/** The machine after this frame's updates, or null where they give none. */
export function updatedBy(run: Run, student: Functions): Rbm | null {
  const last = student.get("cd1Update", `run ${patternsOf(run).updatesInFrame - 1}`);
  return isModel(last, sizeOf(run)) ? last : null;
}

export function runNext(run: Run, student: Functions): Run | null {
  const updated = updatedBy(run, student);
  if (isOver(run) || updated === null) return null;
  const error = errorOf(run, student.get("sampleVisible", "look"));
  const dreams = student.get("sampleVisible", "dream");
  return {
    ...run,
    rbm: rounded(updated, decimals),
    updates: run.updates + patternsOf(run).updatesInFrame,
    errors: [...run.errors, Number.isNaN(error) ? null : round(error)],
    hits: [...run.hits, round(hitsOf(run))],
    dreams: areUnits(dreams, run.dreams) ? dreams : run.dreams,
  };
}

function areUnits(dreams: number[][] | undefined, before: readonly number[][]): dreams is number[][] {
  if (dreams?.length !== before.length) return false;
  return dreams.every(
    (row, n) => row.length === before[n]?.length && row.every((unit) => Math.abs(unit) === 1),
  );
}

/** Share of pixels that one block step changes in the ten patterns shown. */
export function errorOf(run: Run, after: readonly number[][] | undefined): number {
  if (after === undefined) return NaN;
  const { looked } = patternsOf(run);
  const wrong = looked.map((x, n) => x.filter((pixel, k) => pixel !== at(after[n], k)).length);
  return wrong.reduce((sum, count) => sum + count, 0) / looked.flat().length;
}

/** Share of the dreams that are patterns. */
export function hitsOf(run: Run): number {
  const { X, slack } = patternsOf(run);
  return run.dreams.filter((dream) => X.some((x) => isNear(x, dream, slack))).length / run.dreams.length;
}

function isNear(x: readonly number[], y: readonly number[], slack: number): boolean {
  let apart = 0;
  for (let k = 0; k < x.length && apart <= slack; k++) if (x[k] !== y[k]) apart++;
  return apart <= slack;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** What the right update makes of the same start with the same uniforms, frame by frame. */
export function rightErrors(run: Run): readonly number[] {
  const { updatesInFrame } = patternsOf(run);
  const look = lookOf(run);
  return trailOf(
    {
      key: JSON.stringify(["run", run.data, run.rate]),
      start: youngOf(run),
      advance: (rbm, frame) => {
        let now = rbm;
        for (let i = 0; i < updatesInFrame; i++)
          now = rightUpdate(now, batchAt(run, frame * updatesInFrame + i), run.rate);
        return rounded(now, decimals);
      },
      measure: (rbm) => errorOf(run, blockStep(rbm, look)),
    },
    run.updates / updatesInFrame,
  );
}

export function runChange(run: Run, event: SceneEvent): Run {
  if (event.kind === "push" && event.id === restart) return begun(run.data, run.rate);
  if (event.kind !== "set") return run;
  const { id, value } = event;
  if (id === "patterns" && typeof value === "string" && value in patterns) return begun(value, run.rate);
  return id === "runRate" && typeof value === "number" ? begun(run.data, clamp(value, 0.02, 0.4)) : run;
}

export function runControls(run: Run): readonly Control[] {
  return [
    {
      control: "choice",
      id: "patterns",
      label: words("Patterns", "パターン"),
      value: run.data,
      options: [
        { value: "stripes", label: words("bars and stripes", "縦縞と横縞") },
        { value: "digits", label: words("digits", "数字") },
      ],
    },
    {
      control: "slider",
      id: "runRate",
      label: words("Learning rate", "学習率"),
      min: 0.02,
      max: 0.4,
      step: 0.02,
      value: run.rate,
      text: words(short(run.rate), short(run.rate)),
    },
  ];
}
