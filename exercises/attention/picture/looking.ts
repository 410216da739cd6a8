import type { Control, Key, Localized, SceneEvent } from "#sdk/picture.ts";
import { clamp, short, words } from "#sdk/plot.ts";
import { arrowsPanel } from "./looking/arrows.ts";
import { readingPanel } from "./looking/reading.ts";
import { rowPanel } from "./looking/row.ts";
import { ask, keys, verdict, type Drawing, type Matrix, type View } from "./players.ts";
import { squaresPanel } from "./squares.ts";
import { maskControl, maskIn, maskOf, tokenAt, tokens, type MaskName } from "./tokens.ts";

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
const start: LookingState = {
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

export const looking: View<LookingState> = {
  start,
  change,
  controls,
  calls: (state) => {
    const queries = cooled(state);
    const mask = maskOf(state.mask);
    return [
      ask("attentionWeights", "", [queries, state.keys, mask]),
      ask("attention", "", [queries, state.keys, state.values, mask]),
    ];
  },
  scene: (shown) => ({
    panels: [
      squaresPanel(shown, {
        id: "weights",
        title: words("Who looks where: area is weight", "誰がどこを見るか（面積が重み）"),
        columns: 4,
        mask: maskOf(shown.state.mask),
        token: shown.state.token,
        weights: (of) => of.get("attentionWeights", ""),
      }),
      arrowsPanel(shown.state),
      readingPanel(shown),
      rowPanel(shown),
    ],
    keys: [...inksUsed, keys.student, keys.reference, keys.misconception, keys.hidden],
    says: sentences(shown),
  }),
};

const inksUsed: readonly Key[] = [
  { ink: "accent", mark: "arrow", text: words("query of the chosen token", "選んだトークンのクエリ") },
  { ink: "data", mark: "arrow", text: words("keys", "キー") },
  { ink: "data", mark: "diamond", text: words("values", "値") },
];

function polar(degrees: number, length: number): number[] {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)].map((part) => Number((length * part).toFixed(2)));
}

function cooled({ queries, temperature }: LookingState): Matrix {
  return queries.map((query) => query.map((value) => value / temperature));
}

function change(state: LookingState, event: SceneEvent): LookingState {
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

function controls({ token, mask, temperature }: LookingState): readonly Control[] {
  const printed = short(temperature);
  return [
    {
      control: "choice",
      id: "token",
      label: words("token", "トークン"),
      options: tokens.map((label, index) => ({ value: String(index), label })),
      value: String(token),
    },
    maskControl(mask),
    {
      control: "slider",
      id: "temperature",
      label: words("temperature", "温度"),
      min: -3,
      max: 3,
      step: 0.5,
      value: Math.log2(temperature),
      text: words(printed, printed),
    },
    { control: "button", id: "again", label: words("Reset", "元に戻す") },
  ];
}

function sentences({ state, student, reference }: Drawing<LookingState>): readonly Localized[] {
  const { en, ja } = tokenAt(state.token);
  const [own, right] = [student.get("attentionWeights", ""), reference.get("attentionWeights", "")];
  const printed = (weights: Matrix | undefined): string =>
    (weights?.[state.token] ?? []).map((weight) => short(weight)).join(", ");
  const reads = (rows: Matrix | undefined): string =>
    (rows?.[state.token] ?? []).map((value) => short(value)).join(", ");
  const [ownRead, rightRead] = [student.get("attention", ""), reference.get("attention", "")];
  return [
    words(`Weights of “${en}”: ${printed(right)}.`, `「${ja}」の重み: ${printed(right)}。`),
    verdict(own, right, words(`Your row: ${printed(own)}.`, `自分の行: ${printed(own)}。`)),
    words(`It reads (${reads(rightRead)}).`, `読み取る値は (${reads(rightRead)}) である。`),
    ...(ownRead === undefined
      ? []
      : [
          verdict(
            ownRead,
            rightRead,
            words(`Yours reads (${reads(ownRead)}).`, `自分の出力は (${reads(ownRead)}) である。`),
          ),
        ]),
  ];
}
