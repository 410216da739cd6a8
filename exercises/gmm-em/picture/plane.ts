import type { HandleMark, Ink, Key, Mark, Numbers, Panel, Scene, Table } from "#sdk/picture.ts";
import { cell, clamp, short, steps, words } from "#sdk/plot.ts";
import type { Mixture } from "../starter.ts";
import { historyOf, history, slice, type History } from "./likelihood.ts";
import { at, isDrawable, rightResponsibilities, sum, type Rows } from "./model.ts";
import { inksOfComponents, rightRun, runOf, stepOf, type Drawing, type Run } from "./run.ts";
import { HALVES, nameOfHalf, plane, samplesOf, type State } from "./state.ts";

/** Farther from the right one than this a responsibility is marked. */
const APART = 0.01;

/** What is seen at one half-step. */
interface Moment {
  readonly x: number[][];
  readonly run: Run;
  /** The student's mixture, and the responsibilities that colour the samples; undefined where the run breaks off before. */
  readonly mixture: Mixture | undefined;
  readonly r: number[][] | undefined;
  /** The right run at the same half-step. */
  readonly right: Mixture | undefined;
}

export function planeScene(shown: Drawing): Scene {
  const moment = momentOf(shown);
  const past = historyOf(shown, moment.run);
  const { half } = shown.state;
  return {
    panels: [
      scatter(shown, moment),
      history(shown, past),
      slice(shown, moment.run),
      shares(moment),
      weights(shown, moment),
    ],
    keys: keysOf(shown.state),
    says: sentences(shown, moment, past),
    progress: { value: half, of: HALVES, text: nameOfHalf(half), stepMs: 420 },
  };
}

function momentOf({ state, student }: Drawing): Moment {
  const run = runOf(state, student);
  const done = Math.floor(state.half / 2);
  return {
    x: samplesOf(state.data),
    run,
    mixture: run.mixtures[done],
    r: state.half === 0 ? undefined : run.r[Math.ceil(state.half / 2) - 1],
    right: rightRun(state).mixtures[done],
  };
}

function keysOf({ means }: State): readonly Key[] {
  return [
    ...means.map((_, k): Key => ({
      ink: inkOf(k),
      mark: "area",
      text: words(`component ${k + 1}`, `成分 ${k + 1}`),
    })),
    { ink: "student", mark: "line", text: words("your functions", "自分の関数") },
    { ink: "reference", mark: "dashed", text: words("the right run", "正しい計算") },
    { ink: "misconception", mark: "dotted", text: words("the slip that was named", "指摘された誤り") },
    { ink: "accent", mark: "line", text: words("the bound", "下限") },
    { ink: "wrong", mark: "line", text: words("the likelihood falls", "尤度が下がる") },
    { ink: "wrong", mark: "ring", text: words("responsibilities are off", "負担率が正しくない") },
  ];
}

function inkOf(k: number): Ink {
  return inksOfComponents[k] ?? "data";
}

function scatter(shown: Drawing, moment: Moment): Panel {
  const { state, student, reference, misconception } = shown;
  const { x, mixture, r, right } = moment;
  const count = state.means.length;
  const [whole, named] = [student.get("em", "now"), misconception.get("em", "now")];
  return {
    id: "plane",
    title: words("Samples, and who answers for them", "サンプルと、それを受けもつ成分"),
    note: words(
      "A slice of each sample for each component. Ellipses: one and two standard deviations. Drag a diamond to begin elsewhere. Rings and thin ellipses: your em.",
      "サンプルの円は、負担率で塗り分けてある。楕円は標準偏差一つ分と二つ分。菱形を動かすと初期値が変わる。輪と細い楕円は自分の em の結果。",
    ),
    columns: 7,
    rows: 2,
    aspect: 1.16,
    x: { domain: plane.x, label: words("x₁", "x₁") },
    y: { domain: plane.y, label: words("x₂", "x₂") },
    marks: [
      pies(x, r, count),
      ...wrongPies(moment, shown),
      ...trails(moment, state),
      ...(isDrawable(whole, count, 2) ? ellipses(whole, "student") : []),
      ...componentEllipses(mixture),
      ...ellipses(right, "reference"),
      ...(isDrawable(named, count, 2) ? ellipses(named, "misconception") : []),
      ...centres(reference.get("em", "now"), { ink: "reference", size: 9, count }),
      ...centres(whole, { ink: "student", size: 6, count }),
      ...handlesOf(state),
    ],
    table: tableOf(moment, shown),
  };
}

/** Samples wait without a colour until an E step has told whose they are. */
function pies(x: Rows, r: Rows | undefined, components: number): Mark {
  const slices = Array.from({ length: components }, (_, k) => ({
    ink: inkOf(k),
    shares: x.map((_, i) => r?.[i]?.[k] ?? 0),
  }));
  return {
    mark: "pies",
    ink: r === undefined ? "data" : "student",
    x: x.map((row) => at(row, 0)),
    y: x.map((row) => at(row, 1)),
    slices,
    size: 6.5,
  };
}

/** Rings around samples whose responsibilities are not those of the student's own mixture. */
function wrongPies({ x, run, r }: Moment, { state }: Drawing): Mark[] {
  const before = run.mixtures[stepOf(state) - 1];
  if (r === undefined || before === undefined) return [];
  const right = rightResponsibilities(x, before);
  const wrong = x.filter((_, i) => right[i]?.some((share, k) => Math.abs(share - at(r[i], k)) > APART));
  if (wrong.length === 0) return [];
  return [
    {
      mark: "points",
      ink: "wrong",
      shape: "ring",
      size: 9.5,
      x: wrong.map((row) => at(row, 0)),
      y: wrong.map((row) => at(row, 1)),
    },
  ];
}

/** The way each mean has come. */
function trails({ run }: Moment, { half, means }: State): Mark[] {
  const way = run.mixtures.slice(0, Math.floor(half / 2) + 1);
  return means.map((_, k): Mark => ({
    mark: "line",
    ink: inkOf(k),
    faint: true,
    width: 2,
    x: way.map((mixture) => at(mixture.means[k], 0)),
    y: way.map((mixture) => at(mixture.means[k], 1)),
  }));
}

const turns = steps(0, 2 * Math.PI, 49);

/** One and two standard deviations, in the components' colours. */
function componentEllipses(mixture: Mixture | undefined): Mark[] {
  return (mixture?.means ?? []).flatMap((_, k): Mark[] => [
    { mark: "line", ink: inkOf(k), width: 2.6, ...outline(mixture, k, 2) },
    { mark: "line", ink: inkOf(k), width: 1.4, ...outline(mixture, k, 1) },
  ]);
}

/** Two standard deviations, in the colour of who computed them. */
function ellipses(mixture: Mixture | undefined, ink: "student" | "reference" | "misconception"): Mark[] {
  return (mixture?.means ?? []).map((_, k) => ({
    mark: "line",
    ink,
    width: 1.6,
    ...outline(mixture, k, 2),
  }));
}

function outline(mixture: Mixture | undefined, k: number, size: number) {
  const along = (d: number, unit: (turn: number) => number): Numbers => {
    const radius = size * Math.sqrt(Math.max(at(mixture?.variances[k], d), 0));
    return turns.map((turn) => at(mixture?.means[k], d) + radius * unit(turn));
  };
  return { x: along(0, Math.cos), y: along(1, Math.sin) };
}

function centres(
  mixture: Mixture | undefined,
  {
    ink,
    size,
    count,
  }: { readonly ink: "student" | "reference"; readonly size: number; readonly count: number },
): Mark[] {
  if (mixture === undefined || !isDrawable(mixture, count, 2)) return [];
  const [x, y] = [0, 1].map((d) => mixture.means.map((mean) => at(mean, d)));
  return [{ mark: "points", ink, shape: "ring", size, x: x ?? [], y: y ?? [] }];
}

function handlesOf({ means }: State): readonly HandleMark[] {
  return means.map(([x = 0, y = 0], k) => ({
    mark: "handle",
    id: `start${k}`,
    x,
    y,
    moves: "xy",
    step: 0.2,
    shape: "diamond",
    ink: inkOf(k),
    label: words(`where component ${k + 1} begins`, `成分 ${k + 1} の初期値`),
    value: words(`${short(x)}, ${short(y)}`, `${short(x)}, ${short(y)}`),
  }));
}

function tableOf({ mixture, right }: Moment, { student, reference }: Drawing): Table {
  const row = (whose: ReturnType<typeof words>, one: Mixture | undefined, k: number) => [
    whose,
    k + 1,
    cell(one?.weights[k]),
    ...[0, 1].map((d) => cell(one?.means[k]?.[d])),
    ...[0, 1].map((d) => cell(one?.variances[k]?.[d])),
  ];
  const players = [
    [words("your steps", "自分のステップ"), mixture],
    [words("your em", "自分の em"), student.get("em", "now")],
    [words("right", "正しい値"), reference.get("em", "now") ?? right],
  ] as const;
  return {
    columns: [
      words("whose", "誰の"),
      words("component", "成分"),
      words("weight", "混合比"),
      words("mean 1", "平均 1"),
      words("mean 2", "平均 2"),
      words("variance 1", "分散 1"),
      words("variance 2", "分散 2"),
    ],
    rows: (right?.weights ?? []).flatMap((_, k) => players.map(([whose, one]) => row(whose, one, k))),
  };
}

/** Every sample as a column of its responsibilities: they fill it from 0 to 1, or they do not. */
function shares({ x, r, right }: Moment): Panel {
  const order = x
    .map((row, i) => ({ i, owner: ownerOf(row, right), place: at(row, 0) }))
    .toSorted((a, b) => a.owner - b.owner || a.place - b.place)
    .map(({ i }) => i);
  const columns = order.flatMap((i, place) => stackOf(r?.[i], place));
  const sums = r?.map(sum) ?? [];
  const top = clamp(1.08 * Math.max(1, ...sums.filter(Number.isFinite)), 1.08, 3);
  return {
    id: "shares",
    title: words("Your responsibilities, a column for each sample", "自分の負担率（1 列が 1 個のサンプル）"),
    columns: 8,
    aspect: 4.4,
    x: { domain: [0, x.length], ticks: "none", label: words("samples", "サンプル") },
    y: { domain: [0, top], ticks: [0, 0.5, 1].map((value) => ({ at: value, text: String(value) })) },
    marks: [
      {
        mark: "rects",
        ink: "student",
        x0: columns.map(({ place }) => place + 0.06),
        x1: columns.map(({ place }) => place + 0.94),
        y0: columns.map(({ from }) => from),
        y1: columns.map(({ to }) => to),
        inks: columns.map(({ k }) => inkOf(k)),
      },
      { mark: "rule", y: 1, ink: "reference", stroke: "dashed" },
    ],
    table: {
      columns: [words("sample", "サンプル"), words("sum of its row", "行の総和")],
      rows: order.map((i) => [i + 1, cell(sums[i])]),
    },
  };
}

function ownerOf(row: readonly number[], right: Mixture | undefined): number {
  if (right === undefined) return 0;
  const [shares = []] = rightResponsibilities([row], right);
  return shares.indexOf(Math.max(...shares));
}

function stackOf(row: readonly number[] | undefined, place: number) {
  let from = 0;
  return (row ?? []).map((share, k) => {
    const begin = from;
    from += share;
    return { place, k, from: begin, to: from };
  });
}

function weights({ state }: Drawing, { mixture, right }: Moment): Panel {
  const count = state.means.length;
  const own = mixture?.weights ?? [];
  const bar = (width: number) => ({
    x0: Array.from({ length: count }, (_, k) => k + 0.5 - width / 2),
    x1: Array.from({ length: count }, (_, k) => k + 0.5 + width / 2),
    y0: Array.from({ length: count }, () => 0),
  });
  const top = clamp(1.1 * Math.max(0.6, ...own.filter(Number.isFinite)), 0.6, 4);
  return {
    id: "weights",
    title: words("Weights", "混合比"),
    columns: 4,
    aspect: 2.2,
    x: {
      domain: [0, count],
      ticks: Array.from({ length: count }, (_, k) => ({ at: k + 0.5, text: String(k + 1) })),
      label: words("component", "成分"),
    },
    y: { domain: [0, top], ticks: 3 },
    marks: [
      { mark: "rects", ink: "student", ...bar(0.5), y1: own, inks: own.map((_, k) => inkOf(k)) },
      { mark: "rects", ink: "reference", hollow: true, ...bar(0.64), y1: right?.weights ?? [] },
    ],
  };
}

function sentences(shown: Drawing, { mixture, r, right }: Moment, past: History): Scene["says"] {
  const { state, student } = shown;
  const step = stepOf(state);
  const [own, bound] = [past.likelihoods[Math.floor(state.half / 2)], past.bounds[state.half]];
  const name = nameOfHalf(state.half);
  const gap = own === undefined || bound == null ? undefined : own - bound;
  const whole = student.get("em", "now");
  const off = (a: Mixture | undefined, b: Mixture | undefined): boolean =>
    a !== undefined && b !== undefined && farApart(a, b);
  return [
    words(
      `${state.half === 0 ? "At" : "After"} ${name.en} your log-likelihood is ${short(own, 5)}, the right run's ${short(past.right, 5)}.`,
      `${name.ja}: 自分の対数尤度は ${short(own, 5)}、正しい計算では ${short(past.right, 5)} である。`,
    ),
    ...(gap === undefined ? [] : [sayGap(gap)]),
    ...(past.falls.length === 0
      ? []
      : [
          words(
            `Your likelihood falls in M step ${at(past.falls, 0)}${past.falls.length > 1 ? `, and ${past.falls.length - 1} more times` : ""}.`,
            `M ステップ ${at(past.falls, 0)} で自分の尤度が下がる${past.falls.length > 1 ? `。下がるのは全部で ${past.falls.length} か所である` : ""}。`,
          ),
        ]),
    ...(off(mixture, right)
      ? [words("Your mixture has left the right run.", "自分の混合分布は、正しい計算から離れている。")]
      : []),
    ...(off(whole, mixture)
      ? [
          words(
            `Your em with ${Math.floor(state.half / 2)} steps is not where your steps lead.`,
            `自分の em を ${Math.floor(state.half / 2)} ステップ行った結果は、自分のステップを一つずつ行った結果と異なる。`,
          ),
        ]
      : []),
    ...(r === undefined && state.half > 0
      ? [
          words(
            `There is no E step ${step} of yours to show.`,
            `表示できる E ステップ ${step} の結果がない。`,
          ),
        ]
      : []),
  ].slice(0, 3);
}

function sayGap(gap: number) {
  if (gap < -1e-4)
    return words(
      `The bound lies ${short(-gap)} above your log-likelihood: one of the two is not what it is called.`,
      `下限が自分の対数尤度より ${short(-gap)} 高い。どちらかが名前どおりのものになっていない。`,
    );
  return gap < 1e-4
    ? words("The bound touches it.", "下限はこれに接している。")
    : words(`The bound lies ${short(gap)} below it.`, `下限はこれより ${short(gap)} 低い。`);
}

function farApart(a: Mixture, b: Mixture): boolean {
  const [left, right] = [a, b].map(({ weights: w, means, variances }) => [
    ...w,
    ...means.flat(),
    ...variances.flat(),
  ]);
  return left?.some((value, index) => !(Math.abs(value - at(right, index)) <= 1e-3)) ?? false;
}

/** The next half-step; null at the end, and where the student's functions lead no farther. */
export function nextHalf({ state, student }: Drawing): State | null {
  if (state.half >= HALVES) return null;
  const { mixtures, r } = runOf(state, student);
  const possible = state.half % 2 === 0 ? r.length > state.half / 2 : mixtures.length > (state.half + 1) / 2;
  return possible ? { ...state, half: state.half + 1 } : null;
}
