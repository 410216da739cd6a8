import type { Mark, Panel, Scene } from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import { alphaOf, cloudOf, deviationOf, jumpsOf, N, packed, T, times, unpacked, walksOf } from "./data.ts";
import {
  ask,
  compared,
  judged,
  keys,
  line,
  momentHandle,
  names,
  players,
  progressOf,
  type Call,
  type Drawing,
  type Functions,
  type Point,
} from "./players.ts";
import type { State } from "./state.ts";

/** Points whose way so far is drawn. */
const followed = [4, 17, 29, 42, 54, 66];
const reach = 3.1;

/** All points go in one vector: what is done to one number is done to each. */
export function cloudCalls({ schedule, t, seed }: State): Call[] {
  const alpha = alphaOf(schedule);
  const x0 = packed(cloudOf(""));
  return [
    ask("alphaBar", "", [alpha]),
    ask("path", "", [x0, alpha, walksOf(String(seed)).map(packed)]),
    ask("marginal", "", [x0, alpha, t, packed(jumpsOf(String(seed)))]),
  ];
}

export function cloudScene(shown: Drawing): Scene {
  return {
    panels: [walked(shown), jumped(shown), shares(shown), spread(shown)],
    keys: [
      ...keys,
      {
        ink: "wrong",
        mark: "line",
        text: words("from where a point belongs to yours", "正しい位置から自分の点へ"),
      },
      { ink: "muted", mark: "point", text: words("the data x0", "元のデータ x0") },
    ],
    says: sentences(shown),
    progress: progressOf(shown.state),
  };
}

/** Where the points are at t, by steps; undefined where nothing of it was given. */
function walkedTo(functions: Functions, t: number): Point[] | undefined {
  const rows = functions.get("path", "");
  if (rows === undefined) return undefined;
  return t === 0 ? cloudOf("") : unpacked(rows[t - 1] ?? []);
}

function jumpedTo(functions: Functions): Point[] | undefined {
  const values = functions.get("marginal", "");
  return values === undefined ? undefined : unpacked(values);
}

const plane = {
  aspect: 1.12,
  x: { domain: [-reach, reach], ticks: 5 },
  y: { domain: [-reach / 1.12, reach / 1.12], ticks: 5 },
} as const;

function walked(shown: Drawing): Panel {
  const { t } = shown.state;
  return {
    id: "walked",
    title: words(`z_t by ${t} steps of your path`, `自分の path で ${t} 歩進んだ z_t`),
    note: words(
      "Every point takes its own steps; of some, the way so far is drawn.",
      "どの点も別々に歩く。いくつかの点については、ここまでの道のりも描いてある。",
    ),
    columns: 6,
    ...plane,
    marks: [
      data(),
      ...trails(shown),
      ...compared(walkedTo(shown.student, t), walkedTo(shown.reference, t)),
      ...slip(walkedTo(shown.misconception, t)),
    ],
    table: spreadTable(shown, (functions) => walkedTo(functions, t)),
  };
}

function jumped(shown: Drawing): Panel {
  const { t } = shown.state;
  return {
    id: "jumped",
    title: words(
      `z_t by one jump of your marginal, t = ${t}`,
      `自分の marginal で一度に跳んだ z_t（t = ${t}）`,
    ),
    note: words(
      "Other noise, so other places; but a cloud of the same kind.",
      "ノイズが違うので点の位置は違うが、点群としては同じである。",
    ),
    columns: 6,
    ...plane,
    marks: [
      data(),
      ...compared(jumpedTo(shown.student), jumpedTo(shown.reference)),
      ...slip(jumpedTo(shown.misconception)),
    ],
    table: spreadTable(shown, jumpedTo),
  };
}

function data(): Mark {
  const x0 = cloudOf("");
  return {
    mark: "points",
    ink: "muted",
    size: 2,
    x: x0.map(([x]) => x ?? null),
    y: x0.map(([, y]) => y ?? null),
  };
}

function slip(points: readonly Point[] | undefined): Mark[] {
  if (points === undefined) return [];
  return [
    {
      mark: "points",
      ink: "misconception",
      shape: "diamond",
      size: 5,
      x: points.map(([x]) => x ?? null),
      y: points.map(([, y]) => y ?? null),
    },
  ];
}

function trails({ state: { t }, student }: Drawing): Mark[] {
  const clouds = times.slice(0, t + 1).map((time) => walkedTo(student, time));
  return followed.map((n) => ({
    mark: "line",
    ink: "student",
    width: 1.2,
    x: clouds.map((points) => points?.[n]?.[0] ?? null),
    y: clouds.map((points) => points?.[n]?.[1] ?? null),
  }));
}

function spreadTable(
  shown: Drawing,
  of: (functions: Functions) => readonly Point[] | undefined,
): NonNullable<Panel["table"]> {
  return {
    columns: [
      words("whose", "誰の"),
      words("standard deviation along x", "x 方向の標準偏差"),
      words("along y", "y 方向"),
    ],
    rows: players.flatMap((player) => {
      const points = of(shown[player]);
      return points === undefined
        ? []
        : [[names[player], cell(deviationAlong(points, 0)), cell(deviationAlong(points, 1))]];
    }),
  };
}

function deviationAlong(points: readonly Point[], axis: 0 | 1): number {
  return deviationOf(points.map((point) => point[axis] ?? NaN));
}

/** What is left of the data below the curve, what is noise above it. */
function shares(shown: Drawing): Panel {
  const { t } = shown.state;
  const barsOf = (functions: Functions): (number | undefined)[] => {
    const bars = functions.get("alphaBar", "");
    return bars === undefined
      ? times.map(() => undefined)
      : times.map((one) => (one === 0 ? 1 : bars[one - 1]));
  };
  const [own, right] = [barsOf(shown.student), barsOf(shown.reference)];
  const drawn = own.every((value) => value === undefined) ? right : own;
  const low = drawn.map((value) => value ?? null);
  return {
    id: "shares",
    title: words("Shares of the variance: data below, noise above", "分散の割合: 下がデータ、上がノイズ"),
    note: words(
      "The border is your alphaBar. Drag the step along it.",
      "境界が自分の alphaBar である。ステップはドラッグで動かせる。",
    ),
    columns: 6,
    aspect: 1.9,
    x: { domain: [0, T], label: words("t", "t"), ticks: 8 },
    y: { domain: [0, 1.06], label: words("share", "割合"), ticks: 5 },
    marks: [
      { mark: "area", ink: "student", x: times, y0: times.map(() => 0), y1: low },
      { mark: "area", ink: "muted", faint: true, x: times, y0: low, y1: times.map(() => 1) },
      ...players.flatMap((player) => line(player, times, barsOf(shown[player]))),
      { mark: "rule", ink: "accent", stroke: "dotted", x: t },
      ringAt(t, right[t]),
      momentHandle(t, 0),
    ],
    table: {
      columns: [words("t", "t"), words("your abar_t", "自分の abar_t"), words("right", "正しい値")],
      rows: times.slice(1).map((one) => [one, cell(own[one]), cell(right[one])]),
    },
  };
}

function ringAt(x: number, y: number | undefined): Mark {
  return { mark: "points", ink: "reference", shape: "ring", size: 7, x: [x], y: [y ?? null] };
}

/** Data of variance 1 keep it at every step, if what is added is as much as what is lost. */
function spread(shown: Drawing): Panel {
  const { t } = shown.state;
  const deviations = (functions: Functions): (number | undefined)[] =>
    times.map((one) => {
      const points = walkedTo(functions, one);
      return points === undefined ? undefined : (deviationAlong(points, 0) + deviationAlong(points, 1)) / 2;
    });
  const [own, right] = [deviations(shown.student), deviations(shown.reference)];
  const jump = jumpedTo(shown.student);
  const jumpSpread = jump === undefined ? undefined : (deviationAlong(jump, 0) + deviationAlong(jump, 1)) / 2;
  return {
    id: "spread",
    title: words("How wide your cloud is on its way", "道のりの途中での点群の広がり"),
    note: words(
      "Near 1 all the time, up to chance: what is lost comes back as noise. The diamond is the cloud of your jumps.",
      "偶然の揺れを除けば、いつも 1 の近くにある。失われた分はノイズで埋まるからである。ひし形は跳躍による点群。",
    ),
    columns: 6,
    aspect: 1.9,
    x: { domain: [0, T], label: words("t", "t"), ticks: 8 },
    y: { domain: [0, 2.2], label: words("standard deviation", "標準偏差"), ticks: 5 },
    marks: [
      { mark: "rule", ink: "muted", y: 1 },
      { mark: "rule", ink: "accent", stroke: "dotted", x: t },
      ...players.flatMap((player) => line(player, times, deviations(shown[player]))),
      { mark: "points", ink: "student", shape: "diamond", size: 6, x: [t], y: [jumpSpread ?? null] },
    ],
    table: {
      columns: [words("t", "t"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: times.map((one) => [one, cell(own[one]), cell(right[one])]),
    },
  };
}

function sentences(shown: Drawing): Scene["says"] {
  const { t } = shown.state;
  const bar = (functions: Functions): number | undefined =>
    t === 0 ? 1 : functions.get("alphaBar", "")?.[t - 1];
  const misplaced = (own: readonly Point[] | undefined, right: readonly Point[] | undefined): number =>
    (own ?? []).filter((point, n) => {
      const place = right?.[n];
      return (
        place !== undefined &&
        !(Math.hypot((point[0] ?? NaN) - (place[0] ?? NaN), (point[1] ?? NaN) - (place[1] ?? NaN)) < 0.03)
      );
    }).length;
  const steps = misplaced(walkedTo(shown.student, t), walkedTo(shown.reference, t));
  const jumps = misplaced(jumpedTo(shown.student), jumpedTo(shown.reference));
  return [
    judged({
      own: [bar(shown.student)],
      right: [bar(shown.reference)],
      say: ([value]) => words(`abar_${t} = ${short(value)}`, `abar_${t} = ${short(value)}`),
    }),
    steps + jumps === 0
      ? words(
          `All ${N} points are where they belong, by steps and by jumps.`,
          `${N} 個の点はすべて、道のりでも跳躍でも正しい位置にある。`,
        )
      : words(
          `Of ${N} points, ${steps} are elsewhere by your path and ${jumps} by your marginal.`,
          `${N} 個の点のうち、自分の path では ${steps} 個、自分の marginal では ${jumps} 個が正しい位置にない。`,
        ),
  ];
}
