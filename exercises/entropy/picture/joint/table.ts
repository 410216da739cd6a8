import type { Mark, Panel } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import type { Drawing } from "../players.ts";
import { marginalOfY, tableOf, type JointState } from "./state.ts";

/** The argument of conditionalEntropy as it is handed over, and what its rows and columns add up to. */
export function table({ state }: Drawing<JointState>): Panel {
  const [cells, ofY] = [tableOf(state), marginalOfY(state)];
  const values = [0, 1, 2].map((index) => index + 0.5);
  const sums = (x: readonly number[], y: readonly number[], numbers: readonly number[]): Mark => ({
    mark: "texts",
    ink: "data",
    x,
    y,
    texts: numbers.map((value) => short(value, 2)),
  });
  return {
    id: "table",
    title: words("pxy, with the sums of its rows and columns", "pxy と、行と列の和"),
    note: words("To the right p(x), below p(y).", "右が p(x)、下が p(y) である。"),
    columns: 5,
    aspect: 1.14,
    x: {
      domain: [0, 4],
      ticks: values.map((at, y) => ({ at, text: `y${"₁₂₃".charAt(y)}` })),
    },
    y: { domain: [4, 0], ticks: values.map((at, x) => ({ at, text: `x${"₁₂₃".charAt(x)}` })) },
    marks: [
      {
        mark: "heatmap",
        ink: "muted",
        x0: 0,
        x1: 3,
        y0: 0,
        y1: 3,
        rows: 3,
        columns: 3,
        values: cells.flat(),
        colours: "sequential",
        domain: [0, 0.6],
        digits: 2,
      },
      sums([3.5, 3.5, 3.5], values, state.marginal),
      sums(values, [3.5, 3.5, 3.5], ofY),
      { mark: "texts", ink: "muted", x: [3.5], y: [3.5], texts: ["1"] },
    ],
    table: {
      columns: [words("x", "x"), ...[1, 2, 3].map((y) => words(`y${y}`, `y${y}`)), words("sum", "和")],
      rows: [
        ...cells.map((row, x) => [x + 1, ...row, state.marginal[x] ?? 0]),
        [words("sum", "和"), ...ofY, 1],
      ],
    },
  };
}
