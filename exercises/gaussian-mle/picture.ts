import {
  calling,
  definePicture,
  type HandleMark,
  type Key,
  type Mark,
  type Panel,
  type Scene,
  type SceneEvent,
  type Shown,
} from "#sdk/picture.ts";
import { cell, centres, clamp, extent, short, steps, words } from "#sdk/plot.ts";
import type * as Starter from "./starter.ts";

const ask = calling<typeof Starter>();

/** The data, and a model (mu, s2) of the reader's own to try on them. */
interface State {
  readonly x: number[];
  readonly mu: number;
  readonly s2: number;
}

const start: State = { x: [-1.6, -0.3, 0.2, 0.9, 2.3], mu: -0.9, s2: 2.8 };

const most = 14;
const dataRange = [-4, 4] as const;
const s2Range = [0.2, 5] as const;
const surface = { columns: 24, rows: 18 };
const field = { mu: centres(...dataRange, 10), s2: centres(...s2Range, 8) };
const grid = steps(...dataRange, 121);

function change(state: State, event: SceneEvent): State {
  const { x } = state;
  switch (event.kind) {
    case "drag": {
      if (event.id === "model") return { ...state, mu: event.x, s2: event.y };
      const moved = /^x\d+$/.test(event.id) ? Number(event.id.slice(1)) : -1;
      return { ...state, x: x.map((value, index) => (index === moved ? round(event.x) : value)) };
    }
    case "press":
      return event.id === "data" && x.length < most
        ? { ...state, x: [...x, round(clamp(event.x, ...dataRange))] }
        : state;
    case "remove": {
      const removed = Number(event.id.slice(1));
      return x.length > 2 ? { ...state, x: x.filter((_, index) => index !== removed) } : state;
    }
    case "push":
      if (event.id === "add") return change(state, { kind: "press", id: "data", x: freePlace(x), y: 0 });
      if (event.id === "fewer") return change(state, { kind: "remove", id: `x${x.length - 1}` });
      return event.id === "again" ? start : state;
    case "set":
      return state;
  }
}

/** The middle of the widest gap: a new point lies on none that is there. */
function freePlace(x: readonly number[]): number {
  const places = [dataRange[0], ...x.toSorted((a, b) => a - b), dataRange[1]];
  const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
  const widest = gaps.indexOf(Math.max(...gaps));
  return ((places[widest] ?? 0) + (places[widest + 1] ?? 0)) / 2;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export default definePicture<typeof Starter>()<State>({
  start,
  views: [{ x: [-2, -1.2, 0.1, 0.4, 0.5, 1.9, 2.2, 3], mu: 1, s2: 0.8 }],
  change,
  controls: ({ x }) => [
    {
      control: "button",
      id: "add",
      label: words("Add a point", "点を加える"),
      disabled: x.length >= most,
    },
    {
      control: "button",
      id: "fewer",
      label: words("Remove a point", "点を除く"),
      disabled: x.length <= 2,
    },
    { control: "button", id: "again", label: words("Start over", "最初に戻す") },
  ],
  calls: ({ x, mu, s2 }, _, player) => [
    ask("muHat", "", [x]),
    ask("sigma2Hat", "", [x]),
    ask("negLogLikelihood", "model", [x, mu, s2]),
    ask("dMu", "model", [x, mu, s2]),
    ask("dSigma2", "model", [x, mu, s2]),
    ...x.map((one, index) => ask("negLogLikelihood", `x${index}`, [[one], mu, s2])),
    // the surface is the student's alone: drawn twice it would say no more, and take twice as long
    ...(player === "reference" ? [] : onSurface((id, at) => ask("negLogLikelihood", id, [x, ...at]))),
    ...onField((id, at) => [ask("dMu", id, [x, ...at]), ask("dSigma2", id, [x, ...at])]).flat(),
  ],
  scene,
});

type Place = readonly [mu: number, s2: number];

function onSurface<T>(make: (id: string, at: Place) => T): T[] {
  const [columns, rows] = [centres(...dataRange, surface.columns), centres(...s2Range, surface.rows)];
  return rows.flatMap((s2, row) => columns.map((mu, column) => make(`${row}/${column}`, [mu, s2])));
}

function onField<T>(make: (id: string, at: Place) => T): T[] {
  return field.s2.flatMap((s2, row) => field.mu.map((mu, column) => make(`${row}/${column}`, [mu, s2])));
}

type Drawing = Shown<typeof Starter, State>;
type Functions = Drawing["student"];
/** In the order of drawing: a slip that was named lies, dotted, on the student's own line. */
const players = ["reference", "student", "misconception"] as const;

const names = {
  student: words("yours", "自分"),
  reference: words("right", "正しい値"),
  misconception: words("the slip", "指摘された誤り"),
};

function scene(shown: Drawing): Scene {
  return { panels: [densities(shown), likelihood(shown), byDatum(shown)], keys, says: sentences(shown) };
}

const keys: readonly Key[] = [
  { ink: "student", mark: "line", text: words("your functions", "自分の関数") },
  { ink: "reference", mark: "dashed", text: words("the right answer", "正しい答え") },
  { ink: "misconception", mark: "dotted", text: words("the slip that was named", "指摘された誤り") },
  { ink: "accent", mark: "diamond", text: words("a model to try", "試すモデル") },
];

/** The data with a histogram, and over them the density of each estimate. */
function densities(shown: Drawing): Panel {
  const { x } = shown.state;
  const curves = players.map((player) => ({ player, ...estimateOf(shown, player) }));
  const bars = histogram(x);
  const heights = curves.map(({ s2 = NaN }) => 1 / Math.sqrt(2 * Math.PI * Math.max(s2, 0.05)));
  const top = 1.1 * Math.min(1.6, extent([...heights, ...bars.heights, 0.3])[1]);
  const handles = x.map((value, index): HandleMark => ({
    mark: "handle",
    id: `x${index}`,
    x: value,
    y: 0,
    moves: "x",
    step: 0.1,
    ink: "data",
    removable: x.length > 2,
    label: words(`sample ${index + 1}`, `サンプル ${index + 1}`),
    value: words(`x = ${short(value)}`, `x = ${short(value)}`),
  }));
  return {
    id: "densities",
    title: words("The data, and the density of your estimate", "データと、推定量の与える密度"),
    note: words(
      "Drag a sample, press on free space to add one, press Delete on one to remove it.",
      "サンプルはドラッグで動かす。空いた場所を押すと加わり、Delete キーで取り除ける。",
    ),
    columns: 7,
    aspect: 1.55,
    x: { domain: dataRange, label: words("x", "x") },
    y: { domain: [-0.06 * top, top], label: words("density", "密度"), ticks: 4 },
    press: "data",
    marks: [
      { mark: "rects", ink: "muted", faint: true, ...bars.marks },
      { mark: "rule", y: 0 },
      ...curves.flatMap(({ player, mu, s2 }): Mark[] => densityOf(player, mu, s2)),
      ...handles,
    ],
    table: {
      columns: [words("whose", "誰の"), words("mu", "mu"), words("s2", "s2")],
      rows: curves.map(({ player, mu, s2 }) => [names[player], cell(mu), cell(s2)]),
    },
  };
}

interface Estimate {
  readonly mu: number | undefined;
  readonly s2: number | undefined;
}

/** Where only one of the two has a slip, the other is the student's. */
function estimateOf(shown: Drawing, player: (typeof players)[number]): Estimate {
  const [functions, { student }] = [shown[player], shown];
  const [mu, s2] = [functions.get("muHat", ""), functions.get("sigma2Hat", "")];
  if (player !== "misconception" || (mu === undefined && s2 === undefined)) return { mu, s2 };
  return { mu: mu ?? student.get("muHat", ""), s2: s2 ?? student.get("sigma2Hat", "") };
}

function densityOf(ink: (typeof players)[number], mu: number | undefined, s2: number | undefined): Mark[] {
  if (mu === undefined || s2 === undefined || !Number.isFinite(mu) || !(s2 > 0)) return [];
  const y = grid.map((x) => Math.exp(-((x - mu) ** 2) / (2 * s2)) / Math.sqrt(2 * Math.PI * s2));
  return [{ mark: "line", ink, x: grid, y, width: ink === "student" ? 2.6 : 2 }];
}

/** Bars of width 1 whose areas sum to 1. */
function histogram(x: readonly number[]) {
  const edges = steps(dataRange[0], dataRange[1] - 1, 8);
  // the last bar takes the right end of the axis too
  const isIn = (value: number, edge: number): boolean =>
    value >= edge && (value < edge + 1 || edge + 1 === dataRange[1]);
  const heights = edges.map((edge) => x.filter((value) => isIn(value, edge)).length / x.length);
  const marks = {
    x0: edges,
    x1: edges.map((edge) => edge + 1),
    y0: edges.map(() => 0),
    y1: heights,
  };
  return { heights, marks };
}

/** L over (mu, s2) as the student computes it, the student's descent directions on it, and where each says the minimum lies. */
function likelihood(shown: Drawing): Panel {
  const { state, student, reference } = shown;
  const values = onSurface((id) => student.get("negLogLikelihood", id));
  const [lowest, highest] = extent(values, [0, 1]);
  // the walls are high: what matters lies within one nat of the bottom
  const levels = [0.01, 0.03, 0.1, 0.25, 0.5, 1].map((above) => lowest + above);
  const handle: HandleMark = {
    mark: "handle",
    id: "model",
    x: state.mu,
    y: state.s2,
    moves: "xy",
    step: 0.1,
    ink: "accent",
    shape: "diamond",
    label: words("a model to try", "試すモデル"),
    value: words(
      `mu = ${short(state.mu)}, s2 = ${short(state.s2)}`,
      `mu = ${short(state.mu)}、s2 = ${short(state.s2)}`,
    ),
  };
  return {
    id: "likelihood",
    title: words(
      "L over (mu, s2), and where your gradient leads",
      "(mu, s2) 上の L と、自分の勾配が導く方向",
    ),
    note: words(
      "Arrows go along minus (dMu, dSigma2), the right ones dashed. Lines join points of equal L.",
      "矢印は −(dMu, dSigma2) の向き、破線が正しい向き。曲線は L の等高線である。",
    ),
    columns: 5,
    aspect: 1.12,
    x: { domain: dataRange, label: words("mu", "mu") },
    y: { domain: s2Range, label: words("s2", "s2") },
    marks: [
      {
        mark: "heatmap",
        ink: "student",
        x0: dataRange[0],
        x1: dataRange[1],
        y0: s2Range[0],
        y1: s2Range[1],
        ...surface,
        values: values.map((value) => (value === undefined ? null : Math.min(value, lowest + 2))),
        colours: "sequential",
        domain: [Math.min(lowest + 2, Math.max(highest, lowest + 0.1)), lowest - 1.2],
        smooth: true,
        contours: levels,
      },
      arrows("reference", reference),
      arrows("student", student),
      ...players.map((player): Mark => {
        const { mu = null, s2 = null } = estimateOf(shown, player);
        const shape = ({ student: "point", reference: "ring", misconception: "diamond" } as const)[player];
        return { mark: "points", ink: player, shape, size: player === "student" ? 5 : 8, x: [mu], y: [s2] };
      }),
      handle,
    ],
    table: {
      columns: [
        words("at the model to try", "試すモデルで"),
        words("yours", "自分の値"),
        words("right", "正しい値"),
      ],
      rows: (["negLogLikelihood", "dMu", "dSigma2"] as const).map((name) => [
        name,
        cell(student.get(name, "model")),
        cell(reference.get(name, "model")),
      ]),
    },
  };
}

/** Minus the gradient; long ones are drawn shorter, so that the flat bottom shows its directions too. */
function arrows(ink: "student" | "reference", functions: Functions): Mark {
  const field = onField((id, [mu, s2]) => {
    const [byMu, byS2] = [functions.get("dMu", id) ?? NaN, functions.get("dSigma2", id) ?? NaN];
    const size = Math.hypot(byMu, byS2);
    const scale = (0.62 * Math.sqrt(Math.min(size, 1.5) / 1.5)) / size;
    return { x: mu, y: s2, dx: -byMu * scale, dy: -byS2 * scale };
  });
  return {
    mark: "arrows",
    ink,
    stroke: ink === "student" ? "solid" : "dashed",
    x: field.map((one) => one.x),
    y: field.map((one) => one.y),
    dx: field.map((one) => one.dx),
    dy: field.map((one) => one.dy),
  };
}

/** log N(x_i | mu, s2) of each sample under the model that is being tried. */
function byDatum({ state: { x, mu, s2 }, student, reference }: Drawing): Panel {
  const of = (functions: Functions): (number | undefined)[] =>
    x.map((_, index) => {
      const loss = functions.get("negLogLikelihood", `x${index}`);
      return loss === undefined ? undefined : -loss;
    });
  const place = (value: number | undefined): number | null => value ?? null;
  const [own, right] = [of(student), of(reference)];
  const [lowest, highest] = extent([...own, ...right, 0]);
  const bar = (width: number) => ({
    x0: x.map((_, index) => index + 0.5 - width / 2),
    x1: x.map((_, index) => index + 0.5 + width / 2),
    y0: x.map(() => 0),
  });
  return {
    id: "by-datum",
    title: words(
      "Log-likelihood of each sample under the model to try",
      "試すモデルでの、各サンプルの対数尤度",
    ),
    note: words(
      `Bars: minus your negLogLikelihood of one sample at mu = ${short(mu)}, s2 = ${short(s2)}; dashed: the right ones.`,
      `棒は、mu = ${short(mu)}、s2 = ${short(s2)} でサンプル 1 個を与えた negLogLikelihood の符号を変えたもの。破線が正しい値である。`,
    ),
    columns: 12,
    aspect: 4.2,
    x: {
      domain: [0, x.length],
      ticks: x.map((value, index) => ({ at: index + 0.5, text: short(value) })),
      label: words("sample", "サンプル"),
    },
    y: {
      domain: [1.08 * Math.min(lowest, -1), Math.max(0.3, 1.08 * highest)],
      label: words("nats", "ナット"),
      ticks: 4,
    },
    marks: [
      { mark: "rule", y: 0 },
      { mark: "rects", ink: "student", ...bar(0.5), y1: own.map(place) },
      { mark: "rects", ink: "reference", hollow: true, ...bar(0.66), y1: right.map(place) },
    ],
    table: {
      columns: [words("sample", "サンプル"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: x.map((value, index) => [value, cell(own[index]), cell(right[index])]),
    },
  };
}

function sentences(shown: Drawing): Scene["says"] {
  const { state, student, reference } = shown;
  const [own, right] = [estimateOf(shown, "student"), estimateOf(shown, "reference")];
  const pair = (name: "negLogLikelihood" | "dMu" | "dSigma2"): string =>
    `${short(student.get(name, "model"))} / ${short(reference.get(name, "model"))}`;
  const ratio = (own.s2 ?? NaN) / (right.s2 ?? NaN);
  const apart = Number.isFinite(ratio) && Math.abs(ratio - 1) > 1e-3;
  return [
    words(
      `Your estimate: mu = ${short(own.mu)}, s2 = ${short(own.s2)}. The right one: mu = ${short(right.mu)}, s2 = ${short(right.s2)}.`,
      `自分の推定量: mu = ${short(own.mu)}、s2 = ${short(own.s2)}。正しい推定量: mu = ${short(right.mu)}、s2 = ${short(right.s2)}。`,
    ),
    ...(apart
      ? [
          words(
            `Your s2 is ${short(ratio, 4)} times the right one, with n = ${state.x.length} samples.`,
            `サンプルは n = ${state.x.length} 個で、自分の s2 は正しい値の ${short(ratio, 4)} 倍である。`,
          ),
        ]
      : []),
    ...(own.s2 !== undefined && own.s2 > s2Range[1]
      ? [
          words(
            `Your s2 lies above the picture of L, which ends at ${s2Range[1]}.`,
            `自分の s2 は、${s2Range[1]} までを描いた L の図の上にはみ出している。`,
          ),
        ]
      : []),
    words(
      `At the model to try, yours and right: L ${pair("negLogLikelihood")}, dMu ${pair("dMu")}, dSigma2 ${pair("dSigma2")}.`,
      `試すモデルでの自分の値と正しい値: L は ${pair("negLogLikelihood")}、dMu は ${pair("dMu")}、dSigma2 は ${pair("dSigma2")}。`,
    ),
  ];
}
