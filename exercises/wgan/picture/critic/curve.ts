import type { HandleMark, Mark, Panel } from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import type { Drawing, Functions } from "../players.ts";
import { edge, heightsOf, knots, pieceAt, scoresOf } from "./learner.ts";
import { placesOf, pullsOf } from "./lesson.ts";
import type { CriticState } from "./state.ts";

const learners = ["student", "reference"] as const;
type LearnerName = (typeof learners)[number];

const heights = [-3.3, 3] as const;
const rails = { real: -2.55, fake: -2.95 } as const;

/** The critic over the line, the samples below it, and where the generator would move the fakes. */
export function curve(shown: Drawing<CriticState>): Panel {
  const { state } = shown;
  const known = learners.filter((name) => shown[name].get("criticLoss", "") !== undefined);
  const [top = "reference"] = known;
  return {
    id: "critic",
    title: words("The critic: high on real samples, low on fakes", "批評器：本物には高く、偽物には低く"),
    note: words(
      "Press Play. Diamonds: your interpolates, where the slope is looked at. Arrows: where the generator moves its samples.",
      "「再生」を押そう。菱形は傾きを調べる点（自分の interpolates）、矢印は生成器がサンプルを動かす向きである。",
    ),
    columns: 8,
    aspect: 1.55,
    x: { domain: [-edge, edge], label: words("sample", "サンプル"), ticks: 9 },
    y: { domain: heights, label: words("score", "スコア"), ticks: 5 },
    marks: [
      { mark: "rule", ink: "muted", y: 0 },
      ...known.flatMap((name) => line(name, state)),
      ...scored(state, top),
      ...learners.flatMap((name) => looks(name, shown[name])),
      ...learners.flatMap((name) => wishes(name, shown[name], state)),
      ...handles(state),
    ],
    table: {
      columns: [
        words("sample", "サンプル"),
        words("your score", "自分の批評器のスコア"),
        words("score of the right critic", "正しい批評器のスコア"),
      ],
      rows: knots.map((knot, k) => [
        cell(knot),
        ...learners.map((name) => cell(heightsOf(state[name].slopes)[k])),
      ]),
    },
  };
}

function line(name: LearnerName, state: CriticState): Mark[] {
  const { slopes } = state[name];
  const y = heightsOf(slopes);
  const whole: Mark = { mark: "line", ink: name, x: knots, y, width: name === "student" ? 3 : 2 };
  if (name === "reference") return [whole];
  const steep = slopes.flatMap((slope, c): Mark[] =>
    Math.abs(slope) > 1.3
      ? [{ mark: "line", ink: "wrong", x: knots.slice(c, c + 2), y: y.slice(c, c + 2), width: 3 }]
      : [],
  );
  return [whole, ...steep];
}

/** The samples at their scores, on the curve. */
function scored(state: CriticState, name: LearnerName): Mark[] {
  const { slopes, fakes } = state[name];
  return [
    { mark: "points", ink: "data", x: state.real, y: scoresOf(slopes, state.real), size: 4 },
    { mark: "points", ink: "fourth", x: fakes, y: scoresOf(slopes, fakes), size: 4 },
  ];
}

function looks(name: LearnerName, functions: Functions): Mark[] {
  const x = placesOf(functions);
  if (x.length === 0) return [];
  const shape = name === "student" ? "diamond" : "ring";
  return [{ mark: "points", ink: name, x, y: x.map(() => -2.15), shape, size: name === "student" ? 3 : 5 }];
}

/** Against the slope of the generator's loss by the place of each sample. */
function wishes(name: LearnerName, functions: Functions, state: CriticState): Mark[] {
  const { slopes, fakes } = state[name];
  const pulls = pullsOf(functions, fakes.length);
  if (pulls.every(Number.isNaN)) return [];
  const dx = fakes.map(
    (place, j) => -0.35 * fakes.length * (pulls[j] ?? NaN) * (slopes[pieceAt(place)] ?? 0),
  );
  return [
    {
      mark: "arrows",
      ink: name,
      x: fakes,
      y: fakes.map(() => rails.fake - 0.18),
      dx,
      dy: fakes.map(() => 0),
      ...(name === "student" ? {} : { stroke: "dashed" }),
    },
  ];
}

function handles({ real, student }: CriticState): HandleMark[] {
  const on = (sample: "real" | "fake", places: readonly number[]): HandleMark[] =>
    places.map((x, index) => ({
      mark: "handle",
      id: `${sample}${index}`,
      x,
      y: rails[sample],
      moves: "x",
      step: 0.1,
      range: { x: [-edge, edge] },
      ink: sample === "real" ? "data" : "fourth",
      label:
        sample === "real"
          ? words(`real sample ${index + 1}`, `本物のサンプル ${index + 1}`)
          : words(`fake sample ${index + 1}`, `偽物のサンプル ${index + 1}`),
      value: words(short(x), short(x)),
    }));
  return [...on("real", real), ...on("fake", student.fakes)];
}
