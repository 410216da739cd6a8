import { restart, type Control, type SceneEvent } from "#sdk/picture.ts";
import { clamp, short, words } from "#sdk/plot.ts";
import { at, logLikelihood, moved, normalised, pairs, rightStep, spins, states } from "./exact.ts";
import type { Drawing, Machine, State } from "./state.ts";

export const lastStep = 120;
const mostRows = 12;
/** Couplings and fields as far as they can be dragged. */
export const reach = 1.5;
/** A run that has gone this far is led astray. */
const astray = 30;

/** No two moments of these rows are alike. */
const mixture = [0, 5, 0, 0, 0, 4, 2, 3, 0, 0, 0, 0, 1, 1, 0, 1];

/** As a 2 x 2 picture, how many rows of the data look like it. */
const presets: Readonly<Record<string, (x: readonly number[], s: number) => number>> = {
  mixture: (_, s) => at(mixture, s),
  stripes: ([a, b, c, d]) => ((a === b && c === d) || (a === c && b === d) ? 2 : 0),
  single: (x) => (x.filter((spin) => spin === 1).length === 1 ? 3 : 0),
  diagonals: ([a, b, c, d]) => (a === d && b === c ? (a === b ? 1 : 4) : 0),
};

export function countsOf(preset: string): number[] {
  return states.map((x, s) => presets[preset]?.(x, s) ?? 0);
}

/** The diagonal is full of numbers that must not count. */
const young: Machine = {
  W: [
    [0.9, 0.6, 0.4, -0.3],
    [0.6, -0.5, -0.5, 0.3],
    [0.4, -0.5, 0.8, 0.5],
    [-0.3, 0.3, 0.5, 0.7],
  ],
  b: [0.2, 0.4, -0.3, -0.1],
};

export const start: State = begun({
  view: "states",
  ...young,
  data: "mixture",
  counts: countsOf("mixture"),
  rate: 0.2,
});

/** Whatever changes begins a new run, from the parameters of now. */
function begun(state: Omit<State, "from" | "step" | "history">): State {
  return { ...state, from: { W: state.W, b: state.b }, step: 0, history: [] };
}

export function sharesOf({ counts }: State): number[] {
  return normalised(counts);
}

export function rowsOf({ counts }: State): number[][] {
  return states.flatMap((x, s) => Array.from({ length: at(counts, s) }, () => [...x]));
}

/** The mean log-likelihood along the right run, from where the student's began to the step of now. */
export function rightHistory(state: State): number[] {
  const shares = sharesOf(state);
  let machine = state.from;
  const history = [logLikelihood(machine, shares)];
  for (let step = 0; step < state.step; step++) {
    machine = rightStep(machine, shares, state.rate);
    history.push(logLikelihood(machine, shares));
  }
  return history;
}

/** One step along the student's gradient. */
export function next({ state, student }: Drawing): State | null | undefined {
  if (state.view !== "learning") return undefined;
  const by = student.get("gradient", "");
  if (state.step >= lastStep || by === undefined || !fits(by)) return null;
  const machine = moved(state, state.rate, by);
  if (parametersOf(machine).some((value) => !(Math.abs(value) < astray))) return null;
  const now = logLikelihood(state, sharesOf(state));
  const history = [...state.history, Number.isFinite(now) ? Number(now.toFixed(5)) : null];
  return { ...state, ...machine, step: state.step + 1, history };
}

function fits({ W, b }: Machine): boolean {
  const whole = (values: readonly number[]): boolean =>
    values.length === spins && values.every(Number.isFinite);
  return W.length === spins && W.every(whole) && whole(b);
}

/** The couplings pair by pair, then the fields. */
export function parametersOf({ W, b }: Machine): number[] {
  return [...pairs.map(([i, j]) => at(W[i], j)), ...b];
}

export function change(state: State, event: SceneEvent): State {
  switch (event.kind) {
    case "drag":
      return dragged(state, event.id, event);
    case "push":
      return event.id === restart ? begun({ ...state, ...state.from }) : state;
    case "set":
      return set(state, event.id, event.value);
    case "press":
    case "remove":
      return state;
  }
}

function dragged(state: State, id: string, to: { readonly x: number; readonly y: number }): State {
  const [kind = "", which = ""] = id.split(":");
  const index = Number(which);
  if (kind === "share") return withShare(state, index, to.y);
  const value = (pull: number): number => clamp(Number(pull.toFixed(2)), -reach, reach);
  if (kind === "field") return begun({ ...state, b: state.b.with(index, value(pullOfField(index, to))) });
  const pair = pairs[index];
  if (kind !== "coupling" || pair === undefined) return state;
  const [i, j] = pair;
  const coupling = value(pullOfPair(index, to));
  const W = state.W.map((row, k) =>
    row.map((old, l) => ((k === i && l === j) || (k === j && l === i) ? coupling : old)),
  );
  return begun({ ...state, W });
}

/** Where the four spins are drawn. */
export const places: readonly (readonly [x: number, y: number])[] = [
  [0, 1],
  [1, 1],
  [0, 0],
  [1, 0],
];

/** How far one unit of a parameter is, in the lattice's own units. */
export const unit = { coupling: 0.22, field: 0.27 };

/** Where on its edge a coupling is held, and along which axis it is pulled. */
export function holdOf(index: number): { readonly x: number; readonly y: number; readonly along: "x" | "y" } {
  const [i, j] = pairs[index] ?? [0, 1];
  const [[x0, y0], [x1, y1]] = [places[i] ?? [0, 0], places[j] ?? [0, 0]];
  // the diagonals cross in the middle: theirs are held nearer to one end
  const share = x0 !== x1 && y0 !== y1 ? 0.3 : 0.5;
  return { x: x0 + share * (x1 - x0), y: y0 + share * (y1 - y0), along: x0 === x1 ? "x" : "y" };
}

function pullOfPair(index: number, to: { readonly x: number; readonly y: number }): number {
  const { x, y, along } = holdOf(index);
  return (along === "x" ? to.x - x : to.y - y) / unit.coupling;
}

/** Where the arrow of a field begins: beside its spin, outside the square. */
export function footOf(index: number): readonly [x: number, y: number] {
  const [x, y] = places[index] ?? [0, 0];
  return [x === 0 ? -0.3 : 1.3, y];
}

function pullOfField(index: number, to: { readonly y: number }): number {
  return (to.y - footOf(index)[1]) / unit.field;
}

function set(state: State, id: string, value: number | string | boolean): State {
  if (id === "data" && typeof value === "string" && value in presets)
    return begun({ ...state, data: value, counts: countsOf(value) });
  if (id === "rate" && typeof value === "number") return begun({ ...state, rate: clamp(value, 0.05, 1) });
  return state;
}

/** The state takes this share of the data: as many rows as come closest to it. */
function withShare(state: State, s: number, share: number): State {
  const others = state.counts.reduce((sum, count, index) => (index === s ? sum : sum + count), 0);
  const wanted = Math.round((share * others) / Math.max(1e-3, 1 - share));
  // without the others any number of rows is all of the data
  const count = others === 0 ? at(state.counts, s) : clamp(wanted, 0, mostRows);
  return begun({ ...state, data: "own", counts: state.counts.with(s, count) });
}

export function learningControls(state: State): readonly Control[] {
  return [
    {
      control: "choice",
      id: "data",
      label: words("Data", "データ"),
      value: state.data,
      options: [
        { value: "mixture", label: words("a mixture", "混ぜたもの") },
        { value: "stripes", label: words("bars and stripes", "縦縞と横縞") },
        { value: "single", label: words("one pixel", "1 画素") },
        { value: "diagonals", label: words("diagonals", "対角線") },
      ],
    },
    {
      control: "slider",
      id: "rate",
      label: words("Step size", "学習率"),
      min: 0.05,
      max: 1,
      step: 0.05,
      value: state.rate,
      text: words(short(state.rate), short(state.rate)),
    },
  ];
}
