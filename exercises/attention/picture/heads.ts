import type { HandleMark, Localized, Mark, Panel, Player, SceneEvent } from "#sdk/picture.ts";
import { cell, clamp, extent, short, words } from "#sdk/plot.ts";
import { ask, keys, players, verdict, type Drawing, type Matrix, type View } from "./players.ts";
import { squaresPanel } from "./squares.ts";
import { maskControl, maskIn, maskOf, tokenAt, tokens, type MaskName } from "./tokens.ts";

export interface HeadsState {
  readonly X: Matrix;
  readonly heads: number;
  readonly token: number;
  readonly mask: MaskName;
}

/** A token in four numbers: which phrase, colour or thing, and its place as a point on a circle. */
const embedded: Matrix = [
  [1, 1],
  [1, -1],
  [0.1, 0.2],
  [-1, 1],
  [-1, -1],
].map((meaning, place) => [...meaning, ...onCircle(60 * place)]);

const start: HeadsState = { X: embedded, heads: 2, token: 1, mask: "none" };
const counts = [1, 2, 4];
const parts = [
  words("phrase", "句"),
  words("kind", "種類"),
  words("place 1", "位置 1"),
  words("place 2", "位置 2"),
];

/** With two heads the first looks for the other word of its phrase, and the second for the word before it. */
const [cosine = 0, sine = 0] = onCircle(-60);
const weights: Readonly<Record<"WQ" | "WK" | "WV" | "WO", Matrix>> = {
  WQ: [
    [2.4, 0.4, 0, 0],
    [-0.4, -2.4, 0, 0],
    [0, 0, 4 * cosine, 4 * sine],
    [0, 0, -4 * sine, 4 * cosine],
  ],
  WK: [
    [1, 0.2, 0, 0],
    [-0.3, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
  ],
  WV: [
    [1, 0.6, -0.4, 0.2],
    [0.1, 0.9, 0.8, -0.5],
    [-0.7, 0.2, 1, 0.3],
    [0.4, -0.3, 0.1, 1.1],
  ],
  WO: [
    [0.9, -0.5, 0.3, 0.1],
    [0.4, 0.8, -0.6, 0.5],
    [-0.2, 0.3, 1, -0.7],
    [0.6, 0.1, 0.2, 0.8],
  ],
};

export const heads: View<HeadsState> = {
  start,
  change,
  controls: (state) => [
    {
      control: "choice",
      id: "heads",
      label: words("heads", "ヘッドの個数"),
      options: counts.map((value) => ({ value: String(value), label: words(String(value), String(value)) })),
      value: String(state.heads),
    },
    maskControl(state.mask),
    {
      control: "choice",
      id: "token",
      label: words("token", "トークン"),
      options: tokens.map((label, index) => ({ value: String(index), label })),
      value: String(state.token),
    },
    { control: "button", id: "again", label: words("Reset", "元に戻す") },
  ],
  calls: (state) => {
    const { WQ, WK, WV, WO } = weights;
    const mask = maskOf(state.mask);
    const [queries, keysOfAll] = [times(state.X, WQ), times(state.X, WK)];
    return [
      ask("multiHead", "", [state.X, WQ, WK, WV, WO, state.heads, mask]),
      ...headNumbers(state).map((head) =>
        ask("attentionWeights", `head ${head}`, [
          ownOf(queries, state, head),
          ownOf(keysOfAll, state, head),
          mask,
        ]),
      ),
    ];
  },
  scene: (shown) => ({
    panels: [
      ...headNumbers(shown.state).map((head) => headPanel(shown, head)),
      tokenPanel(shown.state),
      outputPanel(shown),
    ],
    keys: [
      { ink: "data", mark: "area", text: words("the token that goes in", "入力のトークン") },
      keys.student,
      keys.reference,
      keys.misconception,
      keys.hidden,
    ],
    says: sentences(shown),
  }),
};

function onCircle(degrees: number): number[] {
  const angle = (degrees * Math.PI) / 180;
  return [Number(Math.cos(angle).toFixed(3)), Number(Math.sin(angle).toFixed(3))];
}

function headNumbers(state: HeadsState): readonly number[] {
  return Array.from({ length: state.heads }, (_, head) => head);
}

function ownOf(rows: Matrix, state: HeadsState, head: number): Matrix {
  const width = parts.length / state.heads;
  return rows.map((row) => row.slice(head * width, (head + 1) * width));
}

function times(A: Matrix, B: Matrix): Matrix {
  return A.map((row) =>
    (B[0] ?? []).map((_, c) => row.reduce((sum, value, m) => sum + value * (B[m]?.[c] ?? 0), 0)),
  );
}

function change(state: HeadsState, event: SceneEvent): HeadsState {
  switch (event.kind) {
    case "press":
      return {
        ...state,
        token: clamp(Math.floor(event.id === "token" ? event.y : event.x / pitch), 0, tokens.length - 1),
      };
    case "drag":
      return {
        ...state,
        X: state.X.map((row, i) =>
          i === state.token ? row.map((value, c) => (String(c) === event.id ? event.y : value)) : row,
        ),
      };
    case "push":
      return event.id === "again" ? start : state;
    case "set":
      return set(state, event);
    case "remove":
      return state;
  }
}

function set(state: HeadsState, { id, value }: Extract<SceneEvent, { kind: "set" }>): HeadsState {
  if (id === "mask") return { ...state, mask: maskIn(value) ?? state.mask };
  if (id === "token") return { ...state, token: clamp(Math.round(Number(value)), 0, tokens.length - 1) };
  if (id === "heads") return { ...state, heads: counts.find((one) => one === Number(value)) ?? state.heads };
  return state;
}

function headPanel(shown: Drawing<HeadsState>, head: number): Panel {
  const { state } = shown;
  return squaresPanel(shown, {
    id: `head ${head}`,
    title: words(`Head ${head}`, `ヘッド ${head}`),
    columns: state.heads === 4 ? 3 : 4,
    mask: maskOf(state.mask),
    token: state.token,
    weights: (of) => of.get("attentionWeights", `head ${head}`),
  });
}

/** The four numbers of the chosen token, to be dragged. */
function tokenPanel({ X, token, heads: count }: HeadsState): Panel {
  const { en, ja } = tokenAt(token);
  const row = X[token] ?? [];
  return {
    id: "token",
    title: words(`“${en}” goes in`, `入力「${ja}」`),
    columns: count === 1 ? 8 : 4,
    aspect: count === 1 ? 2.32 : 1.16,
    x: { domain: [0, row.length], ticks: "none" },
    y: { domain: [-2.4, 2], ticks: 5 },
    marks: [
      {
        mark: "rects",
        ink: "data",
        faint: true,
        x0: row.map((_, c) => c + 0.2),
        x1: row.map((_, c) => c + 0.8),
        y0: row.map(() => 0),
        y1: row,
      },
      ...row.map((value, c): HandleMark => ({
        mark: "handle",
        id: String(c),
        x: c + 0.5,
        y: value,
        moves: "y",
        step: 0.1,
        range: { y: [-2, 2] },
        shape: "bar",
        ink: "data",
        label: parts[c] ?? words("", ""),
        value: words(short(value), short(value)),
      })),
      {
        mark: "texts",
        texts: parts,
        x: row.map((_, c) => c + 0.5),
        y: row.map(() => -2.25),
        anchor: "middle",
        size: "small",
        ink: "muted",
      },
    ],
    table: {
      columns: [words("component", "成分"), words("value", "値")],
      rows: row.map((value, c) => [parts[c] ?? "", cell(value)]),
    },
  };
}

/** How far the groups of two tokens lie apart: four bars and a little room. */
const pitch = 5;

function outputPanel(shown: Drawing<HeadsState>): Panel {
  const { state, student, reference } = shown;
  const [own, right] = [student.get("multiHead", ""), reference.get("multiHead", "")];
  const [low, high] = extent((right ?? own ?? []).flat(), [-1, 1]);
  const most = 1.5 * Math.max(0.5, -low, high);
  return {
    id: "output",
    title: words("What comes out of the layer: four numbers a token", "層の出力（トークンごとに四つの数）"),
    columns: state.heads === 4 ? 8 : 12,
    aspect: state.heads === 4 ? 2.4 : 3.4,
    x: { domain: [0, pitch * tokens.length], ticks: "none" },
    y: { domain: [-1.2 * most, most], ticks: 5 },
    press: "output",
    marks: [
      { mark: "rule", y: 0, ink: "muted", stroke: "solid" },
      {
        mark: "rects",
        ink: "accent",
        hollow: true,
        x0: [pitch * state.token + 0.1],
        x1: [pitch * (state.token + 1) - 0.1],
        y0: [-1.17 * most],
        y1: [0.97 * most],
      },
      ...players.flatMap((player) => barsOf(player, shown[player].get("multiHead", ""), most)),
      {
        mark: "texts",
        texts: tokens,
        x: tokens.map((_, i) => pitch * (i + 0.5)),
        y: tokens.map(() => -1.1 * most),
        anchor: "middle",
      },
    ],
    table: {
      columns: [words("token", "トークン"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: tokens.map((token, i) => [token, printed(own?.[i]), printed(right?.[i])]),
    },
  };
}

function barsOf(player: Player, out: Matrix | undefined, most: number): Mark[] {
  if (out === undefined) return [];
  const half = { student: 0.34, reference: 0.4, misconception: 0.45 }[player];
  const flat = out.flatMap((row, i) => row.map((value, c) => ({ x: pitch * i + c + 1, value })));
  return [
    {
      mark: "rects",
      ink: player,
      hollow: player !== "student",
      x0: flat.map(({ x }) => x - half),
      x1: flat.map(({ x }) => x + half),
      y0: flat.map(() => 0),
      y1: flat.map(({ value }) => (Number.isFinite(value) ? clamp(value, -most, most) : null)),
    },
  ];
}

function printed(row: readonly number[] | undefined): string {
  return row === undefined ? "–" : row.map((value) => short(value)).join(", ");
}

function sentences({ state, student, reference }: Drawing<HeadsState>): readonly Localized[] {
  const { en, ja } = tokenAt(state.token);
  const [own, right] = [student.get("multiHead", ""), reference.get("multiHead", "")];
  const now = printed(right?.[state.token]);
  const yours = printed(own?.[state.token]);
  return [
    words(`“${en}” comes out as ${now}.`, `「${ja}」の出力は ${now} である。`),
    verdict(own, right, words(`Yours: ${yours}.`, `自分の値: ${yours}。`)),
  ];
}
