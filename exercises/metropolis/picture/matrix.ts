import {
  calling,
  type Call,
  type Key,
  type Mark,
  type Panel,
  type Player,
  type Scene,
} from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { stateAxis } from "./landscape.ts";
import { bars, distance } from "./longRun.ts";
import { whose } from "./players.ts";
import { at, flips, isUp, nameOf, order, placeOf, targetOf } from "./spins.ts";
import { most, sites, type Drawing, type State } from "./state.ts";

const ask = calling<typeof Starter>();

export function matrixCalls({ energies, up }: State): readonly Call<typeof Starter>[] {
  return [ask("transitionMatrix", "", [energies, sites, up])];
}

/** The whole chain at once: its matrix, the flows in both directions, and where a cloud of chains ends. */
export function matrix(shown: Drawing): Scene {
  const { power } = shown.state;
  return {
    panels: [entries(shown), flows(shown), cloud(shown)],
    keys,
    says: sentences(shown),
    progress: {
      value: power,
      of: most.power,
      text: words(`step ${power} of ${most.power}`, `${most.power} ステップ中 ${power}`),
      stepMs: 150,
    },
  };
}

const keys: readonly Key[] = [
  whose.student,
  whose.reference,
  whose.misconception,
  whose.target,
  { ink: "wrong", mark: "area", text: words("not right", "正しくない") },
];

type Matrix = readonly (readonly number[])[];

function matrixOf(shown: Drawing, player: Player): Matrix | undefined {
  return shown[player].get("transitionMatrix", "");
}

function entry(T: Matrix | undefined, x: number, y: number): number | undefined {
  return T?.[x]?.[y];
}

const ticks = order.map((state, place) => ({ at: place + 0.5, text: nameOf(state) }));

function entries(shown: Drawing): Panel {
  const [own, right] = [matrixOf(shown, "student"), matrixOf(shown, "reference")];
  const cells = order.flatMap((x, row) => order.map((y, column) => ({ x, y, row, column })));
  const wrong = cells.filter(({ x, y }) => differs(entry(own, x, y), entry(right, x, y)));
  return {
    id: "matrix",
    title: words("Your transition matrix", "自分の遷移行列"),
    note: words(
      "From the state of the row to the state of the column; at the right the sum of each row. Press a row to start there.",
      "行の状態から列の状態へ移る確率。右端は行の和。行を押すと、そこから出発する。",
    ),
    columns: 7,
    rows: 2,
    aspect: 1.08,
    x: { domain: [0, 9.1], ticks: [...ticks, { at: 8.55, text: "Σ" }] },
    y: { domain: [8, 0], ticks },
    marks: [
      {
        mark: "heatmap",
        ink: "student",
        x0: 0,
        x1: 8,
        y0: 0,
        y1: 8,
        rows: 8,
        columns: 8,
        values: cells.map(({ x, y }) => entry(own, x, y) ?? null),
        colours: "sequential",
        domain: [0, 1.1],
        digits: 2,
        press: "row",
      },
      {
        mark: "rects",
        ink: "wrong",
        hollow: true,
        x0: wrong.map(({ column }) => column + 0.06),
        x1: wrong.map(({ column }) => column + 0.94),
        y0: wrong.map(({ row }) => row + 0.06),
        y1: wrong.map(({ row }) => row + 0.94),
      },
      ...sums(own),
      startRow(shown.state),
    ],
    table: {
      columns: [
        words("from", "移る前"),
        ...order.map((y) => words(nameOf(y), nameOf(y))),
        words("sum", "和"),
      ],
      rows: order.map((x) => [nameOf(x), ...order.map((y) => cell(entry(own, x, y))), cell(sumOf(own, x))]),
    },
  };
}

function differs(own: number | undefined, right: number | undefined): boolean {
  return own !== undefined && right !== undefined && !(Math.abs(own - right) <= 1e-3);
}

function sumOf(T: Matrix | undefined, x: number): number | undefined {
  return T?.[x]?.reduce((sum, value) => sum + value, 0);
}

function sums(own: Matrix | undefined): Mark[] {
  if (own === undefined) return [];
  const totals = order.map((x) => sumOf(own, x));
  return [
    {
      mark: "texts",
      x: order.map(() => 8.55),
      y: order.map((_, row) => row + 0.5),
      texts: totals.map((total) => (total === undefined ? "–" : total.toFixed(2))),
      inks: totals.map((total) => (differs(total, 1) ? "wrong" : "right")),
      anchor: "middle",
    },
  ];
}

function startRow({ start }: State): Mark {
  const row = placeOf(start);
  return { mark: "rects", ink: "accent", hollow: true, x0: [0], x1: [8], y0: [row + 0.02], y1: [row + 0.98] };
}

/** P(x) T[x][y] to one side and P(y) T[y][x] to the other, for every flip. */
function flows(shown: Drawing): Panel {
  const P = targetOf(shown.state.energies);
  const of = (player: Player) => {
    const T = matrixOf(shown, player);
    return flips.map(({ down, up }) => ({
      there: at(P, down) * (entry(T, down, up) ?? NaN),
      back: at(P, up) * (entry(T, up, down) ?? NaN),
    }));
  };
  const [own, right] = [of("student"), of("reference")];
  const sizes = (all: typeof own) => all.flatMap(({ there, back }) => [there, back]).filter(Number.isFinite);
  const usual = Math.max(0.02, ...sizes(right));
  const reach = 1.12 * Math.min(2.5 * usual, Math.max(usual, ...sizes(own)));
  return {
    id: "flows",
    title: words("Flows there and back: detailed balance", "行きと帰りの流れ: 詳細つりあい"),
    note: words(
      "Right: P(x) T[x][y], a spin turned up. Left: P(y) T[y][x], down again. In balance both are as long.",
      "右は P(x) T[x][y]（スピンが +1 になる流れ）、左は P(y) T[y][x]（-1 に戻る流れ）。つりあえば同じ長さになる。",
    ),
    columns: 5,
    rows: 2,
    aspect: 0.8,
    x: { domain: [-reach, reach], ticks: 5, label: words("flow per step", "一歩あたりの流れ") },
    y: {
      domain: [flips.length, 0],
      ticks: flips.map((flip, k) => ({ at: k + 0.5, text: nameOfFlip(flip) })),
    },
    marks: [
      ...flowBars(own, "student", 0.56),
      ...flowBars(of("misconception"), "misconception", 0.68),
      ...flowBars(right, "reference", 0.78),
      { mark: "rule", x: 0 },
      ...unbalanced(own),
    ],
    table: {
      columns: [
        words("flip", "反転"),
        words("there", "行き"),
        words("back", "帰り"),
        words("right, both", "正しい値（両方）"),
      ],
      rows: flips.map((flip, k) => [
        nameOfFlip(flip),
        cell(own[k]?.there),
        cell(own[k]?.back),
        cell(right[k]?.there),
      ]),
    },
  };
}

/** "±−+": the spin that is turned over, among those that stay. */
function nameOfFlip({ i, down }: (typeof flips)[number]): string {
  return sites.map((_, j) => (j === i ? "±" : isUp(down, j) ? "+" : "−")).join("");
}

type Flow = { readonly there: number; readonly back: number };

function flowBars(all: readonly Flow[], ink: Player, height: number): Mark[] {
  const half = height / 2;
  const sides = all.flatMap(({ there, back }, k) => [
    { k, low: 0, high: there },
    { k, low: -back, high: 0 },
  ]);
  return [
    {
      mark: "rects",
      ink,
      hollow: ink !== "student",
      x0: sides.map(({ low }) => low),
      x1: sides.map(({ high }) => high),
      y0: sides.map(({ k }) => k + 0.5 - half),
      y1: sides.map(({ k }) => k + 0.5 + half),
    },
  ];
}

/** A cross at the foot of a pair whose flows are not the same. */
function unbalanced(own: readonly Flow[]): Mark[] {
  const out = own.flatMap((flow, k) => (isBalanced(flow) ? [] : [k + 0.5]));
  return [{ mark: "points", ink: "wrong", shape: "cross", size: 4.5, x: out.map(() => 0), y: out }];
}

function isBalanced({ there, back }: Flow): boolean {
  return !(Math.abs(there - back) > 1e-3 * Math.max(Math.abs(there), Math.abs(back)));
}

/** A point mass at the start, moved so many times by a matrix: P_(t+1)(y) = sum over x of P_t(x) T[x][y]. */
function moved(T: Matrix | undefined, { start, power, energies }: State): number[] {
  if (T === undefined) return [];
  let shares: number[] = energies.map((_, x) => (x === start ? 1 : 0));
  for (let t = 0; t < power; t++)
    shares = energies.map((_, y) =>
      shares.reduce((sum, share, x) => sum + share * (entry(T, x, y) ?? NaN), 0),
    );
  return order.map((x) => at(shares, x));
}

function cloud(shown: Drawing): Panel {
  const { state } = shown;
  const P = order.map((x) => at(targetOf(state.energies), x));
  const [own, right] = [moved(matrixOf(shown, "student"), state), moved(matrixOf(shown, "reference"), state)];
  return {
    id: "cloud",
    title: words(
      `A thousand chains that start at ${nameOf(state.start)}: their shares after ${state.power} steps of your matrix`,
      `${nameOf(state.start)} から出発したたくさんの連鎖: 自分の行列で ${state.power} ステップ後の割合`,
    ),
    columns: 12,
    aspect: 3.9,
    x: stateAxis,
    y: { domain: [0, Math.max(0.6, 1.1 * Math.max(...P))], label: words("share", "割合"), ticks: 4 },
    marks: [
      { mark: "rects", ink: "student", ...bars(own, 0.5) },
      {
        mark: "rects",
        ink: "misconception",
        hollow: true,
        ...bars(moved(matrixOf(shown, "misconception"), state), 0.56),
      },
      { mark: "rects", ink: "reference", hollow: true, ...bars(right, 0.62) },
      ...P.map((value, place): Mark => ({
        mark: "line",
        ink: "accent",
        x: [place - 0.4, place + 0.4],
        y: [value, value],
        width: 3,
      })),
    ],
    table: {
      columns: [
        words("state", "状態"),
        words("yours", "自分の値"),
        words("right", "正しい値"),
        words("P", "P"),
      ],
      rows: order.map((x, k) => [nameOf(x), cell(own[k]), cell(right[k]), cell(P[k])]),
    },
  };
}

function sentences(shown: Drawing): Scene["says"] {
  const { state } = shown;
  const own = matrixOf(shown, "student");
  if (own === undefined)
    return [
      words(
        "Your transitionMatrix gives no matrix yet.",
        "自分の transitionMatrix はまだ行列を返していない。",
      ),
    ];
  const target = targetOf(state.energies);
  const P = order.map((x) => at(target, x));
  const rows = order.filter((x) => !differs(sumOf(own, x), 1)).length;
  const balanced = flips.filter(({ down, up }) =>
    isBalanced({
      there: at(target, down) * (entry(own, down, up) ?? NaN),
      back: at(target, up) * (entry(own, up, down) ?? NaN),
    }),
  ).length;
  const apart = short(distance(moved(own, state), P), 2);
  const right = matrixOf(shown, "reference");
  const wrong = order.flatMap((x) =>
    order.filter((y) => differs(entry(own, x, y), entry(right, x, y))),
  ).length;
  return [
    ...(wrong === 0
      ? []
      : [
          words(
            `${wrong} of the 64 entries of your matrix differ from the right ones.`,
            `自分の行列の 64 個の成分のうち、${wrong} 個が正しい値と異なる。`,
          ),
        ]),
    words(
      `${rows} of 8 rows sum to 1, and ${balanced} of ${flips.length} flips are in balance.`,
      `8 行のうち ${rows} 行の和が 1 であり、${flips.length} 組の反転のうち ${balanced} 組がつりあっている。`,
    ),
    words(
      `After ${state.power} steps from ${nameOf(state.start)}, a share of ${apart} is still in the wrong place.`,
      `${nameOf(state.start)} から ${state.power} ステップ後、まだ ${apart} の割合が正しい場所にない。`,
    ),
  ];
}
