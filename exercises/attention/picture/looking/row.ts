import type { Mark, Panel, Player } from "#sdk/picture.ts";
import { cell, clamp, short, words } from "#sdk/plot.ts";
import type { LookingState } from "./state.ts";
import { players, type Drawing } from "../players.ts";
import { maskOf, tokenAt, tokens } from "../tokens.ts";

const source = 1.75;

/** The phrase twice: the chosen token above, what it looks at below, threads between them as wide as the student's weights. */
export function rowPanel(shown: Drawing<LookingState>): Panel {
  const { state, student, reference } = shown;
  const [own, right] = [
    student.get("attentionWeights", "")?.[state.token],
    reference.get("attentionWeights", "")?.[state.token],
  ];
  const { en, ja } = tokenAt(state.token);
  const sum = own?.reduce((total, weight) => total + weight, 0);
  return {
    id: "row",
    title: words(`Where “${en}” looks`, `「${ja}」はどこを見るか`),
    columns: 12,
    aspect: 3.5,
    x: { domain: [0, tokens.length], ticks: "none" },
    y: {
      domain: [-0.4, 2],
      ticks: [0, 0.5, 1].map((at) => ({ at, text: String(at) })),
      label: words("weight", "重み"),
    },
    press: "below",
    marks: [
      hiddenColumns(state),
      ...threads(state, own),
      ...players.flatMap((player) => barsOf(player, shown)),
      phrase(source, state.token),
      phrase(-0.22),
    ],
    note: words(
      `The bars are shares of 1. Yours add up to ${short(sum)}.`,
      `棒は 1 の分け前である。自分の値の和は ${short(sum)}。`,
    ),
    table: {
      columns: [words("key", "キー"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: tokens.map((token, j) => [token, cell(own?.[j]), cell(right?.[j])]),
    },
  };
}

function hiddenColumns({ mask, token }: LookingState): Mark {
  const hidden = tokens.flatMap((_, j) => (maskOf(mask)[token]?.[j] === 1 ? [] : [j]));
  return {
    mark: "rects",
    ink: "muted",
    faint: true,
    x0: hidden.map((j) => j + 0.1),
    x1: hidden.map((j) => j + 0.9),
    y0: hidden.map(() => 0),
    y1: hidden.map(() => 1),
  };
}

function threads({ token }: LookingState, own: readonly number[] | undefined): Mark[] {
  if (own === undefined) return [];
  const seen = tokens.flatMap((_, j) => ((own[j] ?? 0) > 0.002 ? [j] : []));
  return [
    {
      mark: "edges",
      ink: "student",
      x0: seen.map(() => token + 0.5),
      y0: seen.map(() => source - 0.1),
      x1: seen.map((j) => j + 0.5),
      y1: seen.map((j) => clamp(own[j] ?? 0, 0, 1.4)),
      values: seen.map((j) => own[j] ?? null),
      most: 1,
    },
  ];
}

function barsOf(player: Player, { state, ...of }: Drawing<LookingState>): Mark[] {
  const weights = of[player].get("attentionWeights", "")?.[state.token];
  if (weights === undefined) return [];
  const half = { student: 0.24, reference: 0.28, misconception: 0.32 }[player];
  return [
    {
      mark: "rects",
      ink: player,
      hollow: player !== "student",
      x0: weights.map((_, j) => j + 0.5 - half),
      x1: weights.map((_, j) => j + 0.5 + half),
      y0: weights.map(() => 0),
      y1: weights.map((weight) => (Number.isFinite(weight) ? clamp(weight, -0.1, 1.4) : null)),
      ...(player === "student" ? { labels: weights.map((weight) => short(weight, 2)) } : {}),
    },
  ];
}

/** The phrase on one line; only one of its tokens stands out, if any is chosen. */
function phrase(y: number, chosen?: number): Mark {
  return {
    mark: "texts",
    texts: tokens,
    inks: tokens.map((_, index) => (index === chosen ? "accent" : chosen === undefined ? "data" : "muted")),
    x: tokens.map((_, index) => index + 0.5),
    y: tokens.map(() => y),
    anchor: "middle",
    shift: [0, 4],
  };
}
