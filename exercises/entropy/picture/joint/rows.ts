import type { Mark, Panel } from "#sdk/picture.ts";
import { cell, extent, short, words } from "#sdk/plot.ts";
import { agree, players, type Drawing } from "../players.ts";
import { cumulated } from "../simplex.ts";
import type { JointState } from "./state.ts";

/** Each row's entropy, as wide as the row is likely: the mean height is what is left of y's uncertainty. */
export function rows(shown: Drawing<JointState>): Panel {
  const { marginal } = shown.state;
  const edges = cumulated(marginal);
  const lines = players.map((player) => shown[player].get("conditionalEntropy", ""));
  const [low, high] = extent([...lines, Math.log(3), 0]);
  const domain = [Math.max(-1.6, 1.1 * low), Math.min(3.4, 1.12 * high)] as const;
  return {
    id: "rows",
    title: words("One row at a time, and the average", "一行ずつのエントロピーと、その平均"),
    note: words(
      "As wide as p(x), as high as your entropy of that row. The line is your H[y | x].",
      "幅は p(x)、高さは自分の求めたその行のエントロピー。横線が自分の H[y | x] である。",
    ),
    columns: 6,
    aspect: 1.75,
    x: {
      domain: [0, 1.16],
      label: words("p(x), added up", "p(x) の累積"),
      ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: String(at) })),
    },
    y: { domain, label: words("nats", "ナット"), ticks: 4 },
    marks: [
      { mark: "rule", y: 0 },
      { mark: "rule", ink: "muted", stroke: "dotted", y: Math.log(3), label: "log 3" },
      ...players.flatMap((player) => columns(player, shown, edges)),
      ...players.flatMap((player): Mark[] => {
        const y = shown[player].get("conditionalEntropy", "");
        if (y === undefined) return [];
        return [{ mark: "line", ink: player, width: player === "student" ? 3 : 2, x: [0, 1.02], y: [y, y] }];
      }),
      ...label(shown),
    ],
    table: {
      columns: [
        words("row", "行"),
        words("p(x)", "p(x)"),
        words("your entropy", "自分のエントロピー"),
        words("right", "正しい値"),
      ],
      rows: marginal.map((share, x) => [
        x + 1,
        share,
        cell(shown.student.get("entropy", `row ${x}`)),
        cell(shown.reference.get("entropy", `row ${x}`)),
      ]),
    },
  };
}

function columns(
  player: (typeof players)[number],
  shown: Drawing<JointState>,
  edges: readonly number[],
): Mark[] {
  const heights = shown.state.marginal.map((_, x) => shown[player].get("entropy", `row ${x}`));
  if (heights.every((height) => height === undefined)) return [];
  return [
    {
      mark: "rects",
      ink: player,
      hollow: player !== "student",
      faint: player === "student",
      x0: edges.slice(0, -1),
      x1: edges.slice(1),
      y0: heights.map(() => 0),
      y1: heights.map((height) => height ?? null),
    },
    ...(player === "student" ? [heightsIn(heights, edges)] : []),
  ];
}

/** Each height, written into its column where that has the width. */
function heightsIn(heights: readonly (number | undefined)[], edges: readonly number[]): Mark {
  return {
    mark: "texts",
    ink: "data",
    x: heights.map((_, x) => {
      const [from = 0, to = 0] = [edges[x], edges[x + 1]];
      return to - from < 0.09 ? null : (from + to) / 2;
    }),
    y: heights.map((height) => (height === undefined ? null : height / 2)),
    texts: heights.map((height) => short(height)),
  };
}

function label({ student, reference }: Drawing<JointState>): Mark[] {
  const [own, right] = [student.get("conditionalEntropy", ""), reference.get("conditionalEntropy", "")];
  const y = own ?? right;
  if (y === undefined) return [];
  return [
    {
      mark: "texts",
      ink: agree(own, right) ? "data" : "wrong",
      x: [1.035],
      y: [y],
      texts: ["H[y | x]"],
      anchor: "start",
    },
  ];
}
