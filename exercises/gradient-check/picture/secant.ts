import type { HandleMark, Localized, Mark, Panel, Player, SceneEvent } from "#sdk/picture.ts";
import { cell, centres, clamp, short, steps, words } from "#sdk/plot.ts";
import type { TestFunction } from "../starter.ts";
import { heightOf, moved, nameIn, names, slopesOf } from "./landscape.ts";
import { ask, judged, keys, players, printed, type Drawing, type View } from "./players.ts";

export interface SecantState {
  readonly name: TestFunction;
  readonly x: number[];
  readonly h: number;
}

const reach = 2.2;
const start: SecantState = { name: "polynomial", x: [0.4, 1.3], h: 0.5 };
const places: Readonly<Record<TestFunction, number[]>> = {
  polynomial: start.x,
  rosenbrock: [-0.5, 0.8],
  logSumExp: [-0.4, 0.5],
};
/** The heights that are shown. */
const heights: Readonly<Record<TestFunction, readonly [number, number]>> = {
  polynomial: [-1, 8],
  rosenbrock: [-25, 150],
  logSumExp: [-0.5, 3],
};

/** The quotient as the slope of a line through two places of the curve, for both coordinates, and as an arrow in the plane. */
export const secant: View<SecantState> = {
  start,
  change,
  controls: ({ name, h }) => [
    { control: "choice", id: "name", label: words("function", "関数"), options: names, value: name },
    {
      control: "slider",
      id: "h",
      label: words("h", "h"),
      min: 0.1,
      max: 1,
      step: 0.05,
      value: h,
      text: words(short(h), short(h)),
    },
    { control: "button", id: "again", label: words("Reset", "元に戻す") },
  ],
  calls: ({ name, x, h }) => [ask("centralDifference", "", [name, x, h])],
  scene: (shown) => ({
    panels: [slicePanel(shown, 0), slicePanel(shown, 1), planePanel(shown)],
    keys: [
      { ink: "data", mark: "line", text: words("the function", "関数") },
      {
        ink: "accent",
        mark: "dotted",
        text: words("tangent: the derivative itself", "接線（微分そのもの）"),
      },
      keys.student,
      keys.reference,
      keys.misconception,
    ],
    says: sentences(shown),
  }),
};

function change(state: SecantState, event: SceneEvent): SecantState {
  switch (event.kind) {
    case "push":
      return event.id === "again" ? { ...start, name: state.name, x: places[state.name] } : state;
    case "set": {
      if (event.id === "h") return { ...state, h: clamp(Number(event.value), 0.1, 1) };
      const name = event.id === "name" ? nameIn(event.value) : null;
      return name === null ? state : { ...state, name, x: places[name] };
    }
    case "drag":
      return dragged(state, event);
    case "press":
    case "remove":
      return state;
  }
}

/** Handles are "x 0", "h 0" and so on. */
function dragged(state: SecantState, { id, x }: Extract<SceneEvent, { kind: "drag" }>): SecantState {
  const [what, number] = id.split(" ");
  const i = Number(number);
  if (what === "x") return { ...state, x: moved(state.x, i, clamp(x, -2, 2)) };
  return what === "h" ? { ...state, h: clamp(Math.abs(x - (state.x[i] ?? 0)), 0.1, 1) } : state;
}

function slicePanel(shown: Drawing<SecantState>, i: number): Panel {
  const { name, x, h } = shown.state;
  const here = x[i] ?? 0;
  const [low, high] = heights[name];
  const height = (at: number): number => heightOf(name, moved(x, i, at));
  const grid = steps(-reach, reach, 121);
  const right = shown.reference.get("centralDifference", "")?.[i];
  return {
    id: `slice ${i}`,
    title: words(`Along coordinate ${i}`, `第 ${i} 座標に沿って`),
    columns: 4,
    aspect: 0.95,
    x: { domain: [-reach, reach], ticks: 5 },
    y: { domain: [low, high], ticks: 4 },
    marks: [
      {
        mark: "line",
        ink: "data",
        x: grid,
        y: grid.map(height).map((value) => (value > high + (high - low) ? null : value)),
      },
      {
        ...lineThrough([here, height(here)], slopesOf(name, x)[i]),
        ink: "accent",
        stroke: "dotted",
        width: 1.5,
      },
      ...players.flatMap((player) => secantOf(player, shown, i)),
      { mark: "points", ink: "data", shape: "ring", size: 5, x: [here - h], y: [height(here - h)] },
      handle(`x ${i}`, [here, height(here)], {
        shape: "point",
        label: words(`coordinate ${i}`, `第 ${i} 座標`),
        value: words(`x = ${short(here)}`, `x = ${short(here)}`),
      }),
      handle(`h ${i}`, [here + h, height(here + h)], {
        shape: "ring",
        label: words("h above", "h だけ先"),
        value: words(`h = ${short(h)}`, `h = ${short(h)}`),
      }),
    ],
    table: {
      columns: [words("slope", "傾き"), words("value", "値")],
      rows: [
        [words("yours", "自分の値"), cell(shown.student.get("centralDifference", "")?.[i])],
        [words("right", "正しい値"), cell(right)],
        [words("derivative", "微分"), cell(slopesOf(name, x)[i])],
      ],
    },
  };
}

/** A line of this slope through the middle of the two places: the right one runs through both of them. */
function secantOf(player: Player, shown: Drawing<SecantState>, i: number): Mark[] {
  const { name, x, h } = shown.state;
  const slope = shown[player].get("centralDifference", "")?.[i];
  if (slope === undefined) return [];
  const here = x[i] ?? 0;
  const [above, below] = [here + h, here - h].map((at) => heightOf(name, moved(x, i, at)));
  const stroke = { student: "solid", reference: "dashed", misconception: "dotted" } as const;
  const middle = [here, ((above ?? 0) + (below ?? 0)) / 2] as const;
  return [
    {
      ...lineThrough(middle, slope),
      ink: player,
      stroke: stroke[player],
      width: player === "student" ? 3 : 2,
    },
  ];
}

function lineThrough([x, y]: readonly [number, number], slope = Number.NaN) {
  const ends = [x - 1.5, x + 1.5];
  return { mark: "line", x: ends, y: ends.map((end) => y + slope * (end - x)) } as const;
}

function handle(
  id: string,
  [x, y]: readonly [number, number],
  look: Pick<HandleMark, "label" | "shape" | "value">,
): HandleMark {
  return { mark: "handle", id, x, y, moves: "x", step: 0.05, ink: "data", ...look };
}

/** How long the longest right arrow is, in the units of the plane. */
const longest = 0.75;

function planePanel(shown: Drawing<SecantState>): Panel {
  const { name, x, h } = shown.state;
  const [x0 = 0, x1 = 0] = x;
  const cells = 28;
  const grid = centres(-reach, reach, cells);
  const heightsOfCells = grid.flatMap((second) =>
    grid.map((first) => Math.log1p(heightOf(name, [first, second]) + 1)),
  );
  const most = Math.max(...heightsOfCells);
  const size = Math.hypot(...(shown.reference.get("centralDifference", "") ?? slopesOf(name, x)));
  return {
    id: "plane",
    title: words("From above: the places, and the gradient", "上から見た評価点と勾配"),
    columns: 4,
    aspect: 0.95,
    x: { domain: [-reach, reach], ticks: 5, label: words("coordinate 0", "第 0 座標") },
    y: { domain: [-reach, reach], ticks: 5, label: words("coordinate 1", "第 1 座標") },
    marks: [
      {
        mark: "heatmap",
        ink: "muted",
        faint: true,
        x0: -reach,
        x1: reach,
        y0: -reach,
        y1: reach,
        rows: cells,
        columns: cells,
        values: heightsOfCells,
        colours: "sequential",
        domain: [Math.min(...heightsOfCells), 1.6 * most],
        smooth: true,
        contours: steps(0.1 * most, 0.9 * most, 6),
      },
      {
        mark: "points",
        ink: "data",
        shape: "ring",
        size: 4,
        x: [x0 - h, x0 + h, x0, x0],
        y: [x1, x1, x1 - h, x1 + h],
      },
      { mark: "points", ink: "data", x: [x0], y: [x1], size: 4 },
      ...players.flatMap((player) => arrowOf(player, shown, longest / Math.max(size, 1e-9))),
    ],
    note: words("Rings: where the value is asked for.", "輪は値を求める点を表す。"),
  };
}

function arrowOf(player: Player, shown: Drawing<SecantState>, unit: number): Mark[] {
  const slopes = shown[player].get("centralDifference", "");
  const [x = 0, y = 0] = shown.state.x;
  const [dx, dy] = slopes ?? [];
  if (dx === undefined || dy === undefined) return [];
  const stroke = player === "student" ? "solid" : "dashed";
  return [{ mark: "arrows", ink: player, stroke, x: [x], y: [y], dx: [unit * dx], dy: [unit * dy] }];
}

function sentences({ state, student, reference }: Drawing<SecantState>): readonly Localized[] {
  const [own, right] = [student.get("centralDifference", ""), reference.get("centralDifference", "")];
  const now = printed(right);
  const exact = printed(slopesOf(state.name, state.x));
  return [
    judged(
      words(
        `With h = ${short(state.h)} the differences are ${now}.`,
        `h = ${short(state.h)} の中心差分は ${now} である。`,
      ),
      own,
      right,
    ),
    words(`The derivatives are ${exact}.`, `微分の値は ${exact} である。`),
  ];
}
