import type { HandleMark, Localized, Mark, Panel, Player, SceneEvent } from "#sdk/picture.ts";
import { cell, clamp, short, words } from "#sdk/plot.ts";
import { ask, keys, players, verdict, type Drawing, type Matrix, type View } from "./players.ts";

export interface SharesState {
  readonly scores: Matrix;
  /** Added to every score. */
  readonly shift: number;
}

const start: SharesState = {
  scores: [
    [0.4, 1.7, -0.6, 0.9],
    [-1.4, 0.3, 1.2, 1.1],
    [1.9, -0.8, 0.2, -1.6],
  ],
  shift: 0,
};
const shifts = [0, 10, 1000, 10_000, -10_000];
const gap = 0.8;

/** One matrix of scores and its softmax: who shares with whom, and what survives at 10000. */
export const shares: View<SharesState> = {
  start,
  change,
  controls: ({ shift }) => [
    {
      control: "choice",
      id: "shift",
      label: words("added to every score", "すべてのスコアに足す数"),
      options: shifts.map((value) => ({ value: String(value), label: words(String(value), String(value)) })),
      value: String(shift),
    },
    { control: "button", id: "again", label: words("Reset", "元に戻す") },
  ],
  calls: (state) => [ask("softmaxRows", "", [shifted(state)])],
  scene: (shown) => ({
    panels: [scoresPanel(shown.state), sharesPanel(shown)],
    keys: [
      { ink: "data", mark: "area", text: words("scores", "スコア") },
      keys.student,
      keys.reference,
      keys.misconception,
    ],
    says: sentences(shown),
  }),
};

function shifted({ scores, shift }: SharesState): Matrix {
  return scores.map((row) => row.map((score) => score + shift));
}

function change(state: SharesState, event: SceneEvent): SharesState {
  if (event.kind === "push" && event.id === "again") return start;
  if (event.kind === "set" && event.id === "shift")
    return { ...state, shift: shifts.find((one) => String(one) === String(event.value)) ?? state.shift };
  if (event.kind !== "drag") return state;
  const [row, column] = event.id.split(" ").map(Number);
  const scores = state.scores.map((line, i) =>
    line.map((score, j) => (i === row && j === column ? clamp(event.y, -3, 3) : score)),
  );
  return { ...state, scores };
}

/** Where the bar of an entry stands: the rows side by side, with room between them. */
function placeOf(scores: Matrix, row: number, column: number): number {
  return row * ((scores[0] ?? []).length + gap) + column + 0.5;
}

function domainOf(scores: Matrix): readonly [number, number] {
  return [-0.3, scores.length * ((scores[0] ?? []).length + gap) - gap + 0.3];
}

function rowNames(scores: Matrix, y: number): Mark {
  return {
    mark: "texts",
    texts: scores.map((_, row) => words(`row ${row}`, `第 ${row} 行`)),
    x: scores.map((line, row) => placeOf(scores, row, (line.length - 1) / 2)),
    y: scores.map(() => y),
    anchor: "middle",
    ink: "muted",
  };
}

function scoresPanel({ scores, shift }: SharesState): Panel {
  const handles = scores.flatMap((row, i) =>
    row.map((score, j): HandleMark => ({
      mark: "handle",
      id: `${i} ${j}`,
      x: placeOf(scores, i, j),
      y: score,
      moves: "y",
      step: 0.1,
      shape: "bar",
      ink: "data",
      label: words(`score ${j} of row ${i}`, `第 ${i} 行の第 ${j} スコア`),
      value: words(short(score + shift, 6), short(score + shift, 6)),
    })),
  );
  const flat = scores.flatMap((row, i) => row.map((score, j) => ({ x: placeOf(scores, i, j), score })));
  return {
    id: "scores",
    title: words("Scores: drag them", "スコア（動かせる）"),
    columns: 12,
    aspect: 4,
    x: { domain: domainOf(scores), ticks: "none" },
    y: { domain: [-3, 3.4], ticks: [-2, 0, 2].map((at) => ({ at, text: short(at + shift, 6) })) },
    marks: [
      {
        mark: "rects",
        ink: "data",
        faint: true,
        x0: flat.map(({ x }) => x - 0.3),
        x1: flat.map(({ x }) => x + 0.3),
        y0: flat.map(() => 0),
        y1: flat.map(({ score }) => score),
      },
      ...handles,
      rowNames(scores, 3),
    ],
    table: {
      columns: [words("row", "行"), words("scores", "スコア")],
      rows: scores.map((row, i) => [i, row.map((score) => short(score + shift, 6)).join(", ")]),
    },
  };
}

function sharesPanel(shown: Drawing<SharesState>): Panel {
  const { state, student, reference } = shown;
  const [own, right] = [student.get("softmaxRows", ""), reference.get("softmaxRows", "")];
  return {
    id: "shares",
    title: words("Their softmax", "そのソフトマックス"),
    columns: 12,
    aspect: 4,
    x: { domain: domainOf(state.scores), ticks: "none" },
    y: { domain: [0, 1.25], ticks: [0, 0.5, 1].map((at) => ({ at, text: String(at) })) },
    marks: [
      { mark: "rule", y: 1, ink: "muted", stroke: "dotted" },
      ...players.flatMap((player) => barsOf(player, state.scores, shown[player].get("softmaxRows", ""))),
      ...sums(state.scores, own),
    ],
    note: words(
      "Each row shares out 1. One number more for all of its scores changes nothing.",
      "各行が 1 を分け合う。行のスコアすべてに同じ数を足しても何も変わらない。",
    ),
    table: {
      columns: [words("row", "行"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: state.scores.map((_, i) => [i, printed(own?.[i]), printed(right?.[i])]),
    },
  };
}

function barsOf(player: Player, scores: Matrix, result: Matrix | undefined): Mark[] {
  if (result === undefined) return [];
  const half = { student: 0.3, reference: 0.35, misconception: 0.4 }[player];
  const flat = result.flatMap((row, i) => row.map((share, j) => ({ x: placeOf(scores, i, j), share })));
  return [
    {
      mark: "rects",
      ink: player,
      hollow: player !== "student",
      x0: flat.map(({ x }) => x - half),
      x1: flat.map(({ x }) => x + half),
      y0: flat.map(() => 0),
      y1: flat.map(({ share }) => (Number.isFinite(share) ? clamp(share, 0, 1.25) : null)),
      ...(player === "student" ? { labels: flat.map(({ share }) => short(share, 2)) } : {}),
    },
  ];
}

/** What each of the student's rows adds up to, and crosses where there is no number. */
function sums(scores: Matrix, own: Matrix | undefined): Mark[] {
  if (own === undefined) return [];
  const totals = own.map((row) => row.reduce((sum, share) => sum + share, 0));
  const holes = own.flatMap((row, i) =>
    row.flatMap((share, j) => (Number.isFinite(share) ? [] : [placeOf(scores, i, j)])),
  );
  return [
    {
      mark: "texts",
      texts: totals.map((total, i) =>
        words(`sum of row ${i}: ${short(total)}`, `第 ${i} 行の和: ${short(total)}`),
      ),
      inks: totals.map((total) => (Math.abs(total - 1) < 1e-3 ? "right" : "wrong")),
      x: totals.map((_, i) => placeOf(scores, i, ((scores[i] ?? []).length - 1) / 2)),
      y: totals.map(() => 1.1),
      anchor: "middle",
    },
    { mark: "points", ink: "wrong", shape: "cross", size: 6, x: holes, y: holes.map(() => 0.08) },
  ];
}

function printed(row: readonly number[] | undefined): string {
  return row === undefined ? String(cell(undefined)) : row.map((share) => short(share)).join(", ");
}

function sentences({ state, student, reference }: Drawing<SharesState>): readonly Localized[] {
  const [own, right] = [student.get("softmaxRows", ""), reference.get("softmaxRows", "")];
  return [
    words(
      `Row 0 with ${state.shift} added: ${printed(right?.[0])}.`,
      `${state.shift} を足した第 0 行: ${printed(right?.[0])}。`,
    ),
    verdict(own, right, words(`Your row 0: ${printed(own?.[0])}.`, `自分の第 0 行: ${printed(own?.[0])}。`)),
  ];
}
