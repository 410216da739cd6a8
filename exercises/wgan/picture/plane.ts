import type { Scene } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { arrows } from "./plane/arrows.ts";
import { field } from "./plane/field.ts";
import { lengths, ownGradients } from "./plane/gradients.ts";
import { steepnesses, valley } from "./plane/valley.ts";
import { planeChange, planeStart, sharesOf, STEEPEST, type PlaneState } from "./plane/state.ts";
import { ask, judged, keys, type Drawing, type View } from "./players.ts";

export type { PlaneState } from "./plane/state.ts";

export const plane: View<PlaneState> = {
  start: planeStart,
  change: planeChange,
  controls: ({ steepness, lambda }) => [
    {
      control: "slider",
      id: "steepness",
      label: words("steepness of the critic", "批評器の急さ"),
      min: 0,
      max: STEEPEST,
      step: 0.05,
      value: steepness,
      text: words(steepness.toFixed(2), steepness.toFixed(2)),
    },
    {
      control: "slider",
      id: "lambda",
      label: words("lambda", "lambda"),
      min: 0,
      max: 20,
      step: 0.5,
      value: lambda,
      text: words(lambda.toFixed(1), lambda.toFixed(1)),
    },
    { control: "button", id: "anew", label: words("Draw u anew", "u を引き直す") },
  ],
  calls: (state, known) => {
    const pairs = [state.real, state.fake].map((rows) => rows.map((row) => [...row]));
    const gradients = ownGradients(known);
    const scaled = (by: number): number[][] => gradients.map((row) => row.map((value) => by * value));
    return [
      ask("interpolates", "", [pairs[0] ?? [], pairs[1] ?? [], sharesOf(state)]),
      ...(gradients.length === 0
        ? []
        : [
            ask("gradientPenalty", "", [scaled(state.steepness), state.lambda]),
            ...steepnesses.map((by, k) => ask("gradientPenalty", `${k}`, [scaled(by), state.lambda])),
          ]),
    ];
  },
  scene: (shown) => ({
    panels: [field(shown), arrows(shown), valley(shown)],
    keys: [
      keys.real,
      keys.fake,
      { ink: "student", mark: "diamond", text: words("your interpolates", "自分の interpolates") },
      keys.student,
      keys.reference,
      keys.misconception,
    ],
    says: sentences(shown),
  }),
};

function sentences({ state, student, reference }: Drawing<PlaneState>): Scene["says"] {
  const [own, right] = [student.get("gradientPenalty", ""), reference.get("gradientPenalty", "")];
  const long = lengths(ownGradients(reference)).map((length) => short(state.steepness * length));
  return [
    judged({
      right: words(
        `Slopes at the right interpolates: ${long.join(", ")}. Right: gradientPenalty ${short(right, 4)}.`,
        `正しい内分点での傾き: ${long.join("、")}。gradientPenalty の正しい値: ${short(right, 4)}。`,
      ),
      own: [own],
      theirs: [right],
      said: short(own, 4),
    }),
  ];
}
