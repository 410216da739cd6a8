import type { Mark, Panel } from "#sdk/picture.ts";
import { cell, words } from "#sdk/plot.ts";
import type { Drawing } from "../players.ts";
import { LAST, type CriticState } from "./state.ts";

const learners = ["student", "reference"] as const;
type LearnerName = (typeof learners)[number];

/** What the critic has found out so far, -criticLoss, against the distance that it estimates. */
export function estimate(shown: Drawing<CriticState>): Panel {
  return {
    id: "estimate",
    title: words(
      "The estimate -criticLoss climbs to wasserstein1",
      "推定値 -criticLoss が wasserstein1 へ近づく",
    ),
    note: words(
      "Thin lines: wasserstein1 of the samples. A little above it the critic is steeper than 1.",
      "細い線がサンプルの wasserstein1 である。推定値が少し上回るのは、批評器の傾きが 1 を超えているからである。",
    ),
    columns: 12,
    aspect: 3.4,
    x: { domain: [0, LAST], label: words("step", "ステップ"), ticks: 9 },
    y: { domain: [-0.6, 3], label: words("distance", "距離"), ticks: 5 },
    marks: [{ mark: "rule", ink: "muted", y: 0 }, ...learners.flatMap((name) => traces(name, shown))],
    table: {
      columns: [words("function", "関数"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: (["criticLoss", "gradientPenalty", "generatorLoss", "wasserstein1"] as const).map((name) => [
        name,
        ...learners.map((learner) => cell(shown[learner].get(name, ""))),
      ]),
    },
  };
}

function traces(name: LearnerName, shown: Drawing<CriticState>): Mark[] {
  const loss = shown[name].get("criticLoss", "");
  const distance = shown[name].get("wasserstein1", "");
  const { estimates, distances } = shown.state[name];
  const found = [...estimates, loss === undefined ? null : -loss];
  const wanted = [...distances, distance ?? null];
  const x = found.map((_, step) => step);
  const { step } = shown.state;
  return [
    { mark: "line", ink: name, x, y: wanted, width: 1.2 },
    { mark: "line", ink: name, x, y: found, width: name === "student" ? 3 : 2 },
    {
      mark: "points",
      ink: name,
      x: [step, step],
      y: [found.at(-1) ?? null, wanted.at(-1) ?? null],
      shape: name === "student" ? "point" : "ring",
      size: name === "student" ? 4 : 7,
    },
  ];
}
