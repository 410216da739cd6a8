import type { Mark, Panel } from "#sdk/picture.ts";
import { cell, short, steps, words } from "#sdk/plot.ts";
import { edge, places, type Shapes } from "../best/shapes.ts";
import type { Drawing } from "../players.ts";
import { knots, LAST, logitsAt, samplesAt, type Run } from "./learner.ts";

export interface LearningState {
  readonly shapes: Shapes;
  readonly run: Run;
}

const learners = ["student", "reference"] as const;
type LearnerName = (typeof learners)[number];

const fine = steps(-edge, edge, 121);

function sigmoid(a: number): number {
  return 1 / (1 + Math.exp(-a));
}

function learns(shown: Drawing<LearningState>, name: LearnerName): boolean {
  return shown[name].get("discriminatorGradient", "") !== undefined;
}

/** What the learner answers over the line, against what the best discriminator would. */
export function answer(shown: Drawing<LearningState>): Panel {
  const { run, shapes } = shown.state;
  const best =
    shown.student.get("optimalDiscriminator", "") ?? shown.reference.get("optimalDiscriminator", "");
  const { real, fake } = samplesAt(run.step, shapes);
  return {
    id: "answer",
    title: words("Its answer D, on the way to the best one", "学習中の D と最良の D"),
    note: words(
      "Purple: your optimalDiscriminator. Specks: this step's samples, real above, fake below.",
      "紫は自分の optimalDiscriminator。上下の点はこのステップのサンプルで、上が本物、下が偽物である。",
    ),
    columns: 8,
    aspect: 2.1,
    x: { domain: [-edge, edge], label: words("place", "位置"), ticks: 11 },
    y: {
      domain: [-0.2, 1.2],
      label: words("D", "D"),
      ticks: [0, 0.5, 1].map((at) => ({ at, text: String(at) })),
    },
    marks: [
      { mark: "rule", ink: "muted", stroke: "dashed", y: 0.5 },
      { mark: "points", ink: "data", x: real, y: real.map(() => 1.12), size: 1.8 },
      { mark: "points", ink: "fourth", x: fake, y: fake.map(() => -0.12), size: 1.8 },
      ...(best === undefined
        ? []
        : [
            {
              mark: "line",
              ink: "accent",
              x: places,
              y: places.map((_, k) => best[k] ?? NaN),
              width: 2,
            } as const,
          ]),
      ...learners.flatMap((name): Mark[] =>
        learns(shown, name)
          ? [
              {
                mark: "line",
                ink: name,
                x: fine,
                y: logitsAt(run[name].logits, fine).map(sigmoid),
                width: name === "student" ? 3 : 2,
              },
            ]
          : [],
      ),
    ],
    table: {
      columns: [
        words("place", "位置"),
        words("D by your gradient", "自分の勾配で学習した D"),
        words("D by the right gradient", "正しい勾配で学習した D"),
      ],
      rows: knots.map((knot, k) => [
        cell(Number(knot.toFixed(2))),
        ...learners.map((name) => cell(sigmoid(run[name].logits[k] ?? NaN))),
      ]),
    },
  };
}

/** The loss as it falls, and the least that any discriminator can pay: -valueAtOptimum. */
export function losses(shown: Drawing<LearningState>): Panel {
  return {
    id: "losses",
    title: words("The loss falls to -valueAtOptimum", "損失は -valueAtOptimum へ下がる"),
    note: words(
      "Thin: -valueAtOptimum. The upper rule, log 4, is what guessing costs.",
      "細い線は -valueAtOptimum。上の線 log 4 は、当て推量の損失である。",
    ),
    columns: 12,
    aspect: 3.4,
    x: { domain: [0, LAST], label: words("step", "ステップ"), ticks: 6 },
    y: { domain: [0, 2.6], label: words("nats", "ナット"), ticks: 5 },
    marks: [
      { mark: "rule", ink: "muted", y: Math.log(4), label: "log 4" },
      ...learners.flatMap((name) => trace(shown, name)),
    ],
    table: {
      columns: [words("quantity", "量"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: [
        ["discriminatorLoss", ...learners.map((name) => cell(shown[name].get("discriminatorLoss", "")))],
        ["valueAtOptimum", ...learners.map((name) => cell(shown[name].get("valueAtOptimum", "")))],
        [
          "discriminatorGradient.real[0]",
          ...learners.map((name) => cell(shown[name].get("discriminatorGradient", "")?.real[0])),
        ],
      ],
    },
  };
}

function trace(shown: Drawing<LearningState>, name: LearnerName): Mark[] {
  const { run } = shown.state;
  const now = shown[name].get("discriminatorLoss", "");
  const value = shown[name].get("valueAtOptimum", "");
  const y = [...run[name].losses, now ?? null];
  const x = y.map((_, step) => step);
  return [
    ...(value === undefined
      ? []
      : [{ mark: "line", ink: name, x: [0, LAST], y: [-value, -value], width: 1.2 } as const]),
    { mark: "line", ink: name, x, y, width: name === "student" ? 3 : 2 },
    {
      mark: "points",
      ink: name,
      x: [run.step],
      y: [now ?? null],
      shape: name === "student" ? "point" : "ring",
      size: name === "student" ? 4 : 7,
    },
  ];
}

/** Each sample's slope over the line: what is left to learn from it. */
export function residuals(shown: Drawing<LearningState>): Panel {
  const { run, shapes } = shown.state;
  const at = samplesAt(run.step, shapes);
  const of = (name: LearnerName): Mark[] => {
    const gradient = shown[name].get("discriminatorGradient", "");
    if (gradient === undefined) return [];
    return (["real", "fake"] as const).map((kind) => ({
      mark: "points",
      ink: name === "student" ? (kind === "real" ? "data" : "fourth") : name,
      x: at[kind],
      y: at[kind].map((_, i) => (gradient[kind][i] ?? NaN) * at[kind].length),
      shape: name === "student" ? "point" : "ring",
      size: name === "student" ? 2.2 : 3.4,
      ...(name === "student" ? {} : { faint: true }),
    }));
  };
  return {
    id: "residuals",
    title: words("What is left to learn", "まだ学べること"),
    note: words(
      "Each sample's slope, times their number: real below 0, fake above.",
      "各サンプルの微分に個数を掛けた値。本物は 0 より下、偽物は上にある。",
    ),
    columns: 4,
    rows: 2,
    aspect: 0.49,
    x: { domain: [-edge, edge], ticks: 5 },
    y: { domain: [-1.6, 1.6], label: words("slope", "微分"), ticks: 5 },
    marks: [{ mark: "rule", ink: "muted", y: 0 }, ...learners.flatMap(of)],
    table: {
      columns: [
        words("first real sample", "最初の本物"),
        words("your slope", "自分の微分"),
        words("right slope", "正しい微分"),
      ],
      rows: [
        [
          short(at.real[0]),
          ...learners.map((name) => cell(shown[name].get("discriminatorGradient", "")?.real[0])),
        ],
      ],
    },
  };
}
