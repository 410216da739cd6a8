import { calling, definePicture, type HandleMark, type Scene, type Shown } from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import type * as Starter from "./starter.ts";

const ask = calling<typeof Starter>();

interface State {
  readonly x: number[];
}

// FILL IN: what a student should see of their own functions, and drag to see it change
export default definePicture<typeof Starter>()<State>({
  start: { x: [0.6, -1.2, 1.7] },
  change: (state, event) =>
    event.kind === "drag"
      ? { x: state.x.map((value, index) => (String(index) === event.id ? event.y : value)) }
      : state,
  controls: () => [],
  calls: ({ x }) => [ask("meanSquare", "", [x])],
  scene,
});

function scene({ state: { x }, student, reference }: Shown<typeof Starter, State>): Scene {
  const [own, right] = [student.get("meanSquare", ""), reference.get("meanSquare", "")];
  const handles = x.map((value, index): HandleMark => ({
    mark: "handle",
    id: String(index),
    x: index + 0.5,
    y: value,
    moves: "y",
    step: 0.1,
    label: words(`entry ${index + 1}`, `要素 ${index + 1}`),
    value: words(short(value), short(value)),
  }));
  return {
    panels: [
      {
        id: "entries",
        title: words("The entries and their mean square", "各要素と、その二乗の平均"),
        columns: 12,
        aspect: 2,
        x: { domain: [0, x.length], ticks: "none" },
        y: { domain: [-3, 4] },
        marks: [
          { mark: "rule", y: 0 },
          { mark: "rule", y: right ?? null, ink: "reference", stroke: "dashed" },
          { mark: "rule", y: own ?? null, ink: "student", stroke: "solid" },
          ...handles,
        ],
        table: {
          columns: [words("yours", "自分の値"), words("right", "正しい値")],
          rows: [[cell(own), cell(right)]],
        },
      },
    ],
    keys: [
      { ink: "student", mark: "line", text: words("your function", "自分の関数") },
      { ink: "reference", mark: "dashed", text: words("the right answer", "正しい答え") },
    ],
    says: [
      words(
        `Your mean square is ${short(own)}; the right one is ${short(right)}.`,
        `自分の二乗平均は ${short(own)}、正しい値は ${short(right)} である。`,
      ),
    ],
  };
}
