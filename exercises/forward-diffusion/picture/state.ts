import type { Control, SceneEvent } from "#sdk/picture.ts";
import { restart } from "#sdk/picture.ts";
import { clamp, short, words } from "#sdk/plot.ts";
import { rounded, schedules, T, type ScheduleName } from "./data.ts";

/** Where the reader is: a page, a moment, and what may be dragged on the pages. */
export interface State {
  readonly view: "cloud" | "density" | "step";
  readonly schedule: ScheduleName;
  readonly t: number;
  /** Which noise. */
  readonly seed: number;
  /** Three data points on a line, for the page of densities. */
  readonly data: number[];
  /** One step on a plane, and its share. */
  readonly z: readonly [number, number];
  readonly eps: readonly [number, number];
  readonly alpha: number;
}

export const start: State = {
  view: "cloud",
  schedule: "linear",
  t: 4,
  seed: 1,
  data: [-1.4, -0.4, 1.8],
  z: [2, 0.5],
  eps: [-0.6, 1.7],
  alpha: 0.64,
};

const views = [
  { value: "cloud", label: words("A cloud dissolves", "点群が溶ける") },
  { value: "density", label: words("Densities and paths", "密度と道のり") },
  { value: "step", label: words("One step", "一歩") },
] as const;

const scheduleNames = {
  linear: words("linear", "線形"),
  cosine: words("cosine", "コサイン"),
  short: words("too short", "短すぎる"),
} as const;

export function change(state: State, event: SceneEvent): State {
  switch (event.kind) {
    case "set":
      return set(state, event.id, event.value);
    case "push":
      if (event.id === restart) return { ...state, t: 0 };
      if (event.id === "noise") return { ...state, seed: (state.seed % 9) + 1 };
      return event.id === "again" ? { ...start, view: state.view } : state;
    case "drag":
      return dragged(state, event.id, [event.x, event.y]);
    case "press":
    case "remove":
      return state;
  }
}

function set(state: State, id: string, value: number | string | boolean): State {
  const view = views.find((one) => one.value === value)?.value;
  if (id === "view") return view === undefined ? state : { ...state, view };
  const schedule = schedules.find((one) => one === value);
  if (id === "schedule") return schedule === undefined ? state : { ...state, schedule };
  if (id === "t") return { ...state, t: clamp(Math.round(Number(value)), 0, T) };
  return id === "alpha" ? { ...state, alpha: clamp(Number(value), 0.02, 1) } : state;
}

function dragged(state: State, id: string, [x, y]: readonly [number, number]): State {
  const place = [rounded(x, 2), rounded(y, 2)] as const;
  if (id === "t") return { ...state, t: clamp(Math.round(x), 0, T) };
  if (id === "z" || id === "eps") return { ...state, [id]: place };
  const moved = /^x[0-2]$/.test(id) ? Number(id.slice(1)) : -1;
  return { ...state, data: state.data.map((value, index) => (index === moved ? place[1] : value)) };
}

export function controls(state: State): readonly Control[] {
  const tabs: Control = {
    control: "views",
    id: "view",
    label: words("Page", "ページ"),
    options: views,
    value: state.view,
  };
  const again: Control = { control: "button", id: "again", label: words("Start over", "最初に戻す") };
  const time: Control = {
    control: "slider",
    id: "t",
    label: words("t", "t"),
    min: 0,
    max: T,
    step: 1,
    value: state.t,
    text: words(`t = ${state.t} of ${T}`, `t = ${state.t} / ${T}`),
  };
  const schedule: Control = {
    control: "choice",
    id: "schedule",
    label: words("schedule", "スケジュール"),
    options: schedules.map((value) => ({ value, label: scheduleNames[value] })),
    value: state.schedule,
  };
  const noise: Control = { control: "button", id: "noise", label: words("Other noise", "別のノイズ") };
  const alpha: Control = {
    control: "slider",
    id: "alpha",
    label: words("alpha_t", "alpha_t"),
    min: 0.02,
    max: 1,
    step: 0.02,
    value: state.alpha,
    text: words(`alpha = ${short(state.alpha)}`, `alpha = ${short(state.alpha)}`),
  };
  return state.view === "step" ? [tabs, alpha, again] : [tabs, time, schedule, noise];
}
