import type { Control, SceneEvent } from "#sdk/picture.ts";
import { createRng } from "#sdk/random.ts";
import { clamp, words } from "#sdk/plot.ts";
import type { Mixture } from "../starter.ts";

export type DataName = "clouds" | "crossing" | "outlier";
export type Reach = "near" | "far";

export interface State {
  readonly view: "plane" | "line";
  /** In the plane: which samples, where the components begin, and how many half-steps have been made. */
  readonly data: DataName;
  readonly means: number[][];
  readonly half: number;
  /** How often somebody asked for another start. */
  readonly again: number;
  /** On the line: samples, and a mixture of two. */
  readonly line: {
    readonly x: number[];
    readonly weight: number;
    readonly means: readonly [number, number];
    readonly deviations: readonly [number, number];
    readonly reach: Reach;
  };
}

/** So many E steps, and as many M steps. */
export const STEPS = 12;
export const HALVES = 2 * STEPS;

export const plane = { x: [-5, 5], y: [-4, 4] } as const;
export const lineRange = [-5, 5] as const;

/** Three quarters of the way from the left to the middle, say: starts that have a way to go. */
const starts: Readonly<Record<DataName, number[][]>> = {
  clouds: [
    [-0.8, 0.4],
    [0.3, 1.4],
    [0.9, -0.6],
  ],
  crossing: [
    [-1.2, 1.1],
    [1.3, 0.9],
  ],
  outlier: [
    [-1, -0.4],
    [0.9, 0.3],
    [4.2, 3.1],
  ],
};

export const start: State = {
  view: "plane",
  data: "clouds",
  means: starts.clouds,
  half: 1,
  again: 0,
  line: {
    x: [-2.9, -2.2, -1.5, -0.4, 0.7, 1.3, 2.6, 3.4],
    weight: 0.3,
    means: [-1.4, 1.6],
    deviations: [0.8, 1.5],
    reach: "near",
  },
};

/** Every component begins alike but for its place. */
export function begun({ means }: State): Mixture {
  return {
    weights: means.map(() => 1 / means.length),
    means,
    variances: means.map(() => [2, 2]),
  };
}

/** The mixture on the line. */
export function lineMixture({ line: { weight, means, deviations } }: State): Mixture {
  return {
    weights: [weight, 1 - weight],
    means: means.map((mean) => [mean]),
    variances: deviations.map((deviation) => [deviation ** 2]),
  };
}

type Cloud = readonly [count: number, x: number, y: number, sdX: number, sdY: number];

const clouds: Readonly<Record<DataName, readonly Cloud[]>> = {
  clouds: [
    [24, -2.1, 1.2, 0.8, 1],
    [22, 1.7, 1.5, 1.1, 0.6],
    [18, 0.5, -1.7, 1.2, 0.65],
  ],
  crossing: [
    [34, 0, 0, 2, 0.35],
    [30, 0.2, 0.1, 0.35, 1.6],
  ],
  outlier: [
    [30, -2, -0.6, 0.8, 0.8],
    [28, 1.4, 0.2, 0.9, 0.7],
    [1, 4.2, 3.1, 0, 0],
  ],
};

const drawn = new Map<DataName, number[][]>();

export function samplesOf(data: DataName): number[][] {
  const known = drawn.get(data) ?? drawSamples(data);
  drawn.set(data, known);
  return known;
}

function drawSamples(data: DataName): number[][] {
  const rng = createRng(`gmm-em ${data}`);
  return clouds[data].flatMap(([count, x, y, sdX, sdY]) =>
    Array.from({ length: count }, () => [
      round(clamp(rng.normal(x, sdX), -4.8, 4.8)),
      round(clamp(rng.normal(y, sdY), -3.8, 3.8)),
    ]),
  );
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function change(state: State, event: SceneEvent): State {
  switch (event.kind) {
    case "set":
      return set(state, event.id, event.value);
    case "push":
      return push(state, event.id);
    case "drag":
      return state.view === "plane" ? dragMean(state, event) : dragOnLine(state, event);
    default:
      return state;
  }
}

function set(state: State, id: string, value: number | string | boolean): State {
  switch (id) {
    case "view":
      return value === "plane" || value === "line" ? { ...state, view: value } : state;
    case "half":
      return { ...state, half: clamp(Math.round(Number(value) || 0), 0, HALVES) };
    case "data":
      return isData(value) ? { ...state, data: value, means: starts[value], half: 1 } : state;
    case "components":
      return withComponents(state, Number(value));
    case "weight":
      return { ...state, line: { ...state.line, weight: clamp(Number(value) || 0.5, 0.05, 0.95) } };
    case "reach":
      return value === "near" || value === "far"
        ? { ...state, line: { ...state.line, reach: value } }
        : state;
    default:
      return state;
  }
}

function isData(value: unknown): value is DataName {
  return value === "clouds" || value === "crossing" || value === "outlier";
}

function withComponents(state: State, count: number): State {
  if (!(count >= 2 && count <= 4)) return state;
  const means = [...state.means, ...randomMeans(state, 4)].slice(0, count);
  return { ...state, means, half: 1 };
}

function push(state: State, id: string): State {
  if (id === "restart") return { ...state, half: 0 };
  if (id !== "again") return state;
  const next = { ...state, again: state.again + 1, half: 1 };
  return { ...next, means: randomMeans(next, state.means.length) };
}

function randomMeans({ again }: State, count: number): number[][] {
  const rng = createRng(`gmm-em start ${again}`);
  return Array.from({ length: count }, () => [round(rng.uniform(-3.2, 3.2)), round(rng.uniform(-2.6, 2.6))]);
}

type Drag = Extract<SceneEvent, { readonly kind: "drag" }>;

function dragMean(state: State, { id, x, y }: Drag): State {
  const place = [round(clamp(x, ...plane.x)), round(clamp(y, ...plane.y))];
  return { ...state, means: state.means.map((mean, k) => (id === `start${k}` ? place : mean)) };
}

function dragOnLine(state: State, { id, x }: Drag): State {
  const { line } = state;
  const place = round(clamp(x, ...lineRange));
  const only = (prefix: string, old: readonly number[], value: (index: number) => number): number[] =>
    old.map((one, index) => (id === `${prefix}${index}` ? value(index) : one));
  const pair = ([a = 0, b = 0]: readonly number[]): readonly [number, number] => [a, b];
  return {
    ...state,
    line: {
      ...line,
      x: only("x", line.x, () => place),
      means: pair(only("mean", line.means, () => place)),
      deviations: pair(
        only("deviation", line.deviations, (k) => clamp(round(place - (line.means[k] ?? 0)), 0.2, 3)),
      ),
    },
  };
}

export function controls(state: State): readonly Control[] {
  const views: Control = {
    control: "views",
    id: "view",
    label: words("what to look at", "見るもの"),
    value: state.view,
    options: [
      { value: "plane", label: words("E and M steps", "E と M のステップ") },
      { value: "line", label: words("On a line", "直線上で") },
    ],
  };
  return [views, ...(state.view === "plane" ? planeControls(state) : lineControls(state))];
}

function planeControls({ half, data, means }: State): readonly Control[] {
  return [
    {
      control: "slider",
      id: "half",
      label: words("half-step", "半ステップ"),
      min: 0,
      max: HALVES,
      step: 1,
      value: half,
      text: nameOfHalf(half),
    },
    {
      control: "choice",
      id: "data",
      label: words("samples", "サンプル"),
      value: data,
      options: [
        { value: "clouds", label: words("three clouds", "三つの塊") },
        { value: "crossing", label: words("crossing", "交差") },
        { value: "outlier", label: words("one far away", "離れた 1 個") },
      ],
    },
    {
      control: "choice",
      id: "components",
      label: words("components", "成分"),
      value: String(means.length),
      options: ["2", "3", "4"].map((value) => ({ value, label: words(value, value) })),
    },
    { control: "button", id: "again", label: words("Another start", "別の初期値") },
  ];
}

/** Half-steps 1, 3, 5 ... are E steps, 2, 4, 6 ... M steps. */
export function nameOfHalf(half: number) {
  if (half === 0) return words("the start", "開始");
  const step = Math.ceil(half / 2);
  return half % 2 === 1
    ? words(`E step ${step}`, `E ステップ ${step}`)
    : words(`M step ${step}`, `M ステップ ${step}`);
}

function lineControls({ line: { weight, reach } }: State): readonly Control[] {
  return [
    {
      control: "slider",
      id: "weight",
      label: words("weight of the left one", "左の成分の混合比"),
      min: 0.05,
      max: 0.95,
      step: 0.05,
      value: weight,
      text: words(weight.toFixed(2), weight.toFixed(2)),
    },
    {
      control: "choice",
      id: "reach",
      label: words("how far to look", "見る範囲"),
      value: reach,
      options: [
        { value: "near", label: words("near", "近く") },
        { value: "far", label: words("1000 deviations", "標準偏差の 1000 倍") },
      ],
    },
  ];
}
