import type { Mark, Panel } from "#sdk/picture.ts";
import { cell, clamp, short, steps, words } from "#sdk/plot.ts";
import { players, type Drawing, type Functions } from "../players.ts";
import { STEEPEST, type PlaneState } from "./state.ts";

/** So steep the critic is made, one after the other. */
export const steepnesses = steps(0, STEEPEST, 33);

/** The penalty while the same critic is made flatter or steeper. */
export function valley(shown: Drawing<PlaneState>): Panel {
  const { steepness, lambda } = shown.state;
  const right = steepnesses.map((_, k) => shown.reference.get("gradientPenalty", `${k}`) ?? 0);
  const top = Math.max(1, 1.3 * Math.max(...right));
  return {
    id: "valley",
    title: words(
      "gradientPenalty of flatter and steeper critics",
      "批評器を平らにしたり急にしたりしたときの gradientPenalty",
    ),
    note: words(
      `lambda = ${short(lambda)}. Where the valley lies is where the slopes are pulled to.`,
      `lambda = ${short(lambda)}。谷底の位置が、傾きの引き寄せられる先である。`,
    ),
    columns: 12,
    aspect: 3.4,
    x: { domain: [0, STEEPEST], label: words("steepness", "急さ"), ticks: 7 },
    y: { domain: [-0.12 * top, top], label: words("penalty", "ペナルティ"), ticks: 4 },
    marks: [
      { mark: "rule", ink: "muted", y: 0 },
      { mark: "rule", ink: "accent", stroke: "dotted", x: steepness },
      ...players.flatMap((player) => curve(player, shown[player])),
      ...dots(shown, top),
      {
        mark: "handle",
        id: "steepness",
        x: steepness,
        y: -0.06 * top,
        moves: "x",
        step: 0.05,
        ink: "accent",
        shape: "diamond",
        label: words("steepness of the critic", "批評器の急さ"),
        value: words(short(steepness), short(steepness)),
      },
    ],
    table: {
      columns: [
        words("steepness", "急さ"),
        words("your penalty", "自分のペナルティ"),
        words("right penalty", "正しいペナルティ"),
      ],
      rows: steepnesses.map((at, k) => [
        cell(Number(at.toFixed(3))),
        cell(shown.student.get("gradientPenalty", `${k}`)),
        cell(shown.reference.get("gradientPenalty", `${k}`)),
      ]),
    },
  };
}

function curve(player: (typeof players)[number], functions: Functions): Mark[] {
  const y = steepnesses.map((_, k) => functions.get("gradientPenalty", `${k}`) ?? NaN);
  if (y.every(Number.isNaN)) return [];
  return [{ mark: "line", ink: player, x: steepnesses, y, width: player === "student" ? 2.6 : 2 }];
}

/** The penalty now: a ring around a point where the two agree. */
function dots({ state, student, reference }: Drawing<PlaneState>, top: number): Mark[] {
  const at = (functions: Functions) => ({
    mark: "points" as const,
    x: [state.steepness],
    y: [clamp(functions.get("gradientPenalty", "") ?? NaN, -top, 2 * top)],
  });
  return [
    { ...at(student), ink: "student", size: 5 },
    { ...at(reference), ink: "reference", shape: "ring", size: 8 },
  ];
}
