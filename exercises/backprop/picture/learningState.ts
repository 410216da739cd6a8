import {
  calling,
  restart,
  type Call,
  type Control,
  type Player,
  type SceneEvent,
  type Shown,
} from "#sdk/picture.ts";
import { createRng } from "#sdk/random.ts";
import { centres, clamp, short, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import type { Gradient, Layer, Matrix } from "./net.ts";
import { dataSets, hundredths, type DataSet, type Datum } from "./toyData.ts";

type Module = typeof Starter;
type Functions = Shown<Module, unknown>["student"];
const ask = calling<Module>();

/** A net that learns to tell two classes apart, as far as it has come. */
export interface LearningState {
  readonly data: DataSet;
  /** Points that the reader put there. */
  readonly added: readonly Datum[];
  /** The class of the next one. */
  readonly d: 0 | 1;
  readonly rate: number;
  readonly layers: readonly Layer[];
  readonly steps: number;
  /** E at the beginning of every frame: as the student's backward gives it, and the right one at the same weights. */
  readonly own: readonly (number | null)[];
  readonly right: readonly (number | null)[];
}

const sizes = [2, 6, 4, 1] as const;
export const stepsInFrame = 8;
export const stepsInAll = 800;
export const mostAdded = 12;
export const space = [-2.2, 2.2] as const;
export const grid = 24;

export const learningStart: LearningState = {
  data: "moons",
  added: [],
  d: 1,
  rate: 1,
  layers: freshLayers(),
  steps: 0,
  own: [],
  right: [],
};

function freshLayers(): Layer[] {
  const rng = createRng("backprop net 3");
  return sizes.slice(1).map((out, l): Layer => {
    const inputs = sizes[l] ?? 1;
    return {
      W: rng.matrix(out, inputs, () => rng.normal(0, 1.2 / Math.sqrt(inputs))),
      b: rng.vector(out, () => rng.normal(0, 0.3)),
      activation: l === sizes.length - 2 ? "sigmoid" : "tanh",
    };
  });
}

export function changeLearning(state: LearningState, event: SceneEvent): LearningState {
  const { added } = state;
  switch (event.kind) {
    case "set":
      return set(state, event.id, event.value);
    case "press":
      return added.length < mostAdded ? { ...state, added: [...added, datum(state.d, event)] } : state;
    case "drag":
      return {
        ...state,
        added: added.map((one, index) => (event.id === `added${index}` ? datum(one.d, event) : one)),
      };
    case "remove":
      return { ...state, added: added.filter((_, index) => event.id !== `added${index}`) };
    case "push":
      return event.id === restart ? begin(state) : state;
  }
}

function datum(d: 0 | 1, { x, y }: { readonly x: number; readonly y: number }): Datum {
  return { x: hundredths(clamp(x, ...space)), y: hundredths(clamp(y, ...space)), d };
}

function begin(state: LearningState): LearningState {
  return { ...state, layers: learningStart.layers, steps: 0, own: [], right: [] };
}

function set(state: LearningState, id: string, value: number | string | boolean): LearningState {
  switch (id) {
    case "data":
      return value === "moons" || value === "circles" || value === "xor"
        ? begin({ ...state, data: value, added: [] })
        : state;
    case "rate":
      return { ...state, rate: 10 ** Number(value) };
    case "class":
      return { ...state, d: value === "0" ? 0 : 1 };
    default:
      return state;
  }
}

export function learningControls({ data, rate, d }: LearningState): readonly Control[] {
  return [
    {
      control: "choice",
      id: "data",
      label: words("Data", "データ"),
      options: [
        { value: "moons", label: words("moons", "三日月") },
        { value: "circles", label: words("circles", "同心円") },
        { value: "xor", label: words("xor", "xor") },
      ],
      value: data,
    },
    {
      control: "slider",
      id: "rate",
      label: words("Learning rate", "学習率"),
      min: -1.5,
      max: 1,
      step: 0.05,
      value: Math.log10(rate),
      text: words(short(rate, 2), short(rate, 2)),
    },
    {
      control: "choice",
      id: "class",
      label: words("A press adds", "押すと加わる点"),
      options: [
        { value: "1", label: words("d = 1", "d = 1") },
        { value: "0", label: words("d = 0", "d = 0") },
      ],
      value: String(d),
    },
  ];
}

export function dataOf({ data, added }: LearningState): Datum[] {
  return [...dataSets[data], ...added];
}

/** Where the net is asked: the middle of every cell, row by row. */
const cells: Matrix = centres(...space, grid).flatMap((y) => centres(...space, grid).map((x) => [x, y]));

export function learningCalls(state: LearningState, known: Functions, player: Player): Call<Module>[] {
  const data = dataOf(state);
  const [X, D] = [data.map(({ x, y }) => [x, y]), data.map(({ d }) => [d])];
  const here = ask("backward", "0", [[...state.layers], X, D]);
  if (player !== "student") return [here];
  const { layers, taken } = descend(state, known);
  return [
    here,
    ask("forward", "", [[...state.layers], [...cells, ...X]]),
    ...(taken > 0 && taken < stepsInFrame && isFinite(layers)
      ? [ask("backward", String(taken), [layers, X, D])]
      : []),
  ];
}

/** The steps of this frame whose gradients are known: plain descent along the student's gradients. */
function descend({ layers, rate }: LearningState, known: Functions): { layers: Layer[]; taken: number } {
  let reached = [...layers];
  for (let taken = 0; taken < stepsInFrame; taken++) {
    const gradients = known.get("backward", String(taken))?.gradients;
    if (gradients?.length !== layers.length) return { layers: reached, taken };
    reached = reached.map((layer, l) => stepped(layer, gradients[l], rate));
  }
  return { layers: reached, taken: stepsInFrame };
}

function stepped(layer: Layer, gradient: Gradient | undefined, rate: number): Layer {
  return {
    ...layer,
    W: layer.W.map((row, j) => row.map((w, i) => w - rate * (gradient?.W[j]?.[i] ?? NaN))),
    b: layer.b.map((b, j) => b - rate * (gradient?.b[j] ?? NaN)),
  };
}

function isFinite(layers: readonly Layer[]): boolean {
  return layers.every(({ W, b }) => [...W.flat(), ...b].every((value) => Math.abs(value) < 1e6));
}

/** Ends when all steps are done, when there are no gradients to follow, and when they lead out of every bound. */
export function nextLearning({
  state,
  student,
  reference,
}: Shown<Module, LearningState>): LearningState | null {
  const { layers, taken } = descend(state, student);
  if (state.steps >= stepsInAll || taken < stepsInFrame || !isFinite(layers)) return null;
  return {
    ...state,
    layers,
    steps: state.steps + stepsInFrame,
    own: [...state.own, student.get("backward", "0")?.loss ?? null],
    right: [...state.right, reference.get("backward", "0")?.loss ?? null],
  };
}
