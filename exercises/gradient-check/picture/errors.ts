import type { Localized, Mark, Panel, Player, SceneEvent } from "#sdk/picture.ts";
import { cell, clamp, short, words } from "#sdk/plot.ts";
import type { TestFunction } from "../starter.ts";
import { powers } from "./powers.ts";
import { heightOf, moved, nameIn, names, slopesOf } from "./landscape.ts";
import { ask, judged, keys, players, type Drawing, type View } from "./players.ts";

export interface ErrorsState {
  readonly name: TestFunction;
  /** The decimal exponent by which all coordinates are larger. */
  readonly size: number;
  readonly coordinate: number;
}

const start: ErrorsState = { name: "polynomial", size: 0, coordinate: 0 };
const base = [0.7, -1.3, 1.6];
/** Four steps a decade. */
const grid = Array.from({ length: 65 }, (_, k) => 10 ** (-13 + k / 4));
const domains = { h: [1e-13, 1e3], error: [1e-15, 1e4] } as const;

/** The error of the student's difference over all steps, and where the student's own step stands on it. */
export const errors: View<ErrorsState> = {
  start,
  change,
  controls: ({ name, size, coordinate }) => [
    { control: "choice", id: "name", label: words("function", "関数"), options: names, value: name },
    {
      control: "choice",
      id: "coordinate",
      label: words("coordinate", "座標"),
      options: base.map((_, i) => ({ value: String(i), label: words(String(i), String(i)) })),
      value: String(coordinate),
    },
    {
      control: "slider",
      id: "size",
      label: words("coordinates times", "座標の倍率"),
      min: 0,
      max: 6,
      step: 1,
      value: size,
      text: words(String(10 ** size), String(10 ** size)),
    },
  ],
  calls: (state) => {
    const x = placeOf(state);
    return [
      ask("stepSize", "", [x]),
      ask("numericGradient", "", [state.name, x]),
      // the reference has float32 only, which has no error left to show here
      ...grid.map((h, k) =>
        ask("centralDifference", `${k}`, [state.name, x, h], ["student", "misconception"]),
      ),
    ];
  },
  scene: (shown) => ({
    panels: [curvePanel(shown), stepsPanel(shown)],
    keys: [
      keys.student,
      {
        ink: "reference",
        mark: "dashed",
        text: words("a central difference, and the right step", "中心差分と、正しい刻み幅"),
      },
      keys.misconception,
      {
        ink: "muted",
        mark: "line",
        text: words("bend of the curve, and rounding", "曲がりによる誤差と丸め誤差"),
      },
    ],
    says: sentences(shown),
  }),
};

function placeOf({ size }: ErrorsState): number[] {
  return base.map((value) => value * 10 ** size);
}

function change(state: ErrorsState, event: SceneEvent): ErrorsState {
  if (event.kind !== "set") return state;
  switch (event.id) {
    case "name":
      return { ...state, name: nameIn(event.value) ?? state.name };
    case "coordinate":
      return { ...state, coordinate: clamp(Math.round(Number(event.value)), 0, base.length - 1) };
    case "size":
      return { ...state, size: clamp(Math.round(Number(event.value)), 0, 6) };
    default:
      return state;
  }
}

/** Relative to the slope, or to 1 where that is larger; what is nothing stands at the lower edge. */
function errorOf({ name, coordinate, ...state }: ErrorsState, slope: number | undefined): number | null {
  const exact = slopesOf(name, placeOf({ name, coordinate, ...state }))[coordinate] ?? 0;
  if (slope === undefined || !Number.isFinite(slope)) return null;
  return clamp(Math.abs(slope - exact) / Math.max(1, Math.abs(exact)), ...domains.error);
}

function curvePanel(shown: Drawing<ErrorsState>): Panel {
  const { state } = shown;
  return {
    id: "errors",
    title: words("The error over the step", "刻み幅と誤差"),
    columns: 12,
    aspect: 2.3,
    x: { domain: domains.h, scale: "log", ticks: powers(-12, 3, 3), label: words("h", "h") },
    y: {
      domain: domains.error,
      scale: "log",
      ticks: powers(-14, 4, 3),
      label: words("relative error", "相対誤差"),
    },
    marks: [
      ...guides(state),
      ...players.flatMap((player) => curveOf(player, shown)),
      ...players.flatMap((player) => stepOf(player, shown)),
    ],
    note: words(
      "The upright lines are the steps of stepSize; the large point is your numericGradient.",
      "縦の線は stepSize の刻み幅、大きな点は自分の numericGradient である。",
    ),
    table: {
      columns: [words("h", "h"), words("your error", "自分の誤差")],
      rows: grid
        .map((h, k) => [h, cell(errorOf(state, slopeOf(shown.student, state, k)) ?? undefined)])
        .filter((_, k) => k % 4 === 0),
    },
  };
}

function slopeOf(
  of: Drawing<ErrorsState>["student"],
  { coordinate }: ErrorsState,
  k: number,
): number | undefined {
  return of.get("centralDifference", `${k}`)?.[coordinate];
}

function curveOf(player: Player, shown: Drawing<ErrorsState>): Mark[] {
  const { state } = shown;
  const slopes = grid.map((h, k) =>
    player === "reference" ? rightSlope(state, h) : slopeOf(shown[player], state, k),
  );
  if (slopes.every((slope) => slope === undefined)) return [];
  const stroke = { student: "solid", reference: "dashed", misconception: "dotted" } as const;
  const width = player === "student" ? 5 : 1.5;
  return [
    {
      mark: "line",
      ink: player,
      stroke: stroke[player],
      width,
      x: grid,
      y: slopes.map((slope) => errorOf(state, slope)),
    },
  ];
}

/** What float64 gives for a difference over both sides. */
function rightSlope(state: ErrorsState, h: number): number {
  const x = placeOf(state);
  const here = x[state.coordinate] ?? 0;
  const height = (at: number): number => heightOf(state.name, moved(x, state.coordinate, at));
  return (height(here + h) - height(here - h)) / (2 * h);
}

/** The two errors that a difference has, each a straight line here: h^2 with the third derivative, and rounding over h. */
function guides(state: ErrorsState): Mark[] {
  const { name, coordinate } = state;
  const x = placeOf(state);
  const here = x[coordinate] ?? 0;
  const by = 1e-2 * Math.max(1, Math.abs(here));
  const slope = (at: number): number => slopesOf(name, moved(x, coordinate, at))[coordinate] ?? 0;
  const third = (slope(here + by) - 2 * slope(here) + slope(here - by)) / by ** 2;
  const size = Math.max(1, Math.abs(slope(here)));
  const bend = grid.map((h) => (Math.abs(third) * h ** 2) / 6 / size);
  const rounding = grid.map((h) => (Number.EPSILON * Math.abs(heightOf(name, x))) / h / size);
  const inside = (value: number): number | null =>
    value >= domains.error[0] && value <= domains.error[1] ? value : null;
  return [bend, rounding].map((values) => ({
    mark: "line",
    ink: "muted",
    faint: true,
    x: grid,
    y: values.map(inside),
  }));
}

function stepOf(player: Player, { state, ...of }: Drawing<ErrorsState>): Mark[] {
  const step = of[player].get("stepSize", "")?.[state.coordinate];
  if (step === undefined || !(step > 0)) return [];
  const stroke = { student: "solid", reference: "dashed", misconception: "dotted" } as const;
  const error = errorOf(state, of[player].get("numericGradient", "")?.[state.coordinate]);
  const at = clamp(step, ...domains.h);
  return [
    { mark: "rule", ink: player, stroke: stroke[player], x: at },
    ...(player === "student"
      ? ([{ mark: "points", ink: player, size: 6, x: [at], y: [error] }] as const)
      : []),
  ];
}

function stepsPanel({ state, student, reference }: Drawing<ErrorsState>): Panel {
  const x = placeOf(state);
  const [own, right] = [student.get("stepSize", ""), reference.get("stepSize", "")];
  const exact = slopesOf(state.name, x);
  const gradient = student.get("numericGradient", "");
  const errorsOfAll = x.map((_, coordinate) => errorOf({ ...state, coordinate }, gradient?.[coordinate]));
  return {
    id: "coordinates",
    title: words("Your gradient, coordinate by coordinate", "自分の勾配の誤差（座標ごと）"),
    columns: 12,
    aspect: 5,
    x: { domain: [0, x.length], ticks: x.map((value, i) => ({ at: i + 0.5, text: short(value) })) },
    y: { domain: domains.error, scale: "log", ticks: powers(-14, 4, 6) },
    marks: [
      {
        mark: "rects",
        ink: "student",
        x0: x.map((_, i) => i + 0.3),
        x1: x.map((_, i) => i + 0.7),
        y0: x.map(() => domains.error[0]),
        y1: errorsOfAll,
      },
      { mark: "rule", ink: "muted", stroke: "dotted", y: 1e-7, label: words("10⁻⁷", "10⁻⁷") },
    ],
    table: {
      columns: [
        words("coordinate", "座標"),
        words("your step", "自分の刻み幅"),
        words("right step", "正しい刻み幅"),
        words("your slope", "自分の傾き"),
        words("derivative", "微分"),
      ],
      rows: x.map((value, i) => [
        value,
        cell(own?.[i]),
        cell(right?.[i]),
        cell(gradient?.[i]),
        cell(exact[i]),
      ]),
    },
  };
}

function sentences({ state, student, reference }: Drawing<ErrorsState>): readonly Localized[] {
  const i = state.coordinate;
  const [own, right] = [student.get("stepSize", "")?.[i], reference.get("stepSize", "")?.[i]];
  const error = short(errorOf(state, student.get("numericGradient", "")?.[i]) ?? undefined, 2);
  return [
    judged(
      words(
        `The step for coordinate ${i} is ${short(right)}.`,
        `第 ${i} 座標の刻み幅は ${short(right)} である。`,
      ),
      own === undefined ? undefined : [own],
      right === undefined ? undefined : [right],
    ),
    words(
      `The relative error of your slope there is ${error}.`,
      `そこでの自分の傾きの相対誤差は ${error} である。`,
    ),
  ];
}
