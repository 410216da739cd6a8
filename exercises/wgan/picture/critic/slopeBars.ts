import type { Mark, Panel } from "#sdk/picture.ts";
import { cell, words } from "#sdk/plot.ts";
import type { Drawing } from "../players.ts";
import { edge, pieces } from "./learner.ts";
import type { CriticState } from "./state.ts";

/** The slope of each piece of the critic against the bounds -1 and 1. */
export function slopeBars({ state, student }: Drawing<CriticState>): Panel {
  const half = edge / pieces.length;
  const bars = (ink: "student" | "reference", margin: number): Mark => ({
    mark: "rects",
    ink,
    hollow: ink === "reference",
    x0: pieces.map((middle) => middle - half + margin),
    x1: pieces.map((middle) => middle + half - margin),
    y0: pieces.map(() => 0),
    y1: state[ink].slopes,
  });
  return {
    id: "slopes",
    title: words("Its slope, piece by piece", "区間ごとの傾き"),
    note: words(
      "The penalty pulls to -1 or 1; the loss pulls further.",
      "ペナルティは -1 か 1 に引き寄せ、損失はその先へ引く。",
    ),
    columns: 4,
    aspect: 0.8,
    x: { domain: [-edge, edge], label: words("sample", "サンプル"), ticks: 5 },
    y: { domain: [-2.6, 2.6], label: words("slope", "傾き"), ticks: 5 },
    marks: [
      ...[-1, 1].map((y): Mark => ({ mark: "rule", ink: "accent", stroke: "dashed", y })),
      { mark: "rule", ink: "muted", y: 0 },
      ...(student.get("criticLoss", "") === undefined ? [] : [bars("student", 0.06)]),
      bars("reference", 0.03),
    ],
    table: {
      columns: [
        words("from", "左端"),
        words("your slope", "自分の批評器の傾き"),
        words("slope of the right critic", "正しい批評器の傾き"),
      ],
      rows: pieces.map((middle, c) => [
        cell(middle - half),
        cell(state.student.slopes[c]),
        cell(state.reference.slopes[c]),
      ]),
    },
  };
}
