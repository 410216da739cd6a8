import { calling, type Call, type HandleMark, type Mark, type Panel, type Scene } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { alphaOf, always, barAt, barsOf, dataOf, N, noiseOf, T, type Cloud } from "./data.ts";
import {
  compared,
  curves,
  deviations,
  ellipse,
  keys,
  meanDistance,
  misconceptionKey,
  names,
  numbersOf,
  plane,
  players,
  pointsOf,
  tabled,
  thin,
  upTo,
  xy,
  type Drawing,
  type Functions,
} from "./drawing.ts";
import type { State } from "./state.ts";

const ask = calling<typeof Starter>();

export const everyStep = Array.from({ length: T }, (_, index) => index + 1);

/** Points whose whole way into the noise is drawn, and the steps at which. */
const followed = [6, 41, 77, 104, 131, 158, 186];
const stops = everyStep.filter((t) => t % 3 === 1);

export function noiseCalls({ shape, schedule, t }: State): Call<typeof Starter>[] {
  const alpha = alphaOf(schedule);
  const [x0, eps] = [dataOf(shape), noiseOf(shape)];
  const pathRows = (cloud: Cloud): Cloud => followed.flatMap((n) => stops.map(() => cloud[n] ?? []));
  return [
    ask("alphaBar", "", [alpha]),
    ask("noisySample", "cloud", [x0, always(t, N), eps, alpha]),
    ask("noisySample", "paths", [pathRows(x0), followed.flatMap(() => stops), pathRows(eps), alpha]),
    // a point at (1, 0) with noise (0, 1): what comes back are the two weights
    ask("noisySample", "weights", [
      everyStep.map(() => [1, 0]),
      everyStep,
      everyStep.map(() => [0, 1]),
      alpha,
    ]),
  ];
}

export function noiseScene(shown: Drawing): Scene {
  return {
    panels: [cloudPanel(shown), barPanel(shown), sharesPanel(shown)],
    keys: [
      ...keys,
      misconceptionKey,
      {
        ink: "wrong",
        mark: "line",
        text: words("from where a point belongs to yours", "正しい位置から自分の点へ"),
      },
      { ink: "muted", mark: "point", text: words("the data x0", "元のデータ x0") },
    ],
    says: sentences(shown),
    progress: {
      value: shown.state.t,
      of: T,
      text: words(`t = ${shown.state.t}`, `t = ${shown.state.t}`),
      stepMs: 80,
    },
  };
}

/** Played, the cloud walks into the noise. */
export function noisier(state: State): State | null {
  return state.t < T ? { ...state, t: state.t + 1 } : null;
}

function cloudOf(functions: Functions): Cloud | undefined {
  return pointsOf(functions.get("noisySample", "cloud"), N);
}

function cloudPanel(shown: Drawing): Panel {
  const { t, shape } = shown.state;
  const [own, right] = [cloudOf(shown.student), cloudOf(shown.reference)];
  return {
    id: "cloud",
    title: words(`The cloud z_t at t = ${t}`, `t = ${t} での点群 z_t`),
    note: words(
      "Every point keeps its own noise: move t, and it walks along its curve. The large circles have a radius of two standard deviations.",
      "各点のノイズは固定してある。t を動かすと、点は自分の曲線の上を歩く。大きな円の半径は標準偏差の 2 倍である。",
    ),
    columns: 7,
    rows: 2,
    ...plane(2.75, 1.16),
    marks: [
      { mark: "points", ink: "muted", faint: true, size: 2, ...xy(dataOf(shape)) },
      ...paths(shown),
      ...spread("reference", right),
      ...spread("student", own),
      ...compared(own, right),
    ],
    table: {
      columns: [
        words("whose", "誰の"),
        words("standard deviation along x", "x 方向の標準偏差"),
        words("along y", "y 方向"),
        words("mean distance from the right points", "正しい点からの平均距離"),
      ],
      rows: players.flatMap((player) => {
        const cloud = cloudOf(shown[player]);
        const [x, y] = deviations(cloud) ?? [NaN, NaN];
        return cloud === undefined
          ? []
          : [[names[player], tabled(x), tabled(y), tabled(meanDistance(cloud, right))]];
      }),
    },
  };
}

/** The whole way of a few points, and of it what lies behind them. */
function paths({ state: { t }, student }: Drawing): Mark[] {
  const walked = pointsOf(student.get("noisySample", "paths"), followed.length * stops.length);
  const here = cloudOf(student);
  if (walked === undefined) return [];
  return followed.flatMap((n, index): Mark[] => {
    const rows = walked.slice(index * stops.length, (index + 1) * stops.length);
    const behind = [
      ...rows.filter((_, at) => (stops[at] ?? T) < t),
      ...(here === undefined ? [] : [here[n] ?? []]),
    ];
    return [
      { mark: "line", ink: "student", faint: true, width: 1.5, ...xy(rows) },
      { mark: "line", ink: "student", width: 1.5, ...xy(behind) },
    ];
  });
}

function spread(ink: "student" | "reference", cloud: Cloud | undefined): Mark[] {
  const sizes = deviations(cloud);
  if (sizes === undefined || !sizes.every(Number.isFinite)) return [];
  return [{ mark: "line", ink, width: 1.6, ...ellipse([0, 0], [2 * sizes[0], 2 * sizes[1]]) }];
}

function barPanel(shown: Drawing): Panel {
  const { t, schedule } = shown.state;
  const read = (functions: Functions) => numbersOf(functions.get("alphaBar", ""), T);
  const [own, right] = [read(shown.student), barsOf(schedule).slice(1)];
  return {
    id: "alpha-bar",
    press: "t",
    title: words("alphaBar over t", "t に対する alphaBar"),
    note: words(
      "Drag the handle, move it with the arrow keys, or press where it shall go.",
      "つまみはドラッグか矢印キーで動かせる。押した所へも移る。",
    ),
    columns: 5,
    aspect: 1.85,
    x: { domain: [0, T], label: words("t", "t"), ticks: 5 },
    y: { domain: [0, 1.04], ticks: 3 },
    marks: [
      { mark: "rule", x: t, stroke: "dashed" },
      ...curves(shown, everyStep, read),
      handleAt(t, own?.[t - 1] ?? right[t - 1] ?? 0),
    ],
    table: {
      columns: [words("t", "t"), names.student, names.reference],
      rows: everyStep.map((step) => [
        step,
        tabled(own?.[step - 1]),
        tabled(read(shown.reference)?.[step - 1]),
      ]),
    },
  };
}

function handleAt(t: number, bar: number): HandleMark {
  const y = Math.max(0, Math.min(1, Number.isFinite(bar) ? bar : 0));
  return {
    mark: "handle",
    id: "t",
    x: t,
    y,
    moves: "x",
    step: 1,
    range: { x: [1, T] },
    ink: "accent",
    label: words("step t", "ステップ t"),
    value: words(`t = ${t}, abar = ${short(bar)}`, `t = ${t}、abar = ${short(bar)}`),
  };
}

/** What z_t's variance is made of, for data of variance 1: the squared weights, one on the other. */
function sharesPanel(shown: Drawing): Panel {
  const { t } = shown.state;
  const own = sharesOf(shown.student);
  const totals = players.flatMap((player) => sharesOf(shown[player])?.map(({ total }) => total) ?? []);
  return {
    id: "shares",
    press: "t",
    title: words("What the variance of z_t is made of", "z_t の分散の内訳"),
    note: words(
      "Below the first line the data's share, from there to the second the noise's: the squared weights of your noisySample.",
      "下の線までがデータ、そこから上の線までがノイズの分。自分の noisySample が掛けた係数の二乗である。",
    ),
    columns: 5,
    aspect: 1.85,
    x: { domain: [0, T], label: words("t", "t"), ticks: 5 },
    y: { domain: upTo(totals, 1.1, 2.5), ticks: 3 },
    marks: [
      ...(own === undefined ? [] : filled(own)),
      { mark: "rule", x: t, stroke: "dashed" },
      ...curves(shown, everyStep, (functions) => sharesOf(functions)?.map(({ data }) => data)),
      ...curves(shown, everyStep, (functions) => sharesOf(functions)?.map(({ total }) => total)),
      ...labels(own),
    ],
    table: {
      columns: [
        words("t", "t"),
        words("data's share: yours", "データの分（自分）"),
        words("noise's share: yours", "ノイズの分（自分）"),
        words("data's share: right", "データの分（正しい値）"),
        words("noise's share: right", "ノイズの分（正しい値）"),
      ],
      rows: everyStep.map((step) => {
        const shares = [own?.[step - 1], sharesOf(shown.reference)?.[step - 1]];
        return [step, ...shares.flatMap((share) => [tabled(share?.data), tabled(share?.noise)])];
      }),
    },
  };
}

interface Shares {
  readonly data: number;
  readonly noise: number;
  readonly total: number;
}

function sharesOf(functions: Functions): Shares[] | undefined {
  return pointsOf(functions.get("noisySample", "weights"), T)?.map(([ofData = NaN, ofNoise = NaN]) => ({
    data: ofData ** 2,
    noise: ofNoise ** 2,
    total: ofData ** 2 + ofNoise ** 2,
  }));
}

function filled(shares: readonly Shares[]): Mark[] {
  const [data, total] = [shares.map((one) => thin(one.data)), shares.map((one) => thin(one.total))];
  return [
    { mark: "area", ink: "student", x: everyStep, y0: everyStep.map(() => 0), y1: data },
    { mark: "area", ink: "muted", faint: true, x: everyStep, y0: data, y1: total },
  ];
}

/** Written where there is room. */
function labels(shares: readonly Shares[] | undefined): Mark[] {
  const [early, late] = [shares?.[3], shares?.[T - 7]];
  if (early === undefined || late === undefined) return [];
  const [data, noise] = [words("data", "データ"), words("noise", "ノイズ")];
  return [
    { mark: "texts", ink: "student", x: [4], y: [early.data > 0.2 ? early.data / 2 : null], texts: [data] },
    {
      mark: "texts",
      ink: "muted",
      x: [T - 6],
      y: [late.noise > 0.2 ? late.data + late.noise / 2 : null],
      texts: [noise],
    },
  ];
}

function sentences(shown: Drawing): Scene["says"] {
  const { t, schedule } = shown.state;
  const [own, right] = [cloudOf(shown.student), cloudOf(shown.reference)];
  const [ownDeviation] = deviations(own) ?? [];
  const [rightDeviation] = deviations(right) ?? [];
  const ownBar = shown.student.get("alphaBar", "")?.[t - 1];
  const off = meanDistance(own, right);
  return [
    words(
      `At t = ${t}, abar is ${short(barAt(schedule, t))}; yours: ${short(ownBar)}.`,
      `t = ${t} での abar は ${short(barAt(schedule, t))}、自分の値は ${short(ownBar)} である。`,
    ),
    words(
      `The cloud's standard deviation along x is ${short(ownDeviation)} with your noisySample, ${short(rightDeviation)} with the right one.`,
      `点群の x 方向の標準偏差は、自分の noisySample では ${short(ownDeviation)}、正しい値は ${short(rightDeviation)} である。`,
    ),
    ...(off !== undefined && off > 1e-3
      ? [
          words(
            `Your points lie ${short(off)} from where they belong, on average.`,
            `自分の点は、正しい位置から平均 ${short(off)} だけ離れている。`,
          ),
        ]
      : []),
  ];
}
