import type { Scene } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { slopes, slopesOf, total } from "./bets/bars.ts";
import { costCalls } from "./bets/costs.ts";
import { curves } from "./bets/curves.ts";
import { betsChange, betsStart, logitsOf, type Bets } from "./bets/state.ts";
import { ask, judged, keys, type Drawing, type View } from "./players.ts";

export const bets: View<Bets> = {
  start: betsStart,
  change: betsChange,
  controls: ({ reach }) => [
    {
      control: "choice",
      id: "reach",
      label: words("logits", "logit の範囲"),
      options: [
        { value: "near", label: words("up to ±6", "±6 まで") },
        { value: "far", label: words("up to ±960", "±960 まで") },
      ],
      value: reach,
    },
    { control: "button", id: "anew", label: words("As at first", "初めに戻す") },
  ],
  calls: (state) => {
    const [real, fake] = [logitsOf(state, "real"), logitsOf(state, "fake")];
    return [
      ask("discriminatorLoss", "", [real, fake]),
      ask("discriminatorGradient", "", [real, fake]),
      ...costCalls(state),
    ];
  },
  scene: (shown) => ({
    panels: [curves(shown), total(shown), slopes(shown)],
    keys: [keys.real, keys.fake, keys.student, keys.reference, keys.misconception],
    says: sentences(shown),
  }),
};

function sentences({ state, student, reference }: Drawing<Bets>): Scene["says"] {
  const [own, right] = [student.get("discriminatorLoss", ""), reference.get("discriminatorLoss", "")];
  const [ownSlopes, rightSlopes] = [slopesOf(student, state), slopesOf(reference, state)];
  // what a sure discriminator has left to learn from a sample is next to nothing
  const brief = (value: number | undefined): string =>
    value !== undefined && Math.abs(value) < 1e-6 ? "0" : short(value);
  const printed = (values: readonly (number | undefined)[]): string => values.map(brief).join(", ");
  return [
    judged({
      right: words(
        `discriminatorLoss, right: ${short(right, 4)} nats.`,
        `discriminatorLoss の正しい値: ${short(right, 4)} ナット。`,
      ),
      own: [own],
      theirs: [right],
      said: short(own, 4),
    }),
    judged({
      right: words(
        `discriminatorGradient, real then fake, right: ${printed(rightSlopes)}.`,
        `discriminatorGradient（本物、偽物の順）の正しい値: ${printed(rightSlopes)}。`,
      ),
      own: ownSlopes,
      theirs: rightSlopes,
      said: printed(ownSlopes),
    }),
  ];
}
