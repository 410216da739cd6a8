import type { HandleMark, Localized, Mark, Panel, Player, SceneEvent } from "#sdk/picture.ts";
import { cell, clamp, short, words } from "#sdk/plot.ts";
import { powers } from "./powers.ts";
import { ask, judged, keys, players, type Drawing, type View } from "./players.ts";

export interface ApartState {
  readonly a: number[];
  readonly b: number[];
}

const start: ApartState = { a: [2.4, 1], b: [1.4, 1.8] };
const reach = 3.2;
const domain = [1e-9, 10] as const;

/** Two gradients as arrows, and how far apart they count. */
export const apart: View<ApartState> = {
  start,
  change,
  controls: () => [
    { control: "button", id: "near", label: words("b nearly a", "b をほぼ a にする") },
    { control: "button", id: "opposite", label: words("b = -a", "b = -a") },
    { control: "button", id: "double", label: words("b = a / 2", "b = a / 2") },
    { control: "button", id: "zero", label: words("a = b = 0", "a = b = 0") },
    { control: "button", id: "again", label: words("Reset", "元に戻す") },
  ],
  calls: ({ a, b }) => [ask("relativeError", "", [a, b])],
  scene: (shown) => ({
    panels: [arrowsPanel(shown.state), lengthsPanel(shown.state), scalePanel(shown)],
    keys: [
      { ink: "first", mark: "arrow", text: words("a", "a") },
      { ink: "second", mark: "arrow", text: words("b", "b") },
      { ink: "accent", mark: "arrow", text: words("a - b", "a - b") },
      { ...keys.student, mark: "point" },
      { ...keys.reference, mark: "ring" },
      { ...keys.misconception, mark: "ring" },
    ],
    says: sentences(shown),
  }),
};

function change(state: ApartState, event: SceneEvent): ApartState {
  if (event.kind === "drag" && (event.id === "a" || event.id === "b"))
    return { ...state, [event.id]: [clamp(event.x, -3, 3), clamp(event.y, -3, 3)] };
  if (event.kind !== "push") return state;
  const scaled = (by: number): number[] => state.a.map((value) => by * value);
  switch (event.id) {
    case "near":
      return { ...state, b: state.a.map((value, i) => value * (1 + (i === 0 ? 1e-7 : -2e-7))) };
    case "opposite":
      return { ...state, b: scaled(-1) };
    case "double":
      return { ...state, b: scaled(0.5) };
    case "zero":
      return { a: [0, 0], b: [0, 0] };
    case "again":
      return start;
    default:
      return state;
  }
}

function arrowsPanel({ a, b }: ApartState): Panel {
  const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [a, b];
  return {
    id: "arrows",
    title: words("Two gradients: drag them", "二つの勾配（動かせる）"),
    columns: 5,
    aspect: 1.1,
    x: { domain: [-reach * 1.1, reach * 1.1], ticks: "none" },
    y: { domain: [-reach, reach], ticks: "none" },
    marks: [
      { mark: "rule", x: 0, ink: "muted", stroke: "dotted" },
      { mark: "rule", y: 0, ink: "muted", stroke: "dotted" },
      arrow("first", [0, 0], [ax, ay]),
      arrow("second", [0, 0], [bx, by]),
      arrow("accent", [bx, by], [ax - bx, ay - by]),
      handle("a", a, "first"),
      handle("b", b, "second"),
    ],
  };
}

function arrow(
  ink: "first" | "second" | "accent",
  [x, y]: readonly [number, number],
  [dx, dy]: readonly [number, number],
): Mark {
  return { mark: "arrows", ink, x: [x], y: [y], dx: [dx], dy: [dy] };
}

function handle(id: "a" | "b", [x = 0, y = 0]: readonly number[], ink: "first" | "second"): HandleMark {
  const at = `(${short(x)}, ${short(y)})`;
  return {
    mark: "handle",
    id,
    x,
    y,
    moves: "xy",
    step: 0.1,
    ink,
    label: words(id, id),
    value: words(at, at),
  };
}

function lengthsPanel({ a, b }: ApartState): Panel {
  const lengths = [
    Math.hypot(...a),
    Math.hypot(...b),
    Math.hypot(...a.map((value, i) => value - (b[i] ?? 0))),
  ];
  const names = ["‖a‖", "‖b‖", "‖a - b‖"];
  return {
    id: "lengths",
    title: words("Their lengths", "それぞれの長さ"),
    columns: 7,
    aspect: 1.54,
    x: { domain: [0, 3], ticks: names.map((text, i) => ({ at: i + 0.5, text })) },
    y: { domain: [0, 6.5], ticks: 4 },
    marks: [
      {
        mark: "rects",
        inks: ["first", "second", "accent"],
        x0: lengths.map((_, i) => i + 0.2),
        x1: lengths.map((_, i) => i + 0.8),
        y0: lengths.map(() => 0),
        y1: lengths,
        labels: lengths.map((value) => short(value)),
      },
    ],
    table: {
      columns: [words("vector", "ベクトル"), words("length", "長さ")],
      rows: lengths.map((value, i) => [names[i] ?? "", value]),
    },
  };
}

/** From "the same" to "something is wrong", a point for each player. */
function scalePanel(shown: Drawing<ApartState>): Panel {
  const [own, right] = [shown.student.get("relativeError", ""), shown.reference.get("relativeError", "")];
  return {
    id: "scale",
    title: words("Their relative error", "相対誤差"),
    columns: 12,
    aspect: 6,
    x: { domain, scale: "log", ticks: powers(-9, 1, 2) },
    y: { domain: [0, 1], ticks: "none" },
    marks: [
      zone("right", domain[0], 1e-6),
      zone("wrong", 1e-2, domain[1]),
      {
        mark: "texts",
        x: [3e-8, 1e-4, 0.3],
        y: [0.85, 0.85, 0.85],
        anchor: "middle",
        texts: [
          words("rounding", "丸めの範囲"),
          words("look twice", "要確認"),
          words("something is wrong", "どこかが違う"),
        ],
      },
      ...players.flatMap((player) => pointOf(player, shown[player].get("relativeError", ""))),
    ],
    note: words("0 stands at the left edge.", "0 は左端に描く。"),
    table: {
      columns: [words("relative error", "相対誤差"), words("value", "値")],
      rows: [
        [words("yours", "自分の値"), cell(own)],
        [words("right", "正しい値"), cell(right)],
      ],
    },
  };
}

function zone(ink: "right" | "wrong", from: number, to: number): Mark {
  return { mark: "rects", ink, faint: true, x0: [from], x1: [to], y0: [0], y1: [0.7] };
}

function pointOf(player: Player, value: number | undefined): Mark[] {
  if (value === undefined) return [];
  const look = {
    student: { shape: "point", size: 7 },
    reference: { shape: "ring", size: 11 },
    misconception: { shape: "ring", size: 14 },
  } as const;
  const x = Number.isFinite(value) ? clamp(value, ...domain) : null;
  const missing: Mark = { mark: "points", ink: "wrong", shape: "cross", size: 7, x: [domain[0]], y: [0.35] };
  return [x === null ? missing : { mark: "points", ink: player, ...look[player], x: [x], y: [0.35] }];
}

function sentences({ student, reference }: Drawing<ApartState>): readonly Localized[] {
  const [own, right] = [student.get("relativeError", ""), reference.get("relativeError", "")];
  return [
    judged(
      words(`The relative error is ${short(right)}.`, `相対誤差は ${short(right)} である。`),
      own === undefined ? undefined : [own],
      right === undefined ? undefined : [right],
    ),
  ];
}
