import type { Mark, Panel, Player } from "#sdk/picture.ts";
import { cell, steps, words } from "#sdk/plot.ts";
import { type PixelsState, logitsOf } from "./state.ts";
import { placed, players, type Drawing } from "../players.ts";

/** As far as the logits of the images go, and not less than where a sigmoid becomes 1 in floating point. */
function reach({ sharpness }: PixelsState): number {
  return Math.max(48, 1.06 * 2 ** sharpness);
}

export function curveOf(state: PixelsState): number[] {
  return steps(-reach(state), reach(state), 65);
}

/** One pixel by itself, over all logits: what a pixel that is 1 gives and what one that is 0 gives. */
export function curves(shown: Drawing<PixelsState>): Panel {
  const { state } = shown;
  const curve = curveOf(state);
  const logit = logitsOf(state)[state.row]?.[state.pixel] ?? NaN;
  return {
    id: "curves",
    title: words("reconstruction of one pixel over its logit", "logit に対する 1 画素の reconstruction"),
    note: words(
      "Rising: a pixel that is 1; falling: one that is 0. The diamond is the pixel last pressed.",
      "右上がりは値が 1 の画素、右下がりは 0 の画素。菱形は最後に押した画素である。",
    ),
    columns: 7,
    aspect: 1.8,
    x: { domain: [-reach(state), reach(state)], label: words("logit", "logit"), ticks: 7 },
    y: { domain: [-reach(state), 0.08 * reach(state)], label: words("nats", "ナット"), ticks: 5 },
    marks: [
      { mark: "rule", x: 0, stroke: "dotted" },
      ...players.flatMap((player) => [0, 1].flatMap((one) => onePixel(player, shown, one))),
      {
        mark: "points",
        ink: "accent",
        shape: "diamond",
        size: 6,
        x: [logit],
        y: [shown.reference.get("reconstruction", `pixel${state.pixel}`) ?? NaN],
      },
    ],
    table: {
      columns: [
        words("logit", "logit"),
        words("yours, x = 1", "自分の値 (x = 1)"),
        words("right, x = 1", "正しい値 (x = 1)"),
        words("yours, x = 0", "自分の値 (x = 0)"),
        words("right, x = 0", "正しい値 (x = 0)"),
      ],
      rows: curve.map((at, index) => [
        at,
        ...[1, 0].flatMap((one) =>
          [shown.student, shown.reference].map((by) =>
            cell(by.get("reconstruction", `curve${one}/${index}`)),
          ),
        ),
      ]),
    },
  };
}

function onePixel(player: Player, shown: Drawing<PixelsState>, value: number): Mark[] {
  const x = curveOf(shown.state);
  const y = x.map((_, index) => shown[player].get("reconstruction", `curve${value}/${index}`));
  if (y.every((one) => one === undefined)) return [];
  return [{ mark: "line", ink: player, width: player === "student" ? 2.6 : 2, x, y: y.map(placed) }];
}
