import { restart, type Control, type SceneEvent } from "#sdk/picture.ts";
import { clamp, words } from "#sdk/plot.ts";
import { inputOf, pressed, targetOf } from "./layout.ts";
import {
  decimals,
  nameOf,
  placesOf,
  round,
  valueAt,
  withValue,
  type Activation,
  type Layer,
  type Matrix,
} from "./net.ts";

/** A small net, a batch of three rows, and how far the computation is shown. */
export interface GraphState {
  readonly layers: readonly Layer[];
  readonly X: Matrix;
  readonly D: Matrix;
  /** The row whose numbers stand in the net. */
  readonly row: number;
  /** 0: nothing is computed yet; then one number a step, the last of them `backward` as a whole. */
  readonly step: number;
  /** The parameter that is being looked at, an index into `placesOf`. */
  readonly chosen: number;
  /** It has been played to its end: it does not begin again by itself. */
  readonly ended: boolean;
}

export const depth = 3;
export const lastStep = 3 * depth + 1;
export const weightRange = [-3, 3] as const;

export const graphStart: GraphState = {
  layers: [
    {
      W: [
        [0.8, -0.5],
        [-0.6, 1.4],
        [0.5, 1.1],
      ],
      b: [0.2, -0.2, 0.3],
      activation: "tanh",
    },
    {
      W: [
        [1.2, 0.7, 0.5],
        [1.6, -0.8, -0.9],
      ],
      b: [0.3, 0.2],
      activation: "relu",
    },
    {
      W: [
        [1.3, -1.7],
        [-0.9, 1.5],
      ],
      b: [-1.6, 1],
      activation: "sigmoid",
    },
  ],
  X: [
    [1.2, 0.4],
    [-0.5, 0.9],
    [0.3, 1.4],
  ],
  D: [
    [0.9, 0.1],
    [-0.4, 1.2],
    [0.2, -0.3],
  ],
  row: 0,
  step: lastStep,
  chosen: 10,
  ended: false,
};

export const activationChoices: readonly (readonly Activation[])[] = [
  ["tanh", "relu", "sigmoid"],
  ["tanh", "sigmoid", "identity"],
  ["sigmoid", "tanh", "relu"],
];

export function changeGraph(state: GraphState, event: SceneEvent): GraphState {
  switch (event.kind) {
    case "set":
      return set(state, event.id, event.value);
    case "drag":
      return drag(state, event);
    case "press": {
      const chosen = pressed(state.layers, event);
      return chosen === null ? state : { ...state, chosen };
    }
    case "push":
      if (event.id === restart) return { ...state, step: 0, ended: false };
      if (event.id === "back") return { ...state, step: Math.max(0, state.step - 1), ended: false };
      return event.id === "reset" ? graphStart : state;
    case "remove":
      return state;
  }
}

function set(state: GraphState, id: string, value: number | string | boolean): GraphState {
  switch (id) {
    case "step":
      return { ...state, step: clamp(Math.round(Number(value)), 0, lastStep), ended: false };
    case "row":
      return { ...state, row: clamp(Number(value), 0, state.X.length - 1) };
    case "chosen":
      return { ...state, chosen: clamp(Number(value), 0, placesOf(state.layers).length - 1) };
    case "weight":
      return withChosen(state, Number(value));
    case "activations":
      return withActivations(state, Number(value));
    default:
      return state;
  }
}

/** The same net with one of `activationChoices`. */
export function withActivations(state: GraphState, choice: number): GraphState {
  const activations = activationChoices[choice] ?? [];
  const layers = state.layers.map((layer, l) => ({
    ...layer,
    activation: activations[l] ?? layer.activation,
  }));
  return { ...state, layers };
}

function withChosen(state: GraphState, value: number): GraphState {
  const place = placesOf(state.layers)[state.chosen];
  if (place === undefined || !Number.isFinite(value)) return state;
  return { ...state, layers: withValue(state.layers, place, round(clamp(value, ...weightRange), 0.01)) };
}

function drag(state: GraphState, { id, x }: { readonly id: string; readonly x: number }): GraphState {
  if (id === "weight") return withChosen(state, x);
  const unit = Number(id.slice(1));
  const replaced = (rows: Matrix, value: number): Matrix =>
    rows.map((row, n) =>
      n === state.row ? row.map((old, i) => (i === unit ? round(value, 0.01) : old)) : row,
    );
  if (id.startsWith("x")) return { ...state, X: replaced(state.X, inputOf(state.layers, unit, x)) };
  return id.startsWith("d") ? { ...state, D: replaced(state.D, targetOf(state.layers, unit, x)) } : state;
}

/** Begins anew where it stands at its end, once. */
export function nextStep(state: GraphState): GraphState | null {
  if (state.step < lastStep) return { ...state, step: state.step + 1, ended: state.step + 1 === lastStep };
  return state.ended ? null : { ...state, step: 0 };
}

export type Phase = "start" | "forward" | "outputDelta" | "hiddenDelta" | "weightGradients" | "backward";

/** What a step computes, and in which layer. */
export function phaseOf(step: number): { readonly phase: Phase; readonly layer: number } {
  if (step === 0) return { phase: "start", layer: -1 };
  if (step <= depth) return { phase: "forward", layer: step - 1 };
  if (step <= 2 * depth)
    return { phase: step === depth + 1 ? "outputDelta" : "hiddenDelta", layer: 2 * depth - step };
  if (step <= 3 * depth) return { phase: "weightGradients", layer: 3 * depth - step };
  return { phase: "backward", layer: -1 };
}

export function graphControls(state: GraphState): readonly Control[] {
  const { step } = state;
  return [
    {
      control: "slider",
      id: "step",
      label: words("Step", "段階"),
      min: 0,
      max: lastStep,
      step: 1,
      value: step,
      text: stepName(step),
    },
    { control: "button", id: "back", label: words("Step back", "1 つ戻る"), disabled: step === 0 },
    {
      control: "choice",
      id: "row",
      label: words("Row shown", "表示する行"),
      options: state.X.map((_, n) => ({ value: String(n), label: words(String(n), String(n)) })),
      value: String(state.row),
    },
    {
      control: "choice",
      id: "activations",
      label: words("Activations", "活性化関数"),
      options: activationChoices.map((names, index) => {
        const label = names.join(", ");
        return { value: String(index), label: words(label, label) };
      }),
      value: String(chosenActivations(state)),
    },
    ...parameterControls(state),
    { control: "button", id: "reset", label: words("Reset the net", "ネットワークを元に戻す") },
  ];
}

/** Which parameter is looked at, and its value. */
function parameterControls({ layers, chosen }: GraphState): readonly Control[] {
  const places = placesOf(layers);
  const place = places[chosen] ?? { layer: 0, to: 0, from: 0 };
  const value = valueAt(layers, place) ?? 0;
  return [
    {
      control: "slider",
      id: "chosen",
      label: words("Parameter", "パラメータ"),
      min: 0,
      max: places.length - 1,
      step: 1,
      value: chosen,
      text: words(nameOf(place), nameOf(place)),
    },
    {
      control: "slider",
      id: "weight",
      label: words("Its value", "その値"),
      min: weightRange[0],
      max: weightRange[1],
      step: 0.01,
      value,
      text: words(decimals(value), decimals(value)),
    },
  ];
}

function chosenActivations({ layers }: GraphState): number {
  const there = layers.map(({ activation }) => activation).join();
  return Math.max(
    0,
    activationChoices.findIndex((names) => names.join() === there),
  );
}

export function stepName(step: number) {
  const { phase, layer } = phaseOf(step);
  switch (phase) {
    case "start":
      return words("nothing yet", "計算前");
    case "backward":
      return words("backward: all", "backward：全体");
    default:
      return words(`${phase}: layer ${layer}`, `${phase}：第 ${layer} 層`);
  }
}
