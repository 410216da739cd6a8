import type { Localized, Scene } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { chain } from "./joint/chain.ts";
import { inks, mosaic } from "./joint/mosaic.ts";
import { rows } from "./joint/rows.ts";
import { change, marginalOfY, start, tableOf, type JointState } from "./joint/state.ts";
import { table } from "./joint/table.ts";
import { agree, ask, judged, keys, type Drawing, type View } from "./players.ts";

export const joint: View<JointState> = {
  start,
  change,
  controls: ({ marginal }) => [
    { control: "button", id: "independent", label: words("x says nothing of y", "x と y を独立にする") },
    { control: "button", id: "follows", label: words("y follows from x", "x から y が決まる") },
    {
      control: "button",
      id: "never",
      label: words("The third x never comes", "三つ目の x は起こらない"),
      disabled: marginal[2] === 0,
    },
    { control: "button", id: "again", label: words("Start over", "最初に戻す") },
  ],
  calls: (state) => [
    ask("conditionalEntropy", "", [tableOf(state)]),
    ask("entropy", "joint", [tableOf(state).flat()]),
    ask("entropy", "x", [state.marginal]),
    ask("entropy", "y", [marginalOfY(state)]),
    ...state.conditional.map((row, x) => ask("entropy", `row ${x}`, [row])),
  ],
  scene: (shown) => ({
    panels: [mosaic(shown), table(shown), rows(shown), chain(shown)],
    keys: [
      ...inks.map((ink, y) => ({
        ink,
        mark: "area" as const,
        text: words(`y${"₁₂₃".charAt(y)}`, `y${"₁₂₃".charAt(y)}`),
      })),
      keys.student,
      keys.reference,
      keys.misconception,
    ],
    says: sentences(shown),
  }),
};

function sentences({ student, reference }: Drawing<JointState>): Scene["says"] {
  const entropies = (["x", "joint", "y"] as const).map((id) => student.get("entropy", id));
  const [ofX, whole, ofY] = entropies;
  const own = student.get("conditionalEntropy", "");
  const both = ofX === undefined || own === undefined ? undefined : ofX + own;
  const compared = (name: string, id: string) => ({
    name,
    own: student.get("entropy", id),
    right: reference.get("entropy", id),
  });
  return [
    judged([
      { name: "H[y | x]", own, right: reference.get("conditionalEntropy", "") },
      compared("H[x]", "x"),
      compared("H[x, y]", "joint"),
    ]),
    ...(both === undefined || whole === undefined || agree(both, whole)
      ? []
      : [
          words(
            `Your H[x] + H[y | x] is ${short(both)}, which is not your H[x, y] = ${short(whole)}.`,
            `自分の H[x] + H[y | x] は ${short(both)} で、自分の H[x, y] = ${short(whole)} と一致しない。`,
          ),
        ]),
    ...(own === undefined || ofY === undefined ? [] : [aboutKnowing(own, ofY)]),
  ];
}

function aboutKnowing(own: number, ofY: number): Localized {
  if (own > ofY + 1e-6)
    return words(
      `Your H[y | x] is above your H[y] = ${short(ofY)}, as if knowing x made y less certain.`,
      `自分の H[y | x] が自分の H[y] = ${short(ofY)} を上回り、x を知ると y がかえって不確かになることになる。`,
    );
  return words(
    `Knowing x takes ${short(ofY - own)} nats off your H[y] = ${short(ofY)}.`,
    `x を知ると、自分の H[y] = ${short(ofY)} から ${short(ofY - own)} ナット減る。`,
  );
}
