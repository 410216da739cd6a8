import type { Localized, Mark, Panel, Player } from "#sdk/picture.ts";
import { cell, clamp, words } from "#sdk/plot.ts";
import { players, type Drawing, type Functions, type Matrix } from "./players.ts";
import { tokens } from "./tokens.ts";

interface Squares {
  readonly id: string;
  readonly title: Localized;
  readonly columns: number;
  readonly mask: Matrix;
  readonly token: number;
  readonly weights: (of: Functions) => Matrix | undefined;
}

/**
 * The weights as squares whose areas they are: a row's squares together always fill one cell. An outline on top of an area
 * is agreement, at a glance over all cells.
 */
export function squaresPanel(shown: Drawing<unknown>, squares: Squares): Panel {
  const { id, title, columns, mask, token, weights } = squares;
  const count = tokens.length;
  return {
    id,
    title,
    columns,
    aspect: 1.16,
    x: { domain: [-1.35, count + 0.05], ticks: "none" },
    y: { domain: [count + 0.05, -0.65], ticks: "none" },
    press: "token",
    marks: [
      grid(count),
      hiddenCells(mask),
      chosenRow(token),
      ...players.flatMap((player) => squaresOf(player, weights(shown[player]))),
      names("rows"),
      names("columns"),
    ],
    table: weightsTable(weights(shown.student), weights(shown.reference)),
  };
}

/** A weight of 1 nearly fills its cell; what no weight can be is drawn at twice that at most. */
function squaresOf(player: Player, weights: Matrix | undefined): Mark[] {
  if (weights === undefined) return [];
  const places = weights.flatMap((row, i) =>
    row.map((weight, j) => {
      const half = Number.isFinite(weight) ? 0.46 * Math.sqrt(clamp(weight, 0, 2)) : Number.NaN;
      return { x: j + 0.5, y: i + 0.5, half };
    }),
  );
  const drawn = places.filter(({ half }) => half > 0.012);
  return [
    {
      mark: "rects",
      ink: player,
      hollow: player !== "student",
      x0: drawn.map(({ x, half }) => x - half),
      x1: drawn.map(({ x, half }) => x + half),
      y0: drawn.map(({ y, half }) => y - half),
      y1: drawn.map(({ y, half }) => y + half),
    },
    ...(player === "student" ? [missing(places)] : []),
  ];
}

/** NaN and infinity: a cross, so that a hole is not taken for a 0. */
function missing(places: readonly { readonly x: number; readonly y: number; readonly half: number }[]): Mark {
  const holes = places.filter(({ half }) => Number.isNaN(half));
  return {
    mark: "points",
    ink: "wrong",
    shape: "cross",
    size: 6,
    x: holes.map(({ x }) => x),
    y: holes.map(({ y }) => y),
  };
}

function hiddenCells(mask: Matrix): Mark {
  const hidden = mask.flatMap((row, i) => row.flatMap((seen, j) => (seen === 1 ? [] : [{ i, j }])));
  return {
    mark: "rects",
    ink: "muted",
    faint: true,
    x0: hidden.map(({ j }) => j),
    x1: hidden.map(({ j }) => j + 1),
    y0: hidden.map(({ i }) => i),
    y1: hidden.map(({ i }) => i + 1),
  };
}

function grid(count: number): Mark {
  const lines = Array.from({ length: count + 1 }, (_, index) => index);
  return {
    mark: "edges",
    ink: "muted",
    faint: true,
    x0: [...lines, ...lines.map(() => 0)],
    x1: [...lines, ...lines.map(() => count)],
    y0: [...lines.map(() => 0), ...lines],
    y1: [...lines.map(() => count), ...lines],
  };
}

function chosenRow(token: number): Mark {
  return {
    mark: "rects",
    ink: "accent",
    hollow: true,
    x0: [-1.3],
    x1: [tokens.length],
    y0: [token],
    y1: [token + 1],
  };
}

function names(where: "rows" | "columns"): Mark {
  const middles = tokens.map((_, index) => index + 0.5);
  return {
    mark: "texts",
    texts: tokens,
    anchor: where === "rows" ? "end" : "middle",
    x: where === "rows" ? middles.map(() => -0.12) : middles,
    y: where === "rows" ? middles : middles.map(() => -0.25),
    shift: [0, 4],
  };
}

function weightsTable(own: Matrix | undefined, right: Matrix | undefined): NonNullable<Panel["table"]> {
  return {
    columns: [
      words("from", "見る側"),
      words("to", "見られる側"),
      words("yours", "自分の値"),
      words("right", "正しい値"),
    ],
    rows: tokens.flatMap((from, i) =>
      tokens.map((to, j) => [from, to, cell(own?.[i]?.[j]), cell(right?.[i]?.[j])]),
    ),
  };
}
