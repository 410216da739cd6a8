import type { Mark, Panel, Player } from "#sdk/picture.ts";
import { cell, clamp, short, steps, words } from "#sdk/plot.ts";
import { agree, players, type Drawing, type Functions } from "../players.ts";
import { farthest, type Shapes } from "./shapes.ts";

const floor = -Math.log(4);
const nats = { domain: [-2.2, 0.75], label: words("nats", "ナット"), ticks: 4 } as const;

/** Where the fakes may be slid to. */
export const slides = steps(-farthest, farthest, 37);

/** valueAtOptimum as what rises above -log 4: twice the Jensen-Shannon divergence. */
export function thermometer(shown: Drawing<Shapes>): Panel {
  const of = (functions: Functions): number | undefined => functions.get("valueAtOptimum", "");
  const [own, right] = [of(shown.student), of(shown.reference)];
  return {
    id: "value",
    title: words("valueAtOptimum above -log 4", "-log 4 から測った valueAtOptimum"),
    note: words(
      "From equal distributions, -log 4, to no overlap, 0.",
      "分布が等しければ -log 4、重ならなければ 0 である。",
    ),
    columns: 4,
    aspect: 1.05,
    x: { domain: [-0.2, 1.9], ticks: "none" },
    y: nats,
    marks: [
      ...bounds(),
      ...players.flatMap((player) => bar(player, of(shown[player]))),
      ...label(own, right),
    ],
    table: {
      columns: [words("your value", "自分の値"), words("right value", "正しい値")],
      rows: [[cell(own), cell(right)]],
    },
  };
}

function bounds(): Mark[] {
  return [
    { mark: "rule", ink: "muted", y: 0, label: "0" },
    { mark: "rule", ink: "muted", y: floor, label: "-log 4" },
  ];
}

function bar(player: Player, value: number | undefined): Mark[] {
  if (value === undefined) return [];
  const margin = { student: 0, reference: 0.05, misconception: 0.1 }[player];
  return [
    {
      mark: "rects",
      ink: player,
      hollow: player !== "student",
      x0: [0.1 - margin],
      x1: [0.9 + margin],
      y0: [floor],
      y1: [clamp(value, -9, 9)],
    },
  ];
}

function label(own: number | undefined, right: number | undefined): Mark[] {
  const shown = own ?? right;
  if (shown === undefined) return [];
  const y = clamp(Number.isFinite(shown) ? shown : (right ?? 0), -2, 0.6);
  return [
    {
      mark: "texts",
      ink: agree(own, right) ? "data" : "wrong",
      x: [1.02],
      y: [y],
      texts: [`V = ${short(shown)}`],
      anchor: "start",
      shift: [0, -9],
    },
  ];
}

/** The value while the fakes slide along the line: flat as soon as they touch nothing real. */
export function slide(shown: Drawing<Shapes>): Panel {
  const { fake } = shown.state;
  return {
    id: "slide",
    title: words("valueAtOptimum while the fakes slide", "偽物の分布をずらしたときの valueAtOptimum"),
    note: words(
      "The generator climbs down. Far from the real samples there is no slope to tell it the way.",
      "生成器はこの曲線を下りたい。本物から離れた所には、進む向きを教える傾きがない。",
    ),
    columns: 12,
    aspect: 3.6,
    x: { domain: [-farthest, farthest], label: words("middle of the fakes", "偽物の分布の中心"), ticks: 9 },
    y: nats,
    marks: [
      ...bounds(),
      { mark: "rule", ink: "accent", stroke: "dotted", x: fake.middle },
      ...players.flatMap((player) => curve(player, shown[player])),
      ...dots(shown),
      {
        mark: "handle",
        id: "slide",
        x: fake.middle,
        y: -2,
        moves: "x",
        step: 0.1,
        ink: "accent",
        shape: "diamond",
        label: words("middle of the fakes", "偽物の分布の中心"),
        value: words(short(fake.middle), short(fake.middle)),
      },
    ],
    table: {
      columns: [words("middle", "中心"), words("your value", "自分の値"), words("right value", "正しい値")],
      rows: slides.map((middle, k) => [
        cell(middle),
        cell(shown.student.get("valueAtOptimum", `${k}`)),
        cell(shown.reference.get("valueAtOptimum", `${k}`)),
      ]),
    },
  };
}

function curve(player: Player, functions: Functions): Mark[] {
  const y = slides.map((_, k) => functions.get("valueAtOptimum", `${k}`) ?? NaN);
  if (y.every(Number.isNaN)) return [];
  return [{ mark: "line", ink: player, x: slides, y, width: player === "student" ? 2.8 : 2 }];
}

function dots({ state, student, reference }: Drawing<Shapes>): Mark[] {
  const at = (functions: Functions) => ({
    mark: "points" as const,
    x: [state.fake.middle],
    y: [functions.get("valueAtOptimum", "") ?? NaN],
  });
  return [
    { ...at(student), ink: "student", size: 5 },
    { ...at(reference), ink: "reference", shape: "ring", size: 8 },
  ];
}
