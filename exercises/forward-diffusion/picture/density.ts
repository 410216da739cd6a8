import type { HandleMark, Mark, Panel, Scene } from "#sdk/picture.ts";
import { cell, centres, short, steps, words } from "#sdk/plot.ts";
import { alphaOf, average, packed, T, times, walksOf } from "./data.ts";
import {
  ask,
  judged,
  keys,
  momentHandle,
  players,
  progressOf,
  type Call,
  type Drawing,
  type Functions,
} from "./players.ts";
import type { State } from "./state.ts";

const reach = 3.4;
const rows = 44;
const grid = steps(-reach, reach, 121);

/** Each data point starts so many paths. */
const each = 2;

/** A density of no width cannot be drawn. */
const narrowest = 0.07;

/** The two weights of every jump, by a point at (1, 0) and noise (0, 1); and a few paths on a line. */
export function densityCalls({ schedule, data, seed }: State): Call[] {
  const alpha = alphaOf(schedule);
  return [
    ...times.map((t) => ask("marginal", String(t), [[1, 0], alpha, t, [0, 1]])),
    ask("path", "", [
      starts(data),
      alpha,
      walksOf(String(seed)).map((row) => packed(row).slice(0, each * data.length)),
    ]),
  ];
}

function starts(data: readonly number[]): number[] {
  return data.flatMap((x) => Array.from({ length: each }, () => x));
}

export function densityScene(shown: Drawing): Scene {
  return {
    panels: [river(shown), slice(shown)],
    keys: [
      ...keys,
      {
        ink: "data",
        mark: "area",
        text: words("density of z_t by your marginal", "自分の marginal による z_t の密度"),
      },
      { ink: "muted", mark: "dotted", text: words("N(0, 1)", "N(0, 1)") },
    ],
    says: sentences(shown),
    progress: progressOf(shown.state),
  };
}

interface Weights {
  readonly signal: number;
  readonly noise: number;
}

function weightsAt(functions: Functions, t: number): Weights | undefined {
  const [signal, noise] = functions.get("marginal", String(t)) ?? [];
  return signal === undefined || noise === undefined ? undefined : { signal, noise };
}

/** The density of z_t if each data point is as likely as any other: a normal one about each, all of one width. */
function density({ signal, noise }: Weights, data: readonly number[], z: number): number {
  const width = Math.max(Math.abs(noise), narrowest);
  return average(
    data.map((x) => Math.exp(-((z - signal * x) ** 2) / (2 * width ** 2)) / (width * Math.sqrt(2 * Math.PI))),
  );
}

/** Time to the right, z upwards: the density as a river of several arms that become one, and paths in it. */
function river(shown: Drawing): Panel {
  const { data, t } = shown.state;
  const flows = known(shown.student) ? shown.student : shown.reference;
  const heights = centres(-reach, reach, rows);
  const columns = times.map((time) => weightsAt(flows, time));
  return {
    id: "river",
    title: words(
      "The density of z_t over time, and paths in it",
      "時間とともに移る z_t の密度と、その中の道のり",
    ),
    note: words(
      "Shading: where your marginal puts z_t. Lines: your path, two from each data point. Drag the data points at the left, or the step below.",
      "濃淡は、自分の marginal による z_t の密度。線は自分の path で、各データ点から二本ずつ出る。左のデータ点と下のステップはドラッグできる。",
    ),
    columns: 8,
    aspect: 1.55,
    x: {
      domain: [-1, T + 0.5],
      label: words("t", "t"),
      ticks: times.filter((time) => time % 4 === 0).map((at) => ({ at, text: String(at) })),
    },
    y: { domain: [-reach - 0.35, reach], label: words("z", "z"), ticks: 7 },
    marks: [
      {
        mark: "heatmap",
        ink: "data",
        x0: -0.5,
        x1: T + 0.5,
        y0: -reach,
        y1: reach,
        rows,
        columns: times.length,
        values: heights.flatMap((z) =>
          columns.map((weights) => (weights === undefined ? null : Math.min(1, density(weights, data, z)))),
        ),
        colours: "sequential",
        domain: [0, 1],
        smooth: true,
      },
      { mark: "rule", ink: "accent", stroke: "dotted", x: t },
      ...players.flatMap((player) => paths(player, shown)),
      ...data.map(dataHandle),
      momentHandle(t, -reach - 0.35),
    ],
    table: {
      columns: [
        words("t", "t"),
        words("your weight of the data", "自分のデータの係数"),
        words("of the noise", "ノイズの係数"),
        words("right weight of the data", "正しいデータの係数"),
        words("of the noise", "ノイズの係数"),
      ],
      rows: times.map((time) => [
        time,
        ...[shown.student, shown.reference].flatMap((one) => {
          const weights = weightsAt(one, time);
          return [cell(weights?.signal), cell(weights?.noise)];
        }),
      ]),
    },
  };
}

function known(functions: Functions): boolean {
  return times.some((t) => weightsAt(functions, t) !== undefined);
}

function paths(player: (typeof players)[number], { state: { data }, ...by }: Drawing): Mark[] {
  const rowsOfPath = by[player].get("path", "");
  if (rowsOfPath === undefined) return [];
  return starts(data).map((x, index) => ({
    mark: "line",
    ink: player,
    width: player === "student" ? 2 : 1.4,
    x: times,
    y: [x, ...rowsOfPath.map((row) => row[index] ?? null)],
  }));
}

function dataHandle(value: number, index: number): HandleMark {
  return {
    mark: "handle",
    id: `x${index}`,
    x: 0,
    y: value,
    moves: "y",
    step: 0.1,
    range: { y: [-3, 3] },
    ink: "data",
    label: words(`data point ${index + 1}`, `データ点 ${index + 1}`),
    value: words(`x0 = ${short(value)}`, `x0 = ${short(value)}`),
  };
}

/** The same density at one moment, against the one that all end in. */
function slice(shown: Drawing): Panel {
  const { t, data } = shown.state;
  const curve = (functions: Functions): (number | undefined)[] => {
    const weights = weightsAt(functions, t);
    return grid.map((z) => (weights === undefined ? undefined : density(weights, data, z)));
  };
  const normal = grid.map((z) => Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI));
  return {
    id: "slice",
    title: words(`The density at t = ${t}`, `t = ${t} での密度`),
    note: words(
      "Dotted: N(0, 1), whatever the data were.",
      "点線は N(0, 1)。データが何であっても、ここへ行き着く。",
    ),
    columns: 4,
    aspect: 0.77,
    x: { domain: [0, 1.05], label: words("density", "密度"), ticks: 4 },
    y: { domain: [-reach - 0.35, reach], label: words("z", "z"), ticks: 7 },
    marks: [
      { mark: "line", ink: "muted", stroke: "dotted", x: normal, y: grid, width: 2 },
      ...players.flatMap((player): Mark[] => {
        const x = curve(shown[player]);
        if (x.every((value) => value === undefined)) return [];
        return [
          {
            mark: "line",
            ink: player,
            width: player === "student" ? 3 : 2,
            x: x.map((value) => value ?? null),
            y: grid,
          },
        ];
      }),
    ],
  };
}

function sentences({ state: { t }, student, reference }: Drawing): Scene["says"] {
  const weights = (functions: Functions) => {
    const found = weightsAt(functions, t);
    return [found?.signal, found?.noise];
  };
  const own = weightsAt(student, t);
  const variance = own === undefined ? undefined : own.signal ** 2 + own.noise ** 2;
  return [
    judged({
      own: weights(student),
      right: weights(reference),
      say: ([signal, noise]) =>
        words(
          `at t = ${t} the jump weighs the data by ${short(signal)} and the noise by ${short(noise)}`,
          `t = ${t} の跳躍で、データの係数は ${short(signal)}、ノイズの係数は ${short(noise)}`,
        ),
    }),
    ...(variance === undefined
      ? []
      : [
          words(
            `The squares of your two weights add up to ${short(variance)}.`,
            `自分の二つの係数の二乗の和は ${short(variance)} である。`,
          ),
        ]),
  ];
}
