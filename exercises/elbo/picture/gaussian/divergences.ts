import type { Panel } from "#sdk/picture.ts";
import { cell, words } from "#sdk/plot.ts";
import { columnsOf, rangeOf } from "../columns.ts";
import type { GaussianState } from "./state.ts";
import { players, type Drawing, type Functions } from "../players.ts";

/** klTerm of each dimension by itself, and of both together. */
export function divergences(shown: Drawing<GaussianState>): Panel {
  const values = (functions: Functions): (number | undefined)[] =>
    ["0", "1", ""].map((id) => functions.get("klTerm", id));
  const [own, right] = [values(shown.student), values(shown.reference)];
  const names = [words("dimension 1", "第 1 次元"), words("dimension 2", "第 2 次元"), words("both", "両方")];
  const [first, second] = own;
  return {
    id: "divergences",
    title: words("KL by dimension", "次元ごとの KL"),
    note: words(
      "Your klTerm of each dimension alone, and of both. Grey, at the right: your first two bars on top of each other.",
      "1 次元ずつと両方の次元についての自分の klTerm。右端の灰色は、自分の 1 本目と 2 本目を積み重ねたものである。",
    ),
    columns: 5,
    aspect: 0.96,
    x: { domain: [0, 3], ticks: ["1", "2", "1 + 2"].map((text, index) => ({ at: index + 0.5, text })) },
    y: { domain: rangeOf(own, right, 2), label: words("nats", "ナット") },
    marks: [
      { mark: "rule", y: 0 },
      ...players.flatMap((player) => columnsOf(player, values(shown[player]))),
      ...(first === undefined || second === undefined
        ? []
        : [
            {
              mark: "rects" as const,
              ink: "muted" as const,
              hollow: true,
              x0: [2.9, 2.9],
              x1: [2.97, 2.97],
              y0: [0, first],
              y1: [first, first + second],
            },
          ]),
    ],
    table: {
      columns: [words("klTerm of", "klTerm の対象"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: names.map((name, index) => [name, cell(own[index]), cell(right[index])]),
    },
  };
}
