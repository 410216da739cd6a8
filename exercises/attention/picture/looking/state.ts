import type { SceneEvent } from "#sdk/picture.ts";
import { clamp } from "#sdk/plot.ts";
import type { Matrix } from "../players.ts";
import { maskIn, tokens, type MaskName } from "../tokens.ts";

export interface LookingState {
  readonly queries: Matrix;
  readonly keys: Matrix;
  readonly values: Matrix;
  /** The token whose row is looked at. */
  readonly token: number;
  readonly mask: MaskName;
  /** What the queries are divided by. */
  readonly temperature: number;
}

/** Nouns look for their colour, colours for their noun; "and" hardly cares. Angles in degrees. */
export const start: LookingState = {
  queries: [polar(15, 1.6), polar(48, 2.4), polar(95, 0.9), polar(165, 1.6), polar(132, 2.4)],
  keys: [polar(38, 2.3), polar(5, 1.7), polar(272, 1.5), polar(142, 2.3), polar(178, 1.7)],
  values: [
    [1.6, 1.5],
    [2.1, -0.6],
    [0.1, -2],
    [-1.5, 1.7],
    [-2.1, -0.8],
  ],
  token: 1,
  mask: "none",
  temperature: 1,
};

export function change(state: LookingState, event: SceneEvent): LookingState {
  switch (event.kind) {
    case "press":
      return {
        ...state,
        token: clamp(Math.floor(event.id === "token" ? event.y : event.x), 0, tokens.length - 1),
      };
    case "drag":
      return moved(state, event);
    case "push":
      return event.id === "again" ? start : state;
    case "set":
      return set(state, event);
    case "remove":
      return state;
  }
}

function set(state: LookingState, { id, value }: Extract<SceneEvent, { kind: "set" }>): LookingState {
  if (id === "mask") return { ...state, mask: maskIn(value) ?? state.mask };
  if (id === "token") return { ...state, token: clamp(Math.round(Number(value)), 0, tokens.length - 1) };
  // the slider counts halvings and doublings
  return id === "temperature" ? { ...state, temperature: 2 ** Number(value) } : state;
}

/** A handle's id is "query", "key 3" or "value 3". */
function moved(state: LookingState, { id, x, y }: Extract<SceneEvent, { kind: "drag" }>): LookingState {
  const [what, number] = id.split(" ");
  const place = (rows: Matrix, index: number): Matrix => rows.map((row, i) => (i === index ? [x, y] : row));
  switch (what) {
    case "query":
      return { ...state, queries: place(state.queries, state.token) };
    case "key":
      return { ...state, keys: place(state.keys, Number(number)) };
    case "value":
      return { ...state, values: place(state.values, Number(number)) };
    default:
      return state;
  }
}

function polar(degrees: number, length: number): number[] {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)].map((part) => Number((length * part).toFixed(2)));
}
