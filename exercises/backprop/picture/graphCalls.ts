import { calling, type Call, type Player, type Shown } from "#sdk/picture.ts";
import { steps } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { lastStep, weightRange, type GraphState } from "./graphState.ts";
import {
  meanError,
  placesOf,
  valueAt,
  withValue,
  type Gradient,
  type Layer,
  type Matrix,
  type Place,
} from "./net.ts";

const ask = calling<typeof Starter>();
type Module = typeof Starter;
export type Functions = Shown<Module, unknown>["student"];

/** Small enough for a difference quotient to three digits, large enough for who computes in float32. */
const H = 1e-3;

/** Where the error is looked at along the chosen parameter. */
export const alongChosen = steps(...weightRange, 25);

/** An error that somebody is asked for: of these layers on these rows. */
interface ErrorAt {
  readonly id: string;
  readonly layers: Layer[];
  readonly X: Matrix;
  readonly D: Matrix;
}

export function graphCalls(state: GraphState, known: Functions, player: Player): Call<Module>[] {
  const { X, D } = state;
  const layers = [...state.layers];
  const whole = ask("backward", "", [layers, X, D]);
  if (player === "misconception") return [whole];
  return [
    ask("forward", "", [layers, X]),
    whole,
    ...chainCalls(layers, state, known, player),
    ...errorCalls(state, known, player),
  ];
}

/** One function after the other, each on what the same player's earlier ones gave. */
function chainCalls(layers: Layer[], { X, D }: GraphState, known: Functions, player: Player): Call<Module>[] {
  const { u, z } = known.get("forward", "") ?? { u: [], z: [] };
  return layers.flatMap((layer, l): Call<Module>[] => {
    const [here, out] = [u[l], z[l]];
    if (here === undefined || out === undefined) return [];
    const [next, deltaNext, delta] = [
      layers[l + 1],
      deltaOf(known, l + 1, layers.length),
      deltaOf(known, l, layers.length),
    ];
    const input = l === 0 ? X : z[l - 1];
    return [
      ...(next === undefined ? [ask("outputDelta", "", [layer, here, out, D])] : []),
      ...(next !== undefined && deltaNext !== undefined
        ? [ask("hiddenDelta", String(l), [deltaNext, next, here, layer])]
        : []),
      // the reference's gradients come from its backward
      ...(player === "student" && delta !== undefined && input !== undefined
        ? [ask("weightGradients", String(l), [delta, input])]
        : []),
    ];
  });
}

export function deltaOf(known: Functions, layer: number, depth: number): Matrix | undefined {
  return layer === depth - 1 ? known.get("outputDelta", "") : known.get("hiddenDelta", String(layer));
}

/** Errors are asked of backward, or of forward where backward is not there yet. */
function errorCalls(state: GraphState, known: Functions, player: Player): Call<Module>[] {
  const source = errorSource(known);
  if (source === null) return [];
  const wanted = [...alongErrors(state), ...(player === "student" ? nudgedErrors(state) : [])];
  return wanted.map(({ id, layers, X, D }) =>
    source === "backward" ? ask("backward", id, [layers, X, D]) : ask("forward", id, [layers, X]),
  );
}

function errorSource(known: Functions): "backward" | "forward" | null {
  if (known.get("backward", "") !== undefined) return "backward";
  return known.get("forward", "") === undefined ? null : "forward";
}

function alongErrors({ layers, X, D, chosen }: GraphState): ErrorAt[] {
  const place = placesOf(layers)[chosen];
  if (place === undefined) return [];
  return alongChosen.map((value, index) => ({
    id: `along ${index}`,
    layers: withValue(layers, place, value),
    X,
    D,
  }));
}

/** Every parameter a little larger and smaller; every bias so for the shown row alone too, which differs by that unit's sum. */
function nudgedErrors({ layers, X, D, row }: GraphState): ErrorAt[] {
  const alone = { X: [X[row] ?? []], D: [D[row] ?? []] };
  const nudged = placesOf(layers).flatMap((place, index) => {
    const value = valueAt(layers, place) ?? 0;
    return ([1, -1] as const).flatMap((side): ErrorAt[] => {
      const changed = withValue(layers, place, value + side * H);
      const batch = { id: `nudged ${index} ${side}`, layers: changed, X, D };
      return place.from === null
        ? [batch, { id: `row ${index} ${side}`, layers: changed, ...alone }]
        : [batch];
    });
  });
  return [{ id: "row", layers: [...layers], ...alone }, ...nudged];
}

export function errorOf(functions: Functions, id: string, D: Matrix): number | undefined {
  if (errorSource(functions) === "backward") return functions.get("backward", id)?.loss;
  const y = functions.get("forward", id)?.z.at(-1);
  return y === undefined ? undefined : meanError(y, D);
}

/** (E(w + h) - E(w - h)) / 2h; nothing at a kink, where both sides differ. */
function difference(
  functions: Functions,
  manner: "nudged" | "row",
  index: number,
  D: Matrix,
  at: number | undefined,
) {
  const above = errorOf(functions, `${manner} ${index} 1`, D);
  const below = errorOf(functions, `${manner} ${index} -1`, D);
  if (above === undefined || below === undefined || at === undefined) return undefined;
  const bend = Math.abs(above - 2 * at + below) / H;
  return bend > 0.02 ? undefined : (above - below) / (2 * H);
}

/** Does a derivative agree with the differences? Null where there is nothing to say. */
export type Verdict = boolean | null;

/** One parameter: its derivative as the student's functions give it, as their own error has it, and the right one. */
export interface Derivative {
  readonly place: Place;
  readonly value: number;
  readonly own: number | undefined;
  readonly difference: number | undefined;
  readonly right: number | undefined;
  /** False too where the student's gradient has another shape, without a place for this one. */
  readonly agrees: Verdict;
}

export function derivativesOf(state: GraphState, student: Functions, reference: Functions): Derivative[] {
  const gradients = gradientsAt(state, student);
  const right = reference.get("backward", "")?.gradients;
  const at = errorOf(student, "", state.D);
  return placesOf(state.layers).map((place, index) => {
    const own = valueAt(gradients, place);
    const compared = difference(student, "nudged", index, state.D, at);
    const isLeftOut = own === undefined && gradients[place.layer] !== undefined;
    return {
      place,
      value: valueAt(state.layers, place) ?? NaN,
      own,
      difference: compared,
      right: valueAt(right, place),
      agrees: isLeftOut ? false : isClose(own, compared),
    };
  });
}

/** At the last step what backward gives; before it, what the single functions give one after the other. */
function gradientsAt({ layers, step }: GraphState, student: Functions): (Gradient | undefined)[] {
  const whole = student.get("backward", "")?.gradients;
  return layers.map((_, l) => {
    const single = student.get("weightGradients", String(l));
    return step === lastStep ? (whole?.[l] ?? single) : (single ?? whole?.[l]);
  });
}

/** One unit in the shown row. */
export interface Unit {
  readonly layer: number;
  readonly unit: number;
  /** Its bias, as an index into `placesOf`. */
  readonly bias: number;
  readonly u: number | undefined;
  readonly z: number | undefined;
  readonly delta: number | undefined;
  /** The derivative of the row's error by the unit's sum, from differences of the student's own error. */
  readonly difference: number | undefined;
  readonly right: {
    readonly u: number | undefined;
    readonly z: number | undefined;
    readonly delta: number | undefined;
  };
  readonly forwardAgrees: Verdict;
  readonly deltaAgrees: Verdict;
}

export function unitsOf(state: GraphState, student: Functions, reference: Functions): Unit[] {
  const { layers, row } = state;
  const rowTargets = [state.D[row] ?? []];
  const at = errorOf(student, "row", rowTargets);
  return placesOf(layers).flatMap(({ layer, to, from }, index): Unit[] => {
    if (from !== null) return [];
    const [own, right] = [student, reference].map((functions) => ({
      u: functions.get("forward", "")?.u[layer]?.[row]?.[to],
      z: functions.get("forward", "")?.z[layer]?.[row]?.[to],
      delta: deltaOf(functions, layer, layers.length)?.[row]?.[to],
    })) as [Unit["right"], Unit["right"]];
    const compared = difference(student, "row", index, rowTargets, at);
    const forwardAgrees = isClose(own.u, right.u) === false ? false : isClose(own.z, right.z);
    const deltaAgrees = isClose(own.delta, compared);
    return [
      { layer, unit: to, bias: index, ...own, difference: compared, right, forwardAgrees, deltaAgrees },
    ];
  });
}

function isClose(value: number | undefined, wanted: number | undefined): Verdict {
  if (value === undefined || wanted === undefined || !Number.isFinite(wanted)) return null;
  return Math.abs(value - wanted) <= 2e-4 + 3e-3 * Math.abs(wanted);
}
