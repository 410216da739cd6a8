import type { Scene } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { answers } from "./best/answers.ts";
import { densities } from "./best/densities.ts";
import { hill } from "./best/hill.ts";
import {
  fakeDensity,
  masses,
  places,
  realDensity,
  shapesChange,
  shapesStart,
  withFakeAt,
  type Shapes,
} from "./best/shapes.ts";
import { slide, slides, thermometer } from "./best/value.ts";
import { ask, judged, keys, type Drawing, type Functions, type View } from "./players.ts";

export const best: View<Shapes> = {
  start: shapesStart,
  change: shapesChange,
  controls: () => [
    { control: "button", id: "equal", label: words("Equal distributions", "等しい分布") },
    { control: "button", id: "apart", label: words("No overlap", "重ならない分布") },
    { control: "button", id: "anew", label: words("As at first", "初めに戻す") },
  ],
  calls: (shapes) => {
    const real = (x: number): number => realDensity(shapes, x);
    const fake = (x: number): number => fakeDensity(shapes, x);
    const p = masses(real);
    return [
      ask("optimalDiscriminator", "", [places.map(real), places.map(fake)]),
      ask("optimalDiscriminator", "place", [[real(shapes.place)], [fake(shapes.place)]]),
      ask("valueAtOptimum", "", [p, masses(fake)]),
      ...slides.map((middle, k) => {
        const slid = withFakeAt(shapes, middle);
        return ask("valueAtOptimum", `${k}`, [p, masses((x) => fakeDensity(slid, x))]);
      }),
    ];
  },
  scene: (shown) => ({
    panels: [
      densities(shown.state, {
        title: words("Drag the tops of the densities", "密度の頂点をドラッグする"),
        note: words(
          "Up and down makes them narrower and wider.",
          "上下に動かすと、狭くなったり広くなったりする。",
        ),
      }),
      hill(shown),
      answers(shown),
      thermometer(shown),
      slide(shown),
    ],
    keys: [keys.real, keys.fake, keys.student, keys.reference, keys.misconception],
    says: sentences(shown),
  }),
};

function sentences({ state, student, reference }: Drawing<Shapes>): Scene["says"] {
  const of = (functions: Functions): (number | undefined)[] => [
    functions.get("optimalDiscriminator", "place")?.[0],
    functions.get("valueAtOptimum", ""),
  ];
  const said = ([d, value]: readonly (number | undefined)[]): string =>
    `D = ${short(d)}, V = ${short(value, 4)}`;
  const [own, right] = [of(student), of(reference)];
  return [
    judged({
      right: words(
        `D at ${short(state.place)} and the value V at the optimum, right: ${said(right)}.`,
        `位置 ${short(state.place)} での D と最適な識別器の値 V の正しい値: ${said(right)}。`,
      ),
      own,
      theirs: right,
      said: said(own),
    }),
  ];
}
