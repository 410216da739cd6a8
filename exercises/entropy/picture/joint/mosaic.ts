import type { HandleMark, Mark, Panel } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { cumulated } from "../simplex.ts";
import type { Drawing } from "../players.ts";
import { tableOf, type JointState } from "./state.ts";

export const inks = ["third", "second", "fourth"] as const;

/** Rows as high as p(x), cut as p(y | x) says: every area is a p(x, y). Borders are handles. */
export function mosaic({ state }: Drawing<JointState>): Panel {
  const heights = cumulated(state.marginal);
  return {
    id: "mosaic",
    title: words("Every area is a p(x, y): drag the borders", "面積が p(x, y) である。境界をドラッグする"),
    note: words(
      "Rows are as high as p(x). In a row, the widths are p(y | x).",
      "行の高さが p(x)、行の中の幅が p(y | x) である。",
    ),
    columns: 7,
    aspect: 1.5,
    x: { domain: [-0.02, 1.02], label: words("p(y | x)", "p(y | x)"), ticks: 5 },
    y: {
      domain: [1.02, -0.02],
      ticks: state.marginal.map((share, x) => ({
        at: (heights[x] ?? 0) + share / 2,
        text: share < 0.06 ? "" : `x${"₁₂₃".charAt(x)}`,
      })),
    },
    marks: [...state.conditional.map((row, x) => tiles(state, row, x)), ...borders(state, heights)],
    table: {
      columns: [
        words("x", "x"),
        words("p(x)", "p(x)"),
        ...[1, 2, 3].map((y) => words(`p(y${y} | x)`, `p(y${y} | x)`)),
      ],
      rows: state.conditional.map((row, x) => [x + 1, state.marginal[x] ?? 0, ...row]),
    },
  };
}

function tiles(state: JointState, row: readonly number[], x: number): Mark {
  const [heights, edges] = [cumulated(state.marginal), cumulated(row)];
  const gap = 0.004;
  return {
    mark: "rects",
    inks,
    x0: edges.slice(0, -1).map((edge) => edge + gap / 2),
    x1: row.map((share, y) => Math.max((edges[y] ?? 0) + gap / 2, (edges[y] ?? 0) + share - gap / 2)),
    y0: row.map(() => (heights[x] ?? 0) + gap),
    y1: row.map(() => Math.max((heights[x] ?? 0) + gap, (heights[x + 1] ?? 1) - gap)),
    labels: (tableOf(state)[x] ?? []).map((value) => short(value, 2)),
  };
}

function borders({ marginal, conditional }: JointState, heights: readonly number[]): HandleMark[] {
  const ofRows = [0, 1].map((row): HandleMark => ({
    mark: "handle",
    id: `row${row}`,
    x: 0,
    y: heights[row + 1] ?? 0,
    moves: "y",
    step: 0.02,
    range: { y: [0, 1] },
    ink: "data",
    shape: "diamond",
    label: words(`border below row ${row + 1}`, `${row + 1} 行目の下の境界`),
    value: words(
      `p(x) = ${marginal.map((share) => short(share, 2)).join(", ")}`,
      `p(x) = ${marginal.map((share) => short(share, 2)).join("、")}`,
    ),
  }));
  const inRows = conditional.flatMap((row, x) => {
    const edges = cumulated(row);
    return [0, 1].map((y): HandleMark => ({
      mark: "handle",
      id: `cell${x}${y}`,
      x: edges[y + 1] ?? 0,
      // side by side where both borders lie at one place
      y: (heights[x] ?? 0) + (marginal[x] ?? 0) * (y === 0 ? 0.35 : 0.65),
      moves: "x",
      step: 0.02,
      range: { x: [0, 1] },
      ink: "data",
      shape: "ring",
      label: words(`border ${y + 1} of row ${x + 1}`, `${x + 1} 行目の境界 ${y + 1}`),
      value: words(
        `p(y | x) = ${row.map((share) => short(share, 2)).join(", ")}`,
        `p(y | x) = ${row.map((share) => short(share, 2)).join("、")}`,
      ),
    }));
  });
  return [...ofRows, ...inRows];
}
