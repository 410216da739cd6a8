import type { HandleMark, Localized, Mark, Panel } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import type { LookingState } from "./state.ts";
import { maskOf, tokenAt, tokens } from "../tokens.ts";

const reach = 3;

/** Queries and keys in one plane: the longer a key lies along the query, the more of the attention it has. */
export function arrowsPanel(state: LookingState): Panel {
  const { keys, token } = state;
  const seen = tokens.map((_, j) => maskOf(state.mask)[token]?.[j] === 1);
  const [qx = 0, qy = 0] = state.queries[token] ?? [];
  const length = Math.hypot(qx, qy);
  const far = length < 0.05 ? 0 : (4 * reach) / length;
  return {
    id: "arrows",
    title: words("Its query among the keys", "そのクエリと、すべてのキー"),
    columns: 4,
    aspect: 1.16,
    x: { domain: [-reach * 1.16, reach * 1.16], ticks: "none" },
    y: { domain: [-reach, reach], ticks: "none" },
    marks: [
      { mark: "line", ink: "muted", stroke: "dotted", x: [-far * qx, far * qx], y: [-far * qy, far * qy] },
      ...feet(state, seen, length),
      arrows(
        "data",
        keys.filter((_, j) => seen[j] === true),
      ),
      {
        ...arrows(
          "muted",
          keys.filter((_, j) => seen[j] !== true),
        ),
        faint: true,
      },
      arrows("accent", [[qx, qy]]),
      ...keys.map((key, j) => handle(`key ${j}`, key, { label: keyName(j), shape: "point", ink: "data" })),
      handle("query", [qx, qy], { label: queryName(token), shape: "ring", ink: "accent" }),
      ...namesOf(keys),
    ],
    note: words("Drag the tips of the arrows.", "矢印の先を動かせる。"),
    table: {
      columns: [words("vector", "ベクトル"), words("first", "第 1 成分"), words("second", "第 2 成分")],
      rows: [
        [queryName(token), qx, qy],
        ...keys.map(([x = 0, y = 0], j): readonly (Localized | number)[] => [keyName(j), x, y]),
      ],
    },
  };
}

/** From each visible key straight down to the line of the query: how far along it the key reaches. */
function feet({ keys, queries, token }: LookingState, seen: readonly boolean[], length: number): Mark[] {
  const [qx = 0, qy = 0] = queries[token] ?? [];
  const visible = keys.filter((_, j) => seen[j] === true);
  if (length < 0.05) return [];
  const along = visible.map(([x = 0, y = 0]) => (x * qx + y * qy) / length ** 2);
  return [
    {
      mark: "edges",
      ink: "muted",
      faint: true,
      x0: visible.map(at(0)),
      y0: visible.map(at(1)),
      x1: along.map((share) => share * qx),
      y1: along.map((share) => share * qy),
    },
  ];
}

/** Each name on the far side of its tip, where no arrow runs. */
function namesOf(keys: LookingState["keys"]): Mark[] {
  const side = (left: boolean): Mark => {
    const there = keys.flatMap((key, j) => (at(0)(key) < 0 === left ? [{ key, text: tokenAt(j) }] : []));
    return {
      mark: "texts",
      texts: there.map(({ text }) => text),
      x: there.map(({ key }) => at(0)(key)),
      y: there.map(({ key }) => at(1)(key)),
      anchor: left ? "end" : "start",
      shift: [left ? -11 : 11, 4],
    };
  };
  return [side(true), side(false)];
}

function arrows(ink: "data" | "muted" | "accent", tips: readonly (readonly number[])[]): Mark {
  const zero = tips.map(() => 0);
  return { mark: "arrows", ink, x: zero, y: zero, dx: tips.map(at(0)), dy: tips.map(at(1)) };
}

function at(part: number): (tip: readonly number[]) => number {
  return (tip) => tip[part] ?? 0;
}

function handle(
  id: string,
  [x = 0, y = 0]: readonly number[],
  look: Pick<HandleMark, "label" | "shape" | "ink">,
): HandleMark {
  const printed = `(${short(x)}, ${short(y)})`;
  return { mark: "handle", id, x, y, moves: "xy", step: 0.1, value: words(printed, printed), ...look };
}

function keyName(index: number): Localized {
  const { en, ja } = tokenAt(index);
  return words(`key of “${en}”`, `「${ja}」のキー`);
}

function queryName(index: number): Localized {
  const { en, ja } = tokenAt(index);
  return words(`query of “${en}”`, `「${ja}」のクエリ`);
}
