import { calling, type Call, type Mark, type Panel, type Scene, type Tick } from "#sdk/picture.ts";
import { extent, short, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { alphaOf, always, once, rounded, T, type Cloud } from "./data.ts";
import {
  curves,
  misconceptionKey,
  names,
  numbersOf,
  players,
  pointsOf,
  tabled,
  thin,
  upTo,
  type Drawing,
  type Functions,
} from "./drawing.ts";
import { few, fewOf, guessAt, predicted } from "./guess.ts";
import { everyStep } from "./noise.ts";
import type { State } from "./state.ts";

const ask = calling<typeof Starter>();

/** weightedLoss is asked for from here on. */
const weighted = everyStep.slice(1);

/** The batch that each loss is taken over at every step: true noise, and the prediction that is 1 off less the true noise. */
interface Batch {
  readonly eps: Cloud;
  readonly direction: Cloud;
}

/** Half of the few: there is a call for each step. */
function fewer(cloud: Cloud): Cloud {
  return fewOf(cloud).filter((_, index) => index % 4 < 2);
}

type Key = `${State["shape"]} ${State["schedule"]} ${State["guess"]}`;

const batches = once((key: Key): readonly Batch[] => {
  const [shape, schedule, guess] = key.split(" ") as [State["shape"], State["schedule"], State["guess"]];
  return everyStep.map((t) => {
    const { eps, direction } = guessAt({ shape, schedule, guess }, t, fewer);
    return { eps: rounded(eps, 4), direction: rounded(direction, 4) };
  });
});

export function stepsCalls(state: State): Call<typeof Starter>[] {
  const alpha = alphaOf(state.schedule);
  const all = batches(`${state.shape} ${state.schedule} ${state.guess}`).map(({ eps, direction }) => ({
    eps,
    epsHat: predicted(eps, direction, state.error),
  }));
  const rows = all
    .slice(1)
    .map(({ eps, epsHat }, index) => [eps, epsHat].map((cloud) => cloud[index % cloud.length] ?? []));
  const unit = (a: number, b: number): Cloud => everyStep.map(() => [a, b]);
  return [
    ...all.map(({ eps, epsHat }, index) => ask("simpleLoss", `t${index + 1}`, [eps, epsHat])),
    ...all
      .slice(1)
      .map(({ eps, epsHat }, index) =>
        ask("weightedLoss", `t${index + 2}`, [eps, epsHat, always(index + 2, eps.length), alpha]),
      ),
    ask("weightedLoss", "batch", [
      rows.map((row) => row[0] ?? []),
      rows.map((row) => row[1] ?? []),
      weighted,
      alpha,
    ]),
    // x0 = (1, 0) and z_t = (0, 1): the mean is the two weights
    ask("posterior", "weights", [unit(1, 0), unit(0, 1), everyStep, alpha]),
    // at the origin, without predicted noise, a step is its own noise and nothing else
    ask("reverseStep", "noise", [unit(0, 0), everyStep, unit(0, 0), alpha, unit(1, 1)]),
  ];
}

export function stepsScene(shown: Drawing): Scene {
  return {
    panels: [weightedPanel(shown), simplePanel(shown), posteriorPanel(shown), noisePanel(shown)],
    keys: [
      { ink: "student", mark: "line", text: words("your functions", "自分の関数") },
      { ink: "reference", mark: "dashed", text: words("the right answer", "正しい答え") },
      misconceptionKey,
    ],
    says: sentences(shown),
  };
}

const tAxis = { domain: [0, T], label: words("t", "t"), ticks: 5 } as const;

function lossOver(
  name: "simpleLoss" | "weightedLoss",
  at: readonly number[],
): (functions: Functions) => number[] | undefined {
  return (functions) => {
    const values = at.map((t) => functions.get(name, `t${t}`));
    return values.some((value) => value !== undefined) ? values.map((value) => value ?? NaN) : undefined;
  };
}

function weightedPanel(shown: Drawing): Panel {
  const read = lossOver("weightedLoss", weighted);
  const [own, right] = [read(shown.student), read(shown.reference)];
  const [low, high] = extent(
    (right ?? [0.01, 1]).filter((value) => value > 0),
    [0.01, 1],
  );
  return {
    id: "weighted",
    title: words("weightedLoss by step (logarithmic)", "ステップごとの weightedLoss（対数目盛）"),
    note: words(
      "Level lines: one batch that has a row of every step. The loss in nats.",
      "水平線は、すべてのステップを一行ずつ含む一つのバッチでの値。単位はナット。",
    ),
    columns: 6,
    aspect: 1.75,
    x: tAxis,
    y: { domain: [low / 4, high * 4], scale: "log", ticks: decades(low / 4, high * 4) },
    marks: [
      ...players.map((player): Mark => ({
        mark: "rule",
        ink: player,
        y: thin(positive(shown[player].get("weightedLoss", "batch"))),
        stroke: ({ student: "solid", reference: "dashed", misconception: "dotted" } as const)[player],
      })),
      ...curves(shown, weighted, (functions) => read(functions)?.map((value) => positive(value) ?? NaN)),
    ],
    table: {
      columns: [words("t", "t"), names.student, names.reference],
      rows: [
        ...weighted.map((t, index) => [t, tabled(own?.[index]), tabled(right?.[index])]),
        [
          "2…T",
          tabled(shown.student.get("weightedLoss", "batch")),
          tabled(shown.reference.get("weightedLoss", "batch")),
        ],
      ],
    },
  };
}

/** Powers of ten, and where there are only one or two their double and half too. */
function decades(low: number, high: number): Tick[] {
  const digits = high / low < 300 ? [1, 2, 5] : [1];
  return [-3, -2, -1, 0, 1, 2]
    .flatMap((power) => digits.map((digit) => digit * 10 ** power))
    .filter((at) => at >= low && at <= high)
    .map((at) => ({ at, text: short(at, 1) }));
}

/** What has a place on a logarithmic axis. */
function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}

function simplePanel(shown: Drawing): Panel {
  const read = lossOver("simpleLoss", everyStep);
  const [own, right] = [read(shown.student), read(shown.reference)];
  const most = Math.max(1e-3, extent(right ?? [], [0, 1])[1]);
  return {
    id: "simple",
    title: words("simpleLoss by step", "ステップごとの simpleLoss"),
    note: words(
      "The same predictions: what does each step cost when all count alike?",
      "同じ予測に対する値。どのステップも同じ重みで数えると、どれだけの損失になるだろうか。",
    ),
    columns: 6,
    aspect: 1.75,
    x: tAxis,
    y: { domain: upTo(own ?? [], most, 3.2 * most), ticks: 4 },
    marks: curves(shown, everyStep, read),
    table: {
      columns: [words("t", "t"), names.student, names.reference],
      rows: everyStep.map((t, index) => [t, tabled(own?.[index]), tabled(right?.[index])]),
    },
  };
}

function weightsOf(functions: Functions, index: 0 | 1): number[] | undefined {
  return pointsOf(functions.get("posterior", "weights")?.mean, T)?.map((row) => row[index] ?? NaN);
}

function posteriorPanel(shown: Drawing): Panel {
  const read = (index: 0 | 1) => (functions: Functions) => weightsOf(functions, index);
  const seen = [...(weightsOf(shown.student, 0) ?? []), ...(weightsOf(shown.student, 1) ?? [])];
  const [low, high] = extent(seen, [0, 1]);
  const place = (index: 0 | 1, t: number): number | null =>
    thin((weightsOf(shown.reference, index) ?? weightsOf(shown.student, index))?.[t - 1]);
  return {
    id: "posterior",
    title: words("What posterior's mean takes of x0 and of z_t", "posterior の平均に入る x0 と z_t の重み"),
    note: words(
      "The mean for x0 = (1, 0) and z_t = (0, 1), every step in one batch.",
      "x0 = (1, 0)、z_t = (0, 1) としたときの平均。すべてのステップを一つのバッチで渡す。",
    ),
    columns: 6,
    aspect: 1.75,
    x: tAxis,
    y: { domain: [Math.max(-1, Math.min(-0.03, low)), Math.min(2, Math.max(1.08, high))], ticks: 4 },
    marks: [
      ...curves(shown, everyStep, read(0)),
      ...curves(shown, everyStep, read(1)),
      {
        mark: "texts",
        ink: "data",
        x: [T - 8, T - 8],
        y: [place(0, T - 8), place(1, T - 8)],
        texts: ["x0", "z_t"],
        shift: [0, -12],
      },
    ],
    table: {
      columns: [
        words("t", "t"),
        words("x0: yours", "x0（自分）"),
        words("z_t: yours", "z_t（自分）"),
        words("x0: right", "x0（正しい値）"),
        words("z_t: right", "z_t（正しい値）"),
      ],
      rows: everyStep.map((t, index) => [
        t,
        ...[shown.student, shown.reference].flatMap((functions) =>
          ([0, 1] as const).map((which) => tabled(weightsOf(functions, which)?.[index])),
        ),
      ]),
    },
  };
}

function noisePanel(shown: Drawing): Panel {
  const step = (functions: Functions): number[] | undefined =>
    pointsOf(functions.get("reverseStep", "noise"), T)?.map((row) => row[0] ?? NaN);
  const root = (functions: Functions): number[] | undefined =>
    numbersOf(functions.get("posterior", "weights")?.variance, T)?.map(Math.sqrt);
  const top = upTo([...(step(shown.student) ?? []), ...(root(shown.student) ?? [])], 0.45, 1.5);
  const own = root(shown.student);
  return {
    id: "noise",
    title: words("How much noise a step adds", "一ステップで加わるノイズ"),
    note: words(
      "Lines: what your reverseStep makes of xi = 1. Points: the square root of your posterior's variance, which should lie on the line.",
      "線は xi = 1 に対して自分の reverseStep が加える量。点は自分の posterior の分散の平方根で、線の上に乗るはずである。",
    ),
    columns: 6,
    aspect: 1.75,
    x: tAxis,
    y: { domain: [-0.03 * top[1], top[1]], ticks: 4 },
    marks: [
      ...curves(shown, everyStep, step),
      ...(own === undefined
        ? []
        : [{ mark: "points", ink: "student", size: 3, x: everyStep, y: own.map(thin) } as const]),
    ],
    table: {
      columns: [
        words("t", "t"),
        words("reverseStep: yours", "reverseStep（自分）"),
        words("posterior: yours", "posterior（自分）"),
        words("right", "正しい値"),
      ],
      rows: everyStep.map((t, index) => [
        t,
        tabled(step(shown.student)?.[index]),
        tabled(own?.[index]),
        tabled(root(shown.reference)?.[index]),
      ]),
    },
  };
}

function sentences(shown: Drawing): Scene["says"] {
  const [own, right] = [shown.student, shown.reference].map((functions) => ({
    weighted: functions.get("weightedLoss", "batch"),
    simple: functions.get("simpleLoss", `t${T / 2}`),
  }));
  return [
    words(
      `weightedLoss of a batch with every step in it: yours ${short(own?.weighted)}, right ${short(right?.weighted)} nats.`,
      `すべてのステップを含むバッチの weightedLoss は、自分が ${short(own?.weighted)}、正しい値は ${short(right?.weighted)} ナットである。`,
    ),
    words(
      `simpleLoss at t = ${T / 2}, over ${few.length / 2} points: yours ${short(own?.simple)}, right ${short(right?.simple)}.`,
      `t = ${T / 2} での simpleLoss（${few.length / 2} 点）は、自分が ${short(own?.simple)}、正しい値は ${short(right?.simple)} である。`,
    ),
  ];
}
