import type { Control, SceneEvent } from "#sdk/picture.ts";
import { restart } from "#sdk/picture.ts";
import { createRng } from "#sdk/random.ts";
import { clamp, words } from "#sdk/plot.ts";
import { N, rounded, T, type Cloud, type ScheduleName, type ShapeName } from "./data.ts";

export type View = "noise" | "predict" | "reverse" | "steps";

export interface State {
  readonly view: View;
  readonly shape: ShapeName;
  readonly schedule: ScheduleName;
  readonly t: number;
  /** What a prediction is off by: in a direction drawn at random, or as the best possible prediction is. */
  readonly guess: "off" | "best";
  /** How far from the true noise a prediction is in that direction; the best possible prediction is at 1. */
  readonly error: number;
  readonly run: Run;
}

/** A walk from pure noise back to data, in which the student and the reference each go on from their own last point. */
export interface Run {
  readonly seed: number;
  /** The step that is next: T at the start, 0 at the end. */
  readonly t: number;
  /** Empty once it has no place any more: a step that threw, or gave NaN. */
  readonly student: Cloud;
  readonly reference: Cloud;
  /** The point whose step is looked at closely. */
  readonly picked: number;
  /** Where some of the student's points were before the last few steps. */
  readonly trail: readonly Cloud[];
  /** How far each cloud was from the data, before each step; null where there was none. */
  readonly gaps: readonly (readonly [student: number | null, reference: number | null])[];
}

export const start: State = {
  view: "noise",
  shape: "swirl",
  schedule: "linear",
  t: 8,
  guess: "off",
  error: 0.6,
  run: pureNoise(1),
};

export function pureNoise(seed: number, picked = 3): Run {
  const rng = createRng(`pure noise ${seed}`);
  const z = rounded(rng.matrix(N, 2, () => rng.normal()));
  return { seed, t: T, student: z, reference: z, picked, trail: [], gaps: [] };
}

export function change(state: State, event: SceneEvent): State {
  switch (event.kind) {
    case "set":
      return set(state, event.id, event.value);
    case "drag":
      if (event.id === "t") return { ...state, t: stepNear(event.x) };
      return event.id === "error" ? { ...state, error: errorNear(event.x) } : state;
    case "press":
      if (event.id === "t") return { ...state, t: stepNear(event.x) };
      return event.id === "pick" ? pick(state, [event.x, event.y]) : state;
    case "push":
      if (event.id === restart)
        return state.view === "noise"
          ? { ...state, t: 1 }
          : { ...state, run: pureNoise(state.run.seed, state.run.picked) };
      if (event.id === "other-noise") return { ...state, run: pureNoise(state.run.seed + 1) };
      if (event.id === "other-point")
        return { ...state, run: { ...state.run, picked: (state.run.picked + 1) % N } };
      return state;
    case "remove":
      return state;
  }
}

function set(state: State, id: string, value: number | string | boolean): State {
  const begun = { ...state, run: pureNoise(state.run.seed, state.run.picked) };
  if (id === "view" && isOneOf(["noise", "predict", "reverse", "steps"], value))
    return { ...state, view: value };
  if (id === "shape" && isOneOf(["swirl", "moons"], value)) return { ...begun, shape: value };
  if (id === "schedule" && isOneOf(["linear", "cosine"], value)) return { ...begun, schedule: value };
  if (id === "guess" && isOneOf(["off", "best"], value))
    return { ...state, guess: value, error: value === "best" ? 1 : start.error };
  if (id === "t" && typeof value === "number") return { ...state, t: stepNear(value) };
  if (id === "error" && typeof value === "number") return { ...state, error: errorNear(value) };
  return state;
}

function isOneOf<Name extends string>(names: readonly Name[], value: unknown): value is Name {
  return names.includes(value as Name);
}

function stepNear(t: number): number {
  return Math.round(clamp(t, 1, T));
}

export const errorRange = [-0.5, 1.5] as const;

function errorNear(error: number): number {
  return Math.round(clamp(error, ...errorRange) * 100) / 100;
}

/** The point nearest to the place that was pressed. */
function pick(state: State, [x, y]: readonly [number, number]): State {
  const { run } = state;
  const cloud = run.student.length > 0 ? run.student : run.reference;
  const distances = cloud.map(([a = NaN, b = NaN]) => Math.hypot(a - x, b - y));
  const picked = distances.indexOf(Math.min(...distances));
  return { ...state, run: { ...run, picked: Math.max(0, picked) } };
}

function viewTabs({ view }: State): Control {
  return {
    control: "views",
    id: "view",
    label: words("Pages", "ページ"),
    options: [
      { value: "noise", label: words("Into the noise", "ノイズへ") },
      { value: "predict", label: words("A guess of the noise", "ノイズの予測") },
      { value: "reverse", label: words("The way back", "帰り道") },
      { value: "steps", label: words("Step by step", "ステップごとに") },
    ],
    value: view,
  };
}

export function controls(state: State): Control[] {
  const { view } = state;
  return [
    viewTabs(state),
    ...(view === "noise" || view === "predict" ? [stepSlider(state)] : []),
    ...(view === "predict" || view === "steps" ? [guessChoice(state), errorSlider(state)] : []),
    {
      control: "choice",
      id: "shape",
      label: words("Data", "データ"),
      options: [
        { value: "swirl", label: words("swirl", "渦巻き") },
        { value: "moons", label: words("two moons", "二つの三日月") },
      ],
      value: state.shape,
    },
    {
      control: "choice",
      id: "schedule",
      label: words("Schedule", "スケジュール"),
      options: [
        { value: "linear", label: words("linear", "線形") },
        { value: "cosine", label: words("cosine", "余弦") },
      ],
      value: state.schedule,
    },
    ...(view === "reverse" ? runButtons : []),
  ];
}

const runButtons: readonly Control[] = [
  { control: "button", id: "other-noise", label: words("Other noise", "別のノイズ") },
  { control: "button", id: "other-point", label: words("Look at another point", "別の点を見る") },
];

function stepSlider({ t }: State): Control {
  return {
    control: "slider",
    id: "t",
    label: words("Step t", "ステップ t"),
    min: 1,
    max: T,
    step: 1,
    value: t,
    text: words(`${t} of ${T}`, `${t} / ${T}`),
  };
}

function guessChoice({ guess }: State): Control {
  return {
    control: "choice",
    id: "guess",
    label: words("Prediction", "予測"),
    options: [
      { value: "off", label: words("off by a random vector", "乱数のずれを加える") },
      { value: "best", label: words("the best possible", "最良の予測") },
    ],
    value: guess,
  };
}

function errorSlider({ error }: State): Control {
  return {
    control: "slider",
    id: "error",
    label: words("How far off", "ずれの大きさ"),
    min: errorRange[0],
    max: errorRange[1],
    step: 0.05,
    value: error,
    text: words(error.toFixed(2), error.toFixed(2)),
  };
}
