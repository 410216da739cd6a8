import type { HandleMark, Mark, Panel, Player } from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import type { LookingState } from "./state.ts";
import { players, type Drawing } from "../players.ts";
import { tokenAt, tokens } from "../tokens.ts";

const reach = 3;

/** The values, and the average of them that the chosen token reads: threads as wide as the student's weights lead to it. */
export function readingPanel(shown: Drawing<LookingState>): Panel {
  const { state, student, reference } = shown;
  const [own, right] = [
    student.get("attention", "")?.[state.token],
    reference.get("attention", "")?.[state.token],
  ];
  return {
    id: "reading",
    title: words("What it reads: an average of the values", "読み取るもの（値の平均）"),
    columns: 4,
    aspect: 1.16,
    x: { domain: [-reach * 1.16, reach * 1.16], ticks: "none" },
    y: { domain: [-reach, reach], ticks: "none" },
    marks: [
      threads(shown),
      ...state.values.map(valueHandle),
      {
        mark: "texts",
        texts: tokens,
        x: state.values.map(([x = 0]) => x),
        y: state.values.map(([, y = 0]) => y),
        shift: [0, -11],
        anchor: "middle",
      },
      ...players.flatMap((player) => outputOf(player, shown)),
    ],
    note: words("Drag the values.", "値を動かせる。"),
    table: {
      columns: [words("output", "出力"), words("first", "第 1 成分"), words("second", "第 2 成分")],
      rows: [
        [words("yours", "自分の値"), cell(own?.[0]), cell(own?.[1])],
        [words("right", "正しい値"), cell(right?.[0]), cell(right?.[1])],
      ],
    },
  };
}

function threads({ state, student }: Drawing<LookingState>): Mark {
  const weights = student.get("attentionWeights", "")?.[state.token] ?? [];
  const [x = Number.NaN, y = Number.NaN] = student.get("attention", "")?.[state.token] ?? [];
  const read = state.values.flatMap((value, j) => {
    const weight = weights[j] ?? 0;
    return Math.abs(weight) > 0.002 ? [{ value, weight }] : [];
  });
  return {
    mark: "edges",
    ink: "student",
    x0: read.map(() => x),
    y0: read.map(() => y),
    x1: read.map(({ value: [vx = 0] }) => vx),
    y1: read.map(({ value: [, vy = 0] }) => vy),
    values: read.map(({ weight }) => weight),
    most: 1,
  };
}

function outputOf(player: Player, shown: Drawing<LookingState>): Mark[] {
  const [x, y] = shown[player].get("attention", "")?.[shown.state.token] ?? [];
  if (x === undefined || y === undefined) return [];
  const shape = player === "student" ? "point" : "ring";
  return [{ mark: "points", ink: player, shape, size: player === "student" ? 6 : 9, x: [x], y: [y] }];
}

function valueHandle(value: readonly number[], index: number): HandleMark {
  const [x = 0, y = 0] = value;
  const { en, ja } = tokenAt(index);
  const printed = `(${short(x)}, ${short(y)})`;
  return {
    mark: "handle",
    id: `value ${index}`,
    x,
    y,
    moves: "xy",
    step: 0.1,
    ink: "data",
    shape: "diamond",
    label: words(`value of “${en}”`, `「${ja}」の値`),
    value: words(printed, printed),
  };
}
