import { restart, type Control, type SceneEvent } from "#sdk/picture.ts";
import { clamp, short, words } from "#sdk/plot.ts";
import { landscapes, type LandscapeName } from "./landscape.ts";
import { begin, type Descent } from "./walk.ts";

export type View = "path" | "estimates" | "descent";
export type By = "mu" | "logVar";

export interface State {
  readonly view: View;
  readonly mu: number;
  readonly logVar: number;
  readonly f: LandscapeName;
  /** Added to every value of f: no gradient depends on it. */
  readonly offset: number;
  /** How far the draws are on their way from eps, at 0, to z, at 1. */
  readonly way: number;
  /** Draws in one estimate. */
  readonly draws: number;
  /** How many estimates there are so far. */
  readonly estimates: number;
  readonly by: By;
  readonly descent: Descent;
}

export const ranges = { mu: [-3, 3], logVar: [-2, 1.6], z: [-5, 5], offset: [0, 10] } as const;
export const MOST_ESTIMATES = 100;
const drawCounts = [2, 4, 8, 16];

export const start: State = {
  view: "path",
  mu: -0.8,
  logVar: -0.9,
  f: "valley",
  offset: 2,
  way: 0.6,
  draws: 4,
  estimates: 40,
  by: "mu",
  descent: begin(1, { mu: -2.2, logVar: 1.2 }),
};

export function change(state: State, event: SceneEvent): State {
  switch (event.kind) {
    case "set":
      return set(state, event.id, event.value);
    case "drag":
      return drag(state, event.id, event.x, event.y);
    case "press":
      return press(state, event.id, event.x, event.y);
    case "push":
      return event.id === restart ? begun(state) : state;
    case "remove":
      return state;
  }
}

function begun(state: State): State {
  switch (state.view) {
    case "path":
      return { ...state, way: 0 };
    case "estimates":
      return { ...state, estimates: 1 };
    case "descent":
      return { ...state, descent: begin(state.descent.seed + 1, state.descent.from) };
  }
}

function set(state: State, id: string, value: number | string | boolean): State {
  const number = Number(value);
  switch (id) {
    case "view":
      return { ...state, view: views.find((one) => one.value === value)?.value ?? state.view };
    case "f": {
      const f = landscapes.find((one) => one.value === value)?.value ?? state.f;
      return { ...state, f, descent: begin(state.descent.seed, state.descent.from) };
    }
    case "by":
      return value === "mu" || value === "logVar" ? { ...state, by: value } : state;
    case "draws": {
      const draws = drawCounts.includes(number) ? number : state.draws;
      return { ...state, draws, descent: begin(state.descent.seed, state.descent.from) };
    }
    case "offset": {
      const offset = clamp(number, ...ranges.offset);
      return { ...state, offset, descent: begin(state.descent.seed, state.descent.from) };
    }
    default:
      return state;
  }
}

/** On the line of z a press moves q there; on a map it says where the descents begin. */
function press(state: State, id: string, x: number, y: number): State {
  if (id === "mu") return drag(state, "mu", x, 0);
  if (id !== "from") return state;
  const from = { mu: tidy(clamp(x, ...ranges.mu)), logVar: tidy(clamp(y, ...ranges.logVar)) };
  return { ...state, descent: begin(state.descent.seed, from) };
}

/** `mu` is dragged to where it shall be, `sigma` to one deviation above it. */
function drag(state: State, id: string, x: number, y: number): State {
  if (id === "from") return press(state, id, x, y);
  if (id === "mu") return { ...state, mu: tidy(clamp(x, ...ranges.mu)) };
  if (id !== "sigma") return state;
  const logVar = 2 * Math.log(Math.max(1e-3, x - state.mu));
  return { ...state, logVar: tidy(clamp(logVar, ...ranges.logVar)) };
}

function tidy(value: number): number {
  return Number(value.toFixed(3));
}

export function sigmaOf({ logVar }: State): number {
  return Math.exp(logVar / 2);
}

const views = [
  { value: "path", label: words("From noise to z", "雑音から z へ") },
  { value: "estimates", label: words("Three estimates", "三つの推定") },
  { value: "descent", label: words("Downhill", "坂を下る") },
] as const;

export function controls(state: State): Control[] {
  return [
    { control: "views", id: "view", label: words("Page", "ページ"), options: views, value: state.view },
    { control: "choice", id: "f", label: words("f(z)", "f(z)"), options: landscapes, value: state.f },
    ...(state.view === "path" ? [] : [draws(state)]),
    ...(state.view === "estimates" ? [by(state)] : []),
    offset(state),
  ];
}

function draws({ draws: value }: State): Control {
  return {
    control: "choice",
    id: "draws",
    label: words("draws in an estimate", "推定一回のサンプル数"),
    options: drawCounts.map((count) => ({ value: String(count), label: words(`${count}`, `${count}`) })),
    value: String(value),
  };
}

function by({ by: value }: State): Control {
  return {
    control: "choice",
    id: "by",
    label: words("derivative by", "微分する変数"),
    options: [
      { value: "mu", label: words("mu", "mu") },
      { value: "logVar", label: words("logVar", "logVar") },
    ],
    value,
  };
}

function offset({ offset: value }: State): Control {
  return {
    control: "slider",
    id: "offset",
    label: words("added to f", "f に足す数"),
    min: ranges.offset[0],
    max: ranges.offset[1],
    step: 0.5,
    value,
    text: words(short(value), short(value)),
  };
}
