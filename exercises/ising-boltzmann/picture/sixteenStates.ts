import type { Mark, Numbers, Panel, Player, Scene } from "#sdk/picture.ts";
import { cell, extent, short, words } from "#sdk/plot.ts";
import { at, spins, states } from "./exact.ts";
import { lattice } from "./lattice.ts";
import { agrees, ask, players, whose } from "./players.ts";
import type { Drawing, Functions, State } from "./state.ts";

/** Energies, probabilities and moments of a machine whose couplings are pulled. */
export function sixteenStates(shown: Drawing): Scene {
  const own = shown.student.get("expectations", "");
  const right = shown.reference.get("expectations", "");
  return {
    panels: [
      lattice(shown.state, { own, right }),
      energies(shown),
      probabilityBars(shown),
      moments(shown),
      wholeness(shown),
    ],
    keys: [
      whose.student,
      whose.reference,
      whose.misconception,
      { ink: "wrong", mark: "line", text: words("differs", "異なる") },
    ],
    says: sentences(shown),
  };
}

export function stateCalls({ W, b }: State) {
  return [
    ...states.map((x, s) => ask("energy", String(s), [W, b, [...x]])),
    ask("logPartition", "", [W, b]),
    ask("expectations", "", [W, b]),
  ];
}

/** Energies of the sixteen states; null where there is none. */
export function energiesOf(functions: Functions): (number | null)[] {
  return states.map((_, s) => functions.get("energy", String(s)) ?? null);
}

/** e^(-E - log Z), both the player's own. */
export function sharesBy(functions: Functions): (number | null)[] {
  const logZ = functions.get("logPartition", "");
  return energiesOf(functions).map((energy) =>
    energy === null || logZ === undefined ? null : Math.exp(-energy - logZ),
  );
}

/** Student's bars filled, the others outlined around them, each a little wider. */
const widths = { student: 0.3, misconception: 0.36, reference: 0.39 };

export function barsBy(player: Player, heights: Numbers, middle = 0.5): Mark {
  const half = widths[player];
  return {
    mark: "rects",
    ink: player,
    hollow: player !== "student",
    x0: heights.map((_, s) => s + middle - half),
    x1: heights.map((_, s) => s + middle + half),
    y0: heights.map((height) => (height === null ? null : 0)),
    y1: heights,
  };
}

function energies(shown: Drawing): Panel {
  const by = players.map((player) => ({ player, values: energiesOf(shown[player]) }));
  const [low, high] = extent(by.flatMap(({ values }) => values));
  const most = Math.min(12, 1.12 * Math.max(2, -low, high));
  return {
    id: "energies",
    title: words("The energy of each state", "各状態のエネルギー"),
    columns: 8,
    aspect: 3.1,
    x: { domain: [0, states.length], ticks: "none" },
    y: { domain: [-most, most], label: words("E", "E"), ticks: 5 },
    marks: [
      { mark: "rule", y: 0 },
      ...by.map(({ player, values }) => barsBy(player, values)),
      ...crosses(by),
    ],
    table: {
      columns: [words("state", "状態"), words("your E", "自分の E"), words("right", "正しい値")],
      rows: states.map((x, s) => [
        signs(x),
        ...["student", "reference"].map((player) => cell(valueOf(by, player, s))),
      ]),
    },
  };
}

type By = readonly { readonly player: Player; readonly values: Numbers }[];

function valueOf(by: By, player: string, s: number): number | undefined {
  return by.find((one) => one.player === player)?.values[s] ?? undefined;
}

/** At the end of each bar that is not the right one. */
function crosses(by: By): Mark[] {
  const wrong = states.flatMap((_, s) => {
    const [own, right] = [valueOf(by, "student", s), valueOf(by, "reference", s)];
    return own === undefined || right === undefined || agrees(own, right) ? [] : [{ s, own }];
  });
  return wrong.length === 0
    ? []
    : [
        {
          mark: "points",
          ink: "wrong",
          shape: "cross",
          size: 4,
          x: wrong.map(({ s }) => s + 0.5),
          y: wrong.map(({ own }) => own),
        },
      ];
}

const heights = [0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8, 1.02];

function probabilityBars(shown: Drawing): Panel {
  const by = players.map((player) => ({ player, values: sharesBy(shown[player]) }));
  const top = topFor(by.flatMap(({ values }) => values));
  return {
    id: "probabilities",
    title: words("The probability of each state, exp(−E − log Z)", "各状態の確率 exp(−E − log Z)"),
    note: words(
      "Of your energy and your logPartition. Each state is drawn as a picture of 2 by 2 pixels.",
      "自分の energy と logPartition から計算したもの。各状態は 2 × 2 画素の絵で示す。",
    ),
    columns: 8,
    aspect: 2.7,
    x: { domain: [0, states.length], ticks: "none" },
    y: { domain: [-0.3 * top, top], label: words("q", "q"), ticks: ticksTo(top) },
    marks: [
      { mark: "rule", y: 0 },
      ...by.map(({ player, values }) => barsBy(player, values)),
      ...crosses(by),
      ...pictograms(top),
    ],
    table: {
      columns: [words("state", "状態"), words("your q", "自分の q"), words("right", "正しい値")],
      rows: states.map((x, s) => [
        signs(x),
        ...["student", "reference"].map((player) => cell(valueOf(by, player, s))),
      ]),
    },
  };
}

export function topFor(values: Numbers): number {
  const [, highest] = extent(values);
  return heights.find((height) => height >= 1.06 * highest) ?? 1.02;
}

export function ticksTo(top: number): { at: number; text: string }[] {
  const step = top > 0.5 ? 0.2 : top > 0.21 ? 0.1 : 0.05;
  return Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, i) => ({
    at: i * step,
    text: String(Number((i * step).toFixed(2))),
  }));
}

/** Each state as the 2 x 2 picture that it is, below its bars. */
export function pictograms(top: number): Mark[] {
  const cells = states.flatMap((x, s) =>
    x.map((spin, i) => {
      const left = s + (i % 2 === 0 ? 0.22 : 0.51);
      const upper = (i < 2 ? -0.045 : -0.165) * top;
      return { spin, x0: left, x1: left + 0.27, y0: upper, y1: upper - 0.11 * top };
    }),
  );
  return ([1, -1] as const).map((spin): Mark => {
    const some = cells.filter((one) => one.spin === spin);
    return {
      mark: "rects",
      ink: spin === 1 ? "data" : "muted",
      hollow: spin === -1,
      faint: spin === -1,
      x0: some.map((one) => one.x0),
      x1: some.map((one) => one.x1),
      y0: some.map((one) => one.y0),
      y1: some.map((one) => one.y1),
    };
  });
}

/** Correlations with the means beside them: the student's on the left, the right ones on the right. */
function moments(shown: Drawing): Panel {
  const own = bordered(shown.student.get("expectations", ""));
  const right = bordered(shown.reference.get("expectations", ""));
  const names = [...Array.from({ length: spins }, (_, j) => `x${j + 1}`), "⟨x⟩"];
  return {
    id: "moments",
    title: words("⟨x_i x_j⟩, and the means beside them", "⟨x_i x_j⟩ と、その右に平均"),
    note: words("Left: your expectations. Right: counted.", "左: 自分の expectations。右: 数え上げた値。"),
    columns: 7,
    aspect: 2.1,
    roomy: true,
    x: {
      domain: [0, 11],
      ticks: names.flatMap((text, j) => [
        { at: j + 0.5, text },
        { at: j + 6.5, text },
      ]),
    },
    y: {
      domain: [4, 0],
      ticks: Array.from({ length: spins }, (_, i) => ({ at: i + 0.5, text: `x${i + 1}` })),
    },
    marks: [
      ...(own === null ? [] : matrix(own, 0, "student")),
      ...(right === null ? [] : matrix(right, 6, "reference")),
      ...frames(own, right),
    ],
    table: {
      columns: [words("moment", "モーメント"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: Array.from({ length: 20 }, (_, place) => [
        momentName(place),
        cell(own?.[place]),
        cell(right?.[place]),
      ]),
    },
  };
}

function momentName(place: number): string {
  const [i, j] = [Math.floor(place / 5), place % 5];
  return j === 4 ? `⟨x${i + 1}⟩` : `⟨x${i + 1} x${j + 1}⟩`;
}

/** Row by row, the mean at the end of each row. */
function bordered(of: ReturnType<Functions["get"]> | undefined): number[] | null {
  if (of === undefined || typeof of !== "object" || !("correlation" in of)) return null;
  return of.mean.flatMap((mean, i) => [...(of.correlation[i] ?? []), mean]);
}

function matrix(values: readonly number[], left: number, ink: "student" | "reference"): Mark[] {
  return [
    {
      mark: "heatmap",
      ink,
      x0: left,
      x1: left + 5,
      y0: 0,
      y1: 4,
      rows: 4,
      columns: 5,
      values: values.map((value) => (Number.isFinite(value) ? value : null)),
      colours: "diverging",
      domain: [-1, 1],
    },
    { mark: "line", ink: "muted", x: [left + 4, left + 4], y: [0, 4], width: 1 },
    {
      mark: "texts",
      ink: "data",
      size: "small",
      anchor: "middle",
      x: values.map((_, place) => left + (place % 5) + 0.5),
      y: values.map((_, place) => Math.floor(place / 5) + 0.5),
      texts: values.map(printed),
    },
  ];
}

function printed(value: number): string {
  if (!Number.isFinite(value)) return "NaN";
  if (Math.abs(value) >= 99.5) return value.toPrecision(2);
  // no sign on what is printed as zero
  return value
    .toFixed(2)
    .replace(/^-(?=0\.00$)/, "")
    .replace("-", "−");
}

/** A frame around each place that is not the right one. */
function frames(own: readonly number[] | null, right: readonly number[] | null): Mark[] {
  const wrong = (own ?? []).flatMap((value, place) =>
    agrees(value, right?.[place] ?? value) ? [] : [place],
  );
  if (wrong.length === 0) return [];
  const [column, row] = [wrong.map((place) => place % 5), wrong.map((place) => Math.floor(place / 5))];
  return [
    {
      mark: "rects",
      ink: "wrong",
      hollow: true,
      x0: column.map((j) => j + 0.05),
      x1: column.map((j) => j + 0.95),
      y0: row.map((i) => i + 0.08),
      y1: row.map((i) => i + 0.92),
    },
  ];
}

/** All probabilities end to end: with a log Z that fits the energies they reach 1. */
function wholeness(shown: Drawing): Panel {
  const own = sharesBy(shown.student);
  const total = own.reduce<number>((sum, share) => sum + (share ?? NaN), 0);
  const reach = Number.isFinite(total) ? Math.min(3, Math.max(1.15, 1.1 * total)) : 1.15;
  return {
    id: "whole",
    title: words("All sixteen end to end", "16 個の確率をつなげる"),
    note: words(
      "Above: yours, below: the right ones. They must reach 1: that is what Z is for.",
      "上が自分、下が正しい値。ちょうど 1 に届くはずである。Z はそのためにある。",
    ),
    columns: 5,
    aspect: 1.5,
    x: { domain: [-0.04 * reach, reach], ticks: 5 },
    y: { domain: [0, 2], ticks: "none" },
    marks: [
      { mark: "rule", x: 1, ink: "reference", stroke: "dashed", label: "1" },
      { ...strip(own, [1.2, 1.8], reach), ink: "student", hollow: false },
      { ...strip(sharesBy(shown.misconception), [1.15, 1.85], reach), ink: "misconception", hollow: true },
      { ...strip(sharesBy(shown.reference), [0.2, 0.8], reach), ink: "reference", hollow: true },
    ],
    table: {
      columns: [words("log Z", "log Z"), words("sum of q", "q の和")],
      rows: [[cell(shown.student.get("logPartition", "")), cell(total)]],
    },
  };
}

function strip(shares: Numbers, [y0, y1]: readonly [number, number], reach: number) {
  let end = 0;
  const ends = shares.map((share) => (end += share ?? NaN));
  const gap = 0.003 * reach;
  return {
    mark: "rects",
    x0: ends.map((value, s) => value - (shares[s] ?? NaN)),
    x1: ends.map((value, s) => Math.max(value - gap, value - (shares[s] ?? NaN))),
    y0: ends.map(() => y0),
    y1: ends.map(() => y1),
  } as const;
}

function sentences({ student, reference }: Drawing): Scene["says"] {
  const [own, right] = [student.get("logPartition", ""), reference.get("logPartition", "")];
  const [e, f] = [energiesOf(student), energiesOf(reference)];
  const off = e.filter((value, s) => value !== null && !agrees(value, f[s] ?? value)).length;
  const [m, r] = [bordered(student.get("expectations", "")), bordered(reference.get("expectations", ""))];
  const away = (m ?? []).filter((value, place) => !agrees(value, at(r ?? undefined, place))).length;
  return [
    words(
      `log Z is ${short(right, 4)}; yours is ${short(own, 4)}.`,
      `log Z は ${short(right, 4)}、自分の値は ${short(own, 4)} である。`,
    ),
    ...(e.every((value) => value === null)
      ? []
      : [
          off === 0
            ? words("All sixteen energies are right.", "16 個のエネルギーはすべて正しい。")
            : words(
                `${off} of the sixteen energies differ from the right ones.`,
                `16 個のうち ${off} 個のエネルギーが正しい値と異なる。`,
              ),
        ]),
    ...(m === null || r === null
      ? []
      : [
          away === 0
            ? words("All means and correlations are right.", "平均と相関はすべて正しい。")
            : words(`${away} of twenty moments differ.`, `20 個のモーメントのうち ${away} 個が異なる。`),
        ]),
  ];
}

export function signs(x: readonly number[]): string {
  return x.map((spin) => (spin === 1 ? "+" : "−")).join("");
}
