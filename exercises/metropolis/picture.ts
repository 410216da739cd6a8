import { definePicture, restart, type Control, type SceneEvent } from "#sdk/picture.ts";
import { clamp, short, words } from "#sdk/plot.ts";
import { longCalls, longRun } from "./picture/longRun.ts";
import { matrix, matrixCalls } from "./picture/matrix.ts";
import { nameOf, order, placeOf } from "./picture/spins.ts";
import { energyRange, most, pieceLength, start, type State } from "./picture/state.ts";
import { step, stepCalls } from "./picture/step.ts";
import type * as Starter from "./starter.ts";

/** Three pages: one step after the other, a long run against its target, and the matrix with its flows. */
export default definePicture<typeof Starter>()<State>({
  start,
  views: [
    { ...start, steps: 30, up: 0.7, seed: 2 },
    { ...start, view: "run" },
    { ...start, view: "run", pieces: most.pieces, up: 0.7 },
    { ...start, view: "matrix" },
    { ...start, view: "matrix", power: most.power, up: 0.5, start: 5 },
  ],
  change,
  controls: (state) => [tabs(state), progress(state), ...shared(state)],
  calls: (state, known, player) => {
    if (state.view === "matrix") return matrixCalls(state);
    return state.view === "step" ? stepCalls(state, known, player) : longCalls(state, known, player);
  },
  scene: (shown) => {
    const { view } = shown.state;
    if (view === "matrix") return matrix(shown);
    return view === "step" ? step(shown) : longRun(shown);
  },
  next: ({ state }) => {
    const counted = counters[state.view];
    return state[counted] >= most[counted] ? null : { ...state, [counted]: state[counted] + 1 };
  },
});

/** What each page counts as it plays. */
const counters = { step: "steps", run: "pieces", matrix: "power" } as const;

function change(state: State, event: SceneEvent): State {
  switch (event.kind) {
    case "set":
      return set(state, event.id, event.value);
    case "drag": {
      const moved = /^energy \d$/.test(event.id) ? Number(event.id.slice(-1)) : -1;
      const energy = Math.round(10 * clamp(event.y, ...energyRange)) / 10;
      return { ...state, energies: state.energies.map((old, x) => (x === moved ? energy : old)) };
    }
    case "press":
      if (event.id === "trace") return set(state, "count", Math.round(event.x));
      return event.id === "row" ? set(state, "start", clamp(Math.floor(event.y), 0, 7)) : state;
    case "push":
      if (event.id === "again") return { ...state, seed: state.seed + 1 };
      return event.id === restart
        ? { ...state, [counters[state.view]]: state.view === "run" ? 1 : 0 }
        : state;
    case "remove":
      return state;
  }
}

function set(state: State, id: string, value: number | string | boolean): State {
  if (id === "view" && (value === "step" || value === "run" || value === "matrix"))
    return { ...state, view: value };
  if (typeof value !== "number") return state;
  const counted = counters[state.view];
  switch (id) {
    case "count":
      return { ...state, [counted]: clamp(Math.round(value), counted === "pieces" ? 1 : 0, most[counted]) };
    case "up":
      return { ...state, up: clamp(Math.round(20 * value) / 20, 0.05, 0.95) };
    case "start":
      return { ...state, start: order[clamp(Math.round(value), 0, 7)] ?? 0 };
    default:
      return state;
  }
}

function tabs({ view }: State): Control {
  return {
    control: "views",
    id: "view",
    label: words("Page", "ページ"),
    value: view,
    options: [
      { value: "step", label: words("Step by step", "一歩ずつ") },
      { value: "run", label: words("A long run", "長く走らせる") },
      { value: "matrix", label: words("Matrix and balance", "行列とつりあい") },
    ],
  };
}

function progress(state: State): Control {
  const counted = counters[state.view];
  const count = state[counted] * (counted === "pieces" ? pieceLength : 1);
  return {
    control: "slider",
    id: "count",
    label: words("Steps", "ステップ"),
    min: counted === "pieces" ? 1 : 0,
    max: most[counted],
    step: 1,
    value: state[counted],
    text: words(String(count), String(count)),
  };
}

function shared({ up, start: from, view }: State): readonly Control[] {
  return [
    {
      control: "slider",
      id: "up",
      label: words("up, the chance that +1 is proposed", "up（+1 を提案する確率）"),
      min: 0.05,
      max: 0.95,
      step: 0.05,
      value: up,
      text: words(short(up), short(up)),
    },
    {
      control: "slider",
      id: "start",
      label: words("Start", "出発する状態"),
      min: 0,
      max: 7,
      step: 1,
      value: placeOf(from),
      text: words(nameOf(from), nameOf(from)),
    },
    ...(view === "matrix"
      ? []
      : [
          { control: "button", id: "again", label: words("Other random numbers", "別の乱数にする") } as const,
        ]),
  ];
}
