import type { Scene } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { ask, judged, keys, nudged, type Drawing, type View } from "./players.ts";
import { lines, nudge } from "./transport/lines.ts";
import { quantiles, rectangle } from "./transport/quantiles.ts";
import { sliding, slides } from "./transport/sliding.ts";
import { fakesAt, transportChange, transportStart, type TransportState } from "./transport/state.ts";

export type { TransportState } from "./transport/state.ts";

export const transport: View<TransportState> = {
  start: transportStart,
  change: transportChange,
  controls: ({ order }) => [
    {
      control: "choice",
      id: "order",
      label: words("lines join the points", "線で結ぶ順"),
      options: [
        { value: "sorted", label: words("from left to right", "左から順に") },
        { value: "given", label: words("as they are given", "与えられた順に") },
      ],
      value: order,
    },
    { control: "button", id: "same", label: words("Fakes = real samples", "偽物を本物に重ねる") },
    { control: "button", id: "anew", label: words("As at first", "初めに戻す") },
  ],
  calls: (state) => {
    const real = [...state.real];
    const fake = fakesAt(state);
    return [
      ask("wasserstein1", "", [real, fake]),
      ...fake.flatMap((_, j) =>
        [-nudge, nudge].map((by) =>
          ask("wasserstein1", `${j}${by < 0 ? "-" : "+"}`, [real, nudged(fake, j, by)]),
        ),
      ),
      ...slides.map((at, k) => ask("wasserstein1", `slide${k}`, [real, fakesAt(state, at)])),
    ];
  },
  scene: (shown) => ({
    panels: [lines(shown), quantiles(shown), rectangle(shown), sliding(shown)],
    keys: [
      keys.real,
      keys.fake,
      { ink: "accent", mark: "line", text: words("mass on its way", "運ばれる質量") },
      keys.student,
      keys.reference,
      keys.misconception,
    ],
    says: sentences(shown),
  }),
};

function sentences({ state, student, reference }: Drawing<TransportState>): Scene["says"] {
  const [own, right] = [student.get("wasserstein1", ""), reference.get("wasserstein1", "")];
  const { length: n } = state.real;
  const { length: m } = state.fake;
  return [
    judged({
      right: words(
        `${n} real points of mass 1/${n}, ${m} fake points of mass 1/${m}. Right: wasserstein1 ${short(right, 4)}.`,
        `質量 1/${n} の本物が ${n} 点、質量 1/${m} の偽物が ${m} 点。wasserstein1 の正しい値: ${short(right, 4)}。`,
      ),
      own: [own],
      theirs: [right],
      said: short(own, 4),
    }),
  ];
}
