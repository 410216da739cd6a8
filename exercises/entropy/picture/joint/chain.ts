import type { Panel } from "#sdk/picture.ts";
import { cell, words } from "#sdk/plot.ts";
import { lengthsOf } from "../lengths.ts";
import type { Drawing } from "../players.ts";
import type { JointState } from "./state.ts";

/** The chain rule as lengths; below it, what is left of H[y] once x is known. */
export function chain(shown: Drawing<JointState>): Panel {
  const { student, reference } = shown;
  const entropies = [
    ["H[x, y]", "joint"],
    ["H[x]", "x"],
    ["H[y]", "y"],
  ] as const;
  return {
    id: "chain",
    title: words("The chain rule as lengths", "連鎖則を長さで見る"),
    note: words(
      "The first two bars should end at one place, and the last should not be longer than the third.",
      "上の二本は右端が揃うはずで、一番下は三本目より長くならないはずである。",
    ),
    columns: 6,
    aspect: 1.75,
    ...lengthsOf(
      shown,
      [
        { text: "H[x, y]", parts: (of) => [of.get("entropy", "joint")] },
        { text: "H[x] + H[y|x]", parts: (of) => [of.get("entropy", "x"), of.get("conditionalEntropy", "")] },
        { text: "H[y]", parts: (of) => [of.get("entropy", "y")] },
        { text: "H[y|x]", parts: (of) => [of.get("conditionalEntropy", "")] },
      ],
      [],
    ),
    table: {
      columns: [words("quantity", "量"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: [
        ...entropies.map(([name, id]) => [
          name,
          cell(student.get("entropy", id)),
          cell(reference.get("entropy", id)),
        ]),
        [
          "H[y | x]",
          cell(student.get("conditionalEntropy", "")),
          cell(reference.get("conditionalEntropy", "")),
        ],
      ],
    },
  };
}
