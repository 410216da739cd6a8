import type { HandleMark, Key, Mark, Panel, Scene, Shown } from "#sdk/picture.ts";
import { cell, extent, short, steps, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import {
  dataOf,
  grid,
  mostAdded,
  space,
  stepsInAll,
  stepsInFrame,
  type LearningState,
} from "./learningState.ts";
import type { Gradient } from "./net.ts";
import type { Datum } from "./toyData.ts";

type Drawing = Shown<typeof Starter, LearningState>;

export function learningScene(shown: Drawing): Scene {
  const { steps: done } = shown.state;
  const answers = answersOf(shown);
  return {
    panels: [
      boundaryPanel(shown.state, answers),
      errorPanel(shown),
      gradientPanel(shown),
      weightsPanel(shown),
    ],
    keys,
    says: sentences(shown, answers),
    progress: {
      value: done,
      of: stepsInAll,
      text: words(`step ${done} of ${stepsInAll}`, `${done} / ${stepsInAll} ステップ`),
    },
  };
}

const keys: readonly Key[] = [
  { ink: "first", mark: "point", text: words("d = 1", "d = 1") },
  { ink: "second", mark: "diamond", text: words("d = 0", "d = 0") },
  { ink: "wrong", mark: "ring", text: words("on the wrong side", "誤って分類された点") },
  { ink: "student", mark: "line", text: words("your functions", "自分の関数") },
  {
    ink: "reference",
    mark: "dashed",
    text: words("the right value at the same weights", "同じ重みでの正しい値"),
  },
  { ink: "misconception", mark: "dotted", text: words("the slip that was named", "指摘された誤り") },
];

/** What the student's forward answers: in every cell of the grid, and for every point; nothing where it gave nothing. */
interface Answers {
  readonly cells: readonly number[];
  readonly points: readonly (Datum & { readonly output: number | undefined; readonly isMissed: boolean })[];
}

function answersOf({ state, student }: Drawing): Answers {
  const outputs =
    student
      .get("forward", "")
      ?.z.at(-1)
      ?.map(([y = NaN]) => y) ?? [];
  const points = dataOf(state).map((one, index) => {
    const output = outputs[grid * grid + index];
    return { ...one, output, isMissed: output !== undefined && (output > 0.5 ? 1 : 0) !== one.d };
  });
  return { cells: outputs.slice(0, grid * grid), points };
}

/** What the net answers at every place, under the data. */
function boundaryPanel(state: LearningState, { cells, points }: Answers): Panel {
  const given = points.slice(0, points.length - state.added.length);
  const missed = points.filter(({ isMissed }) => isMissed);
  return {
    id: "boundary",
    title: words("What the net answers, and the data", "ネットワークの出力とデータ"),
    note: words(
      `Press on free space to add a point (${mostAdded} at most), drag it, press Delete on it to remove it.`,
      `空いた場所を押すと点が加わる（${mostAdded} 個まで）。加えた点はドラッグで動かし、Delete キーで取り除ける。`,
    ),
    columns: 7,
    rows: 2,
    aspect: 1.06,
    x: { domain: space, label: words("x0", "x0"), ticks: 5 },
    y: { domain: space, label: words("x1", "x1"), ticks: 5 },
    press: "add",
    marks: [
      ...(cells.length === 0 ? [] : [heatmap(cells)]),
      ...([1, 0] as const).map((d) => classOf(d, given)),
      {
        mark: "points",
        ink: "wrong",
        shape: "ring",
        size: 8,
        x: missed.map(({ x }) => x),
        y: missed.map(({ y }) => y),
      },
      ...state.added.map(handleOf),
    ],
    table: {
      columns: [words("x0", "x0"), words("x1", "x1"), words("d", "d"), words("your y", "自分の y")],
      rows: points.map(({ x, y, d, output }) => [x, y, d, cell(output)]),
    },
  };
}

/** Colour and shape say the class: on its own side a point lies on its own colour. */
function classOf(d: 0 | 1, points: readonly Datum[]): Mark {
  const own = points.filter((one) => one.d === d);
  return {
    mark: "points",
    ink: d === 1 ? "first" : "second",
    shape: d === 1 ? "point" : "diamond",
    size: d === 1 ? 4 : 5,
    x: own.map(({ x }) => x),
    y: own.map(({ y }) => y),
  };
}

function heatmap(values: readonly number[]): Mark {
  return {
    mark: "heatmap",
    ink: "student",
    faint: true,
    x0: space[0],
    x1: space[1],
    y0: space[0],
    y1: space[1],
    rows: grid,
    columns: grid,
    values: values.map((y) => Number((2 * y - 1).toFixed(3))),
    colours: "diverging",
    domain: [-1, 1],
    smooth: true,
    contours: [0],
  };
}

function handleOf({ x, y, d }: LearningState["added"][number], index: number): HandleMark {
  return {
    mark: "handle",
    id: `added${index}`,
    x,
    y,
    moves: "xy",
    step: 0.1,
    ink: d === 1 ? "first" : "second",
    shape: d === 1 ? "point" : "diamond",
    removable: true,
    label: words(`point ${index + 1} of yours, d = ${d}`, `加えた点 ${index + 1}（d = ${d}）`),
    value: words(`x0 = ${short(x)}, x1 = ${short(y)}`, `x0 = ${short(x)}、x1 = ${short(y)}`),
  };
}

/** E over the steps: the student's own, and the right one at the weights to which the student's gradients led. */
function errorPanel({ state, student, reference }: Drawing): Panel {
  const own = [...state.own, student.get("backward", "0")?.loss ?? null];
  const right = [...state.right, reference.get("backward", "0")?.loss ?? null];
  const x = own.map((_, index) => index * stepsInFrame);
  const top = extent([...own, ...right, 0.2])[1];
  return {
    id: "error",
    title: words("E while your gradients lead", "自分の勾配で学習したときの E"),
    columns: 5,
    aspect: 1.8,
    x: { domain: [0, stepsInAll], label: words("steps", "ステップ"), ticks: 5 },
    y: { domain: [0, 1.08 * top], label: words("E", "E"), ticks: 4 },
    marks: [
      ...(own.some((value) => value !== null) ? [lineOf("student", x, own), dot("student", x, own)] : []),
      lineOf("reference", x, right),
      dot("reference", x, right),
    ],
    table: {
      columns: [words("step", "ステップ"), words("your E", "自分の E"), words("right E", "正しい E")],
      rows: x.map((at, index) => [at, cell(own[index] ?? undefined), cell(right[index] ?? undefined)]),
    },
  };
}

function lineOf(ink: "student" | "reference", x: readonly number[], y: readonly (number | null)[]): Mark {
  return { mark: "line", ink, x, y, width: ink === "student" ? 2.6 : 2 };
}

function dot(ink: "student" | "reference", x: readonly number[], y: readonly (number | null)[]): Mark {
  return {
    mark: "points",
    ink,
    shape: ink === "student" ? "point" : "ring",
    size: ink === "student" ? 4 : 7,
    x: x.slice(-1),
    y: y.slice(-1),
  };
}

/** The slope that each weight follows now, against the right one at the same weights. */
function gradientPanel({ student, reference, misconception }: Drawing): Panel {
  const [own, right, slip] = [student, reference, misconception].map((functions) =>
    numbersIn(functions.get("backward", "0")?.gradients),
  ) as [number[], number[], number[]];
  const [low, high] = extent([...right, ...own, 0.01, -0.01]);
  const domain = [low - 0.08 * (high - low), high + 0.08 * (high - low)] as const;
  return {
    id: "gradients",
    title: words("Your gradient over the right one, now", "現在の正しい勾配（横）と自分の勾配（縦）"),
    note: words(
      "One point for each weight and bias. On the line the two agree.",
      "1 つの点が 1 つの重みまたはバイアスである。直線上の点では両者が一致している。",
    ),
    columns: 5,
    aspect: 1.8,
    x: { domain, label: words("right", "正しい値"), ticks: 5 },
    y: { domain, label: words("yours", "自分の値"), ticks: 4 },
    marks: [
      { mark: "line", ink: "reference", width: 1.5, x: domain, y: domain },
      { mark: "points", ink: "misconception", shape: "diamond", size: 5, x: right, y: slip },
      ...(own.length === 0 ? [] : [{ mark: "points", ink: "student", size: 3, x: right, y: own } as const]),
    ],
  };
}

function numbersIn(gradients: readonly Gradient[] | undefined): number[] {
  return (gradients ?? []).flatMap(({ W, b }) => [...W.flat(), ...b]);
}

/** The net itself: an edge for each weight, as wide as it is large. */
function weightsPanel({ state: { layers } }: Drawing): Panel {
  const counts = [layers[0]?.W[0]?.length ?? 0, ...layers.map(({ W }) => W.length)];
  const heights = counts.map((count) => steps((count - 1) / 2, -(count - 1) / 2, count));
  const places = heights.flatMap((column, x) => column.map((y) => ({ x, y })));
  const edges = layers.flatMap(({ W }, l) =>
    W.flatMap((row, j) =>
      row.map((value, i) => ({ value, x: l, y0: heights[l]?.[i] ?? NaN, y1: heights[l + 1]?.[j] ?? NaN })),
    ),
  );
  return {
    id: "weights",
    title: words("The weights", "重み"),
    note: words(
      "Blue: positive; orange: negative. From the inputs at the left to the output at the right.",
      "青は正、オレンジは負。左が入力、右が出力である。",
    ),
    columns: 12,
    aspect: 4.2,
    x: { domain: [-0.15, counts.length - 0.85], ticks: "none" },
    y: { domain: [-3, 3], ticks: "none" },
    marks: [
      {
        mark: "edges",
        x0: edges.map(({ x }) => x),
        y0: edges.map(({ y0 }) => y0),
        x1: edges.map(({ x }) => x + 1),
        y1: edges.map(({ y1 }) => y1),
        values: edges.map(({ value }) => Number(value.toPrecision(4))),
        most: 4,
      },
      { mark: "points", ink: "data", size: 6, x: places.map(({ x }) => x), y: places.map(({ y }) => y) },
    ],
  };
}

function sentences(shown: Drawing, { cells, points }: Answers): Scene["says"] {
  const { state, student, reference } = shown;
  const correct = points.filter(({ isMissed }) => !isMissed).length;
  const [own, right] = [student.get("backward", "0")?.loss, reference.get("backward", "0")?.loss];
  const errors = words(
    `After ${state.steps} steps: your E ${short(own)}, the right one ${short(right)}.`,
    `${state.steps} ステップ後の E は、自分の値が ${short(own)}、正しい値が ${short(right)} である。`,
  );
  const sides = words(
    `${correct} of ${points.length} points lie on their side.`,
    `${points.length} 個の点のうち ${correct} 個が正しく分類されている。`,
  );
  return [errors, ...(cells.length > 0 ? [sides] : []), ...endWords(shown)];
}

/** Why it does not go on, where that is not because it is done. */
function endWords({ state, student }: Drawing): Scene["says"] {
  if (state.steps >= stepsInAll) return [];
  const gradients = student.get("backward", "0")?.gradients;
  if (gradients === undefined)
    return [
      words(
        "Without gradients from backward the net does not learn.",
        "backward が勾配を返さなければ、ネットワークは学習しない。",
      ),
    ];
  if (!isShapedAs(state.layers, gradients))
    return [
      words(
        "The gradients do not have the shapes of the weights: there is no step to take.",
        "勾配の形が重みの形と異なるため、1 ステップも進めない。",
      ),
    ];
  return numbersIn(gradients).every(Number.isFinite)
    ? []
    : [
        words(
          "The gradients are not finite: there is no step to take.",
          "勾配が有限でないため、これ以上は進めない。",
        ),
      ];
}

function isShapedAs(layers: readonly Gradient[], gradients: readonly Gradient[]): boolean {
  const shapeOf = ({ W, b }: Gradient): string => [...W.map((row) => row.length), "b", b.length].join();
  return layers.map(shapeOf).join(" ") === gradients.map(shapeOf).join(" ");
}
