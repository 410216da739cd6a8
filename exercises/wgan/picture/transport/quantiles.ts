import type { Mark, Panel } from "#sdk/picture.ts";
import { cell, clamp, short, words } from "#sdk/plot.ts";
import { agree, players, type Drawing } from "../players.ts";
import { planOf, rising } from "./plan.ts";
import { fakesAt, reach, type TransportState } from "./state.ts";

/** Up to which share of the mass lies left of which place: the two curves whose area apart is the distance. */
export function quantiles({ state }: Drawing<TransportState>): Panel {
  const plan = planOf(rising(state.real), rising(fakesAt(state)));
  let done = 0;
  const levels = plan.flatMap(({ mass }) => [done, (done += mass)]);
  const twice = (of: (one: (typeof plan)[number]) => number): number[] =>
    plan.flatMap((one) => [of(one), of(one)]);
  const [real, fake] = [twice(({ from }) => from), twice(({ to }) => to)];
  return {
    id: "quantiles",
    title: words("The points in order, over the mass", "質量の順に並べた点"),
    note: words(
      "Between the curves: the work, mass times way.",
      "二つの曲線のあいだの面積が、質量と距離の積の和である。",
    ),
    columns: 7,
    aspect: 1.5,
    x: { domain: [0, 1], label: words("share of the mass", "質量の割合"), ticks: 5 },
    y: { domain: [-reach - 0.3, reach + 0.3], label: words("place", "位置"), ticks: 5 },
    marks: [
      { mark: "area", ink: "accent", x: levels, y0: real, y1: fake },
      { mark: "line", ink: "data", x: levels, y: real, width: 2.6 },
      { mark: "line", ink: "fourth", x: levels, y: fake, width: 2.6 },
    ],
    table: {
      columns: [words("up to the share", "割合"), words("real", "本物"), words("fake", "偽物")],
      rows: levels.flatMap((level, k) => (k % 2 === 1 ? [[cell(level), cell(real[k]), cell(fake[k])]] : [])),
    },
  };
}

/** That area poured into a rectangle as wide as all the mass: its height is the distance. */
export function rectangle({ student, misconception, reference }: Drawing<TransportState>): Panel {
  const results = { student, misconception, reference };
  const of = (player: (typeof players)[number]): number | undefined =>
    results[player].get("wasserstein1", "");
  const [own, right] = [of("student"), of("reference")];
  const top = Math.max(2.2, 1.25 * Math.max(right ?? 0, Math.min(own ?? 0, 3 * (right ?? 2))));
  return {
    id: "rectangle",
    title: words("wasserstein1: the area, levelled", "wasserstein1：面積をならした高さ"),
    note: words(
      "As wide as all the mass, and as high as the mean way.",
      "幅は質量の全体で、高さは平均の移動距離である。",
    ),
    columns: 5,
    aspect: 1.07,
    x: {
      domain: [-0.12, 1.12],
      ticks: [0, 1].map((at) => ({ at, text: `${at}` })),
      label: words("mass", "質量"),
    },
    y: {
      domain: [Math.min(0, Math.max(-top / 2, own ?? 0)), top],
      label: words("mean way", "平均の距離"),
      ticks: 4,
    },
    marks: [...players.flatMap((player) => box(player, of(player))), ...label(own, right)],
    table: {
      columns: [words("your distance", "自分の距離"), words("right distance", "正しい距離")],
      rows: [[cell(own), cell(right)]],
    },
  };
}

function box(player: (typeof players)[number], height: number | undefined): Mark[] {
  if (height === undefined) return [];
  const margin = { student: 0, reference: 0.03, misconception: 0.06 }[player];
  return [
    {
      mark: "rects",
      ink: player,
      hollow: player !== "student",
      x0: [-margin],
      x1: [1 + margin],
      y0: [0],
      y1: [clamp(height, -20, 20)],
    },
  ];
}

function label(own: number | undefined, right: number | undefined): Mark[] {
  const shown = own ?? right;
  if (shown === undefined) return [];
  const y = Number.isFinite(shown) ? shown : (right ?? 0);
  const text = short(shown, 4);
  return [
    {
      mark: "texts",
      ink: agree(own, right) ? "data" : "wrong",
      x: [0.5],
      y: [y],
      texts: [text],
      shift: [0, -12],
    },
  ];
}
