import type { HandleMark, Mark, Panel, Scene } from "#sdk/picture.ts";
import { cell, short, steps, words } from "#sdk/plot.ts";
import { alphaOf, times } from "./data.ts";
import { ask, judged, keys, names, players, type Call, type Drawing, type Functions } from "./players.ts";
import type { State } from "./state.ts";

const reach = 3;
const sweep = steps(0.04, 1, 25).map((alpha) => Math.round(alpha * 100) / 100);
const jumps = times.slice(1);

export function stepCalls({ z, eps, alpha, schedule }: State): Call[] {
  return [
    ask("step", "", [[...z], alpha, [...eps]]),
    ask("step", "signal", [[...z], alpha, [0, 0]]),
    ask("step", "noise", [[0, 0], alpha, [...eps]]),
    ask("step", "weights", [[1, 0], alpha, [0, 1]]),
    ...sweep.map((share) => ask("step", String(share), [[1, 0], share, [0, 1]])),
    ...jumps.map((t) => ask("marginal", String(t), [[1, 0], alphaOf(schedule), t, [0, 1]])),
  ];
}

export function stepScene(shown: Drawing): Scene {
  return {
    panels: [arrows(shown), circle(shown)],
    keys: [
      ...keys,
      { ink: "data", mark: "arrow", text: words("z_{t-1}", "z_{t-1}") },
      { ink: "accent", mark: "arrow", text: words("the noise eps", "ノイズ eps") },
    ],
    says: sentences(shown),
  };
}

/** z_{t-1} shrinks, the noise shrinks, and z_t is where they lead one after the other. */
function arrows(shown: Drawing): Panel {
  const { z, eps } = shown.state;
  return {
    id: "step",
    title: words(
      "A shorter arrow of data and a shorter one of noise",
      "短くなったデータの矢印と、短くなったノイズの矢印",
    ),
    note: words(
      "Drag z_{t-1} and the noise. Point and ring: z_t, yours and the right one.",
      "z_{t-1} とノイズをドラッグできる。点が自分の z_t、輪が正しい z_t である。",
    ),
    columns: 6,
    aspect: 1.1,
    x: { domain: [-reach, reach], ticks: 5 },
    y: { domain: [-reach / 1.1, reach / 1.1], ticks: 5 },
    marks: [
      { mark: "rule", ink: "muted", x: 0 },
      { mark: "rule", ink: "muted", y: 0 },
      arrow("data", [0, 0], z),
      arrow("accent", [0, 0], eps),
      ...players.flatMap((player) => parts(player, shown[player])),
      handle("z", z, words("z_{t-1}", "z_{t-1}")),
      handle("eps", eps, words("the noise eps", "ノイズ eps")),
    ],
    table: {
      columns: [
        words("whose", "誰の"),
        words("first number of z_t", "z_t の一つ目の数"),
        words("second", "二つ目"),
      ],
      rows: players.flatMap((player) => {
        const result = shown[player].get("step", "");
        return result === undefined ? [] : [[names[player], cell(result[0]), cell(result[1])]];
      }),
    },
  };
}

type Vector = readonly (number | undefined)[];

function arrow(ink: "data" | "accent" | (typeof players)[number], [x0, y0]: Vector, [dx, dy]: Vector): Mark {
  return {
    mark: "arrows",
    ink,
    faint: ink === "data" || ink === "accent",
    stroke: ink === "reference" ? "dashed" : "solid",
    x: [x0 ?? null],
    y: [y0 ?? null],
    dx: [dx ?? null],
    dy: [dy ?? null],
  };
}

/** What is left of z_{t-1}, from there what comes of the noise, and the step itself. */
function parts(player: (typeof players)[number], functions: Functions): Mark[] {
  const [signal, noise, both] = ["signal", "noise", ""].map((id) => functions.get("step", id));
  const shape = { student: "point", reference: "ring", misconception: "diamond" } as const;
  return [
    ...(signal === undefined ? [] : [arrow(player, [0, 0], signal)]),
    ...(signal === undefined || noise === undefined ? [] : [arrow(player, signal, noise)]),
    ...(both === undefined
      ? []
      : [
          {
            mark: "points" as const,
            ink: player,
            shape: shape[player],
            size: player === "student" ? 6 : 10,
            x: [both[0] ?? null],
            y: [both[1] ?? null],
          },
        ]),
  ];
}

function handle(id: "z" | "eps", [x, y]: readonly [number, number], label: HandleMark["label"]): HandleMark {
  const place = `(${short(x)}, ${short(y)})`;
  return {
    mark: "handle",
    id,
    x,
    y,
    moves: "xy",
    step: 0.1,
    range: { x: [-2.9, 2.9], y: [-2.6, 2.6] },
    ink: id === "z" ? "data" : "accent",
    label,
    value: words(`${id} = ${place}`, `${id} = ${place}`),
  };
}

/** The two weights as a point of the plane, for every share: on the circle, variance 1 stays variance 1. */
function circle(shown: Drawing): Panel {
  const angles = steps(0, Math.PI / 2, 49);
  return {
    id: "weights",
    title: words("The two weights, for every share", "あらゆる割合についての二つの係数"),
    note: words(
      "Line: your step for alpha from 0 to 1. Small points: your marginal for t = 1, 2, ... On the circle the squares add up to 1.",
      "線は alpha を 0 から 1 まで動かした自分の step、小さな点は t = 1, 2, ... での自分の marginal。円の上では二乗の和が 1 になる。",
    ),
    columns: 6,
    aspect: 1.1,
    x: { domain: [0, 1.32], label: words("weight of the data", "データの係数"), ticks: 5 },
    y: { domain: [0, 1.2], label: words("weight of the noise", "ノイズの係数"), ticks: 5 },
    marks: [
      { mark: "line", ink: "muted", width: 6, faint: true, x: angles.map(Math.cos), y: angles.map(Math.sin) },
      ...players.flatMap((player) => weights(player, shown[player])),
    ],
    table: {
      columns: [
        words("alpha", "alpha"),
        words("your weight of the data", "自分のデータの係数"),
        words("of the noise", "ノイズの係数"),
        words("right weight of the data", "正しいデータの係数"),
        words("of the noise", "ノイズの係数"),
      ],
      rows: sweep.map((share) => [
        share,
        ...[shown.student, shown.reference].flatMap((one) => {
          const result = one.get("step", String(share));
          return [cell(result?.[0]), cell(result?.[1])];
        }),
      ]),
    },
  };
}

function weights(player: (typeof players)[number], functions: Functions): Mark[] {
  const curve = sweep.map((share) => functions.get("step", String(share)));
  const points = jumps.map((t) => functions.get("marginal", String(t)));
  const now = functions.get("step", "weights");
  const at = (results: readonly (Vector | undefined)[]) => ({
    x: results.map((result) => result?.[0] ?? null),
    y: results.map((result) => result?.[1] ?? null),
  });
  const own = player === "student";
  return [
    ...(curve.some((result) => result !== undefined)
      ? [{ mark: "line" as const, ink: player, width: own ? 2.6 : 2, ...at(curve) }]
      : []),
    { mark: "points", ink: player, shape: own ? "point" : "ring", size: own ? 3 : 5, ...at(points) },
    { mark: "points", ink: player, shape: own ? "point" : "ring", size: own ? 6 : 10, ...at([now]) },
  ];
}

function sentences({ state: { alpha }, student, reference }: Drawing): Scene["says"] {
  const own = student.get("step", "weights");
  const squares = own === undefined ? undefined : (own[0] ?? NaN) ** 2 + (own[1] ?? NaN) ** 2;
  return [
    judged({
      own: [student.get("step", "")?.[0], student.get("step", "")?.[1]],
      right: [reference.get("step", "")?.[0], reference.get("step", "")?.[1]],
      say: ([x, y]) => words(`z_t = (${short(x)}, ${short(y)})`, `z_t = (${short(x)}, ${short(y)})`),
    }),
    ...(squares === undefined
      ? []
      : [
          words(
            `At alpha = ${short(alpha)} the squares of your two weights add up to ${short(squares)}.`,
            `alpha = ${short(alpha)} で、自分の二つの係数の二乗の和は ${short(squares)} である。`,
          ),
        ]),
  ];
}
