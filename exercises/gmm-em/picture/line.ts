import {
  calling,
  type Call,
  type HandleMark,
  type Key,
  type Mark,
  type Panel,
  type Scene,
  type Table,
} from "#sdk/picture.ts";
import { cell, clamp, extent, short, steps, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import type { Mixture } from "../starter.ts";
import { at, isDrawable, sum } from "./model.ts";
import { inksOfComponents, parts, type Drawing, type Functions } from "./run.ts";
import { lineMixture, lineRange, type State } from "./state.ts";

const ask = calling<typeof Starter>();

const reaches = { near: lineRange, far: [-1600, 1600] } as const;

/** The places at which the curves are asked for. */
function gridOf({ line: { reach } }: State): number[] {
  return steps(reaches[reach][0], reaches[reach][1], 81);
}

export function lineCalls(state: State, known: Functions): Call<typeof Starter>[] {
  const grid = gridOf(state);
  const mixture = parts(lineMixture(state));
  const samples = state.line.x.map((value) => [value]);
  const r = known.get("responsibilities", "samples");
  return [
    ...grid.map((value, index) => ask("logLikelihood", `grid${index}`, [[[value]], ...mixture])),
    ask("logLikelihood", "samples", [samples, ...mixture]),
    ask("responsibilities", "grid", [grid.map((value) => [value]), ...mixture]),
    ask("responsibilities", "samples", [samples, ...mixture]),
    ...(r?.length === samples.length && r.flat().every(Number.isFinite)
      ? [ask("mStep", "", [samples, r])]
      : []),
    ask("em", "two", [samples, ...mixture, 2]),
  ];
}

/** In the order of drawing: dashes show on a line that they agree with. */
const players = ["student", "reference", "misconception"] as const;

const widths = { student: 0.5, reference: 0.62, misconception: 0.74 } as const;

const whose = {
  student: words("yours", "自分"),
  reference: words("right", "正しい値"),
  misconception: words("the slip", "指摘された誤り"),
};

const keys: readonly Key[] = [
  { ink: "first", mark: "area", text: words("component 1", "成分 1") },
  { ink: "second", mark: "area", text: words("component 2", "成分 2") },
  { ink: "student", mark: "line", text: words("your functions", "自分の関数") },
  { ink: "reference", mark: "dashed", text: words("the right answer", "正しい答え") },
  { ink: "misconception", mark: "dotted", text: words("the slip that was named", "指摘された誤り") },
];

export function lineScene(shown: Drawing): Scene {
  return {
    panels: [densities(shown), likelihood(shown), responsibilitiesPanel(shown), fits(shown)],
    keys,
    says: sentences(shown),
  };
}

/** log p(x) as logLikelihood of one sample gives it. */
function logsOf(functions: Functions, state: State): (number | undefined)[] {
  return gridOf(state).map((_, index) => functions.get("logLikelihood", `grid${index}`));
}

function densities(shown: Drawing): Panel {
  const { state } = shown;
  const grid = gridOf(state);
  const isFar = state.line.reach === "far";
  const curves = players.map((player) => {
    const logs = logsOf(shown[player], state);
    return { player, y: logs.map((log) => (log === undefined ? null : isFar ? log : Math.exp(log))) };
  });
  const domain = isFar ? farDomain(curves.map(({ y }) => y)) : nearDomain(curves.map(({ y }) => y));
  const floor = isFar ? domain[0] : 0;
  return {
    id: "densities",
    title: isFar
      ? words("log p(x), far out", "遠くでの log p(x)")
      : words("p(x): your logLikelihood of one sample", "p(x): サンプル 1 個の logLikelihood から"),
    note: isFar
      ? words(
          "A gap: there your functions give no number.",
          "途切れているところでは、自分の関数が数を返していない。",
        )
      : words(
          "Drag samples, means, and the bars one standard deviation to the right of a mean.",
          "サンプル、平均、そして平均から標準偏差一つ分右にある棒を動かせる。",
        ),
    columns: 8,
    aspect: 2.5,
    x: { domain: reaches[state.line.reach], label: words("x", "x") },
    y: { domain, ticks: 4, label: isFar ? words("nats", "ナット") : words("density", "密度") },
    marks: [
      ...(isFar ? [] : terms(state, grid)),
      ...curves.map(({ player, y }): Mark => ({
        mark: "line",
        ink: player,
        x: grid,
        y,
        width: player === "student" ? 2.8 : 2,
      })),
      ...(isFar ? [{ mark: "rule", y: floor } as const] : handlesOf(state, domain[1])),
    ],
  };
}

type Curve = readonly (number | null)[];

function nearDomain(curves: readonly Curve[]): readonly [number, number] {
  const top = 1.12 * clamp(extent(curves.flat(), [0, 0.4])[1], 0.3, 1.5);
  return [-0.1 * top, top];
}

function farDomain(curves: readonly Curve[]): readonly [number, number] {
  const [low, high] = extent(curves.flat(), [-1e6, 0]);
  return [1.05 * Math.min(low, -1), Math.max(0, high) + 0.05 * (high - low)];
}

/** The two terms of the sum, w_k N(x | k), as they are given. */
function terms(state: State, grid: readonly number[]): Mark[] {
  const { weights, means, variances } = lineMixture(state);
  return weights.map((weight, k) => {
    const [mean, variance] = [at(means[k], 0), at(variances[k], 0)];
    const y = grid.map(
      (x) => (weight * Math.exp(-((x - mean) ** 2) / (2 * variance))) / Math.sqrt(2 * Math.PI * variance),
    );
    return { mark: "area", ink: inksOfComponents[k] ?? "data", x: [...grid], y0: grid.map(() => 0), y1: y };
  });
}

function handlesOf({ line }: State, top: number): readonly HandleMark[] {
  const samples = line.x.map((value, index): HandleMark => ({
    mark: "handle",
    id: `x${index}`,
    x: value,
    y: 0,
    moves: "x",
    step: 0.1,
    ink: "data",
    label: words(`sample ${index + 1}`, `サンプル ${index + 1}`),
    value: words(`x = ${short(value)}`, `x = ${short(value)}`),
  }));
  const means = line.means.map((mean, k): HandleMark => ({
    mark: "handle",
    id: `mean${k}`,
    x: mean,
    y: -0.05 * top,
    moves: "x",
    step: 0.1,
    shape: "diamond",
    ink: inksOfComponents[k] ?? "data",
    label: words(`mean of component ${k + 1}`, `成分 ${k + 1} の平均`),
    value: words(short(mean), short(mean)),
  }));
  const deviations = line.deviations.map((deviation, k): HandleMark => ({
    mark: "handle",
    id: `deviation${k}`,
    x: at(line.means, k) + deviation,
    y: -0.05 * top,
    moves: "x",
    step: 0.1,
    shape: "bar",
    ink: inksOfComponents[k] ?? "data",
    label: words(`standard deviation of component ${k + 1}`, `成分 ${k + 1} の標準偏差`),
    value: words(short(deviation), short(deviation)),
  }));
  return [...samples, ...means, ...deviations];
}

/** The log-likelihood of all samples together: one bar for each who computed it. */
function likelihood(shown: Drawing): Panel {
  const values = players.map((player) => ({
    player,
    value: shown[player].get("logLikelihood", "samples"),
  }));
  const [low, high] = extent(
    values.map(({ value }) => value),
    [-3, 0],
  );
  return {
    id: "likelihood",
    title: words("logLikelihood of the samples", "サンプルの logLikelihood"),
    columns: 4,
    aspect: 1.25,
    x: { domain: [0, 1], ticks: "none", label: words("dashed: the right one", "破線が正しい値") },
    y: {
      domain: [Math.min(-1, 1.15 * low), Math.max(0.2, 1.15 * high)],
      ticks: 4,
      label: words("nats", "ナット"),
    },
    marks: [
      { mark: "rule", y: 0 },
      ...values.map(({ player, value }): Mark => ({
        mark: "rects",
        ink: player,
        hollow: player !== "student",
        x0: [0.5 - widths[player] / 2],
        x1: [0.5 + widths[player] / 2],
        y0: [0],
        y1: [value ?? null],
      })),
    ],
    table: {
      columns: [words("whose", "誰の"), words("logLikelihood", "logLikelihood")],
      rows: values.map(({ player, value }) => [whose[player], cell(value)]),
    },
  };
}

/** r over the line: the student's as areas on top of each other, the others' as the line between them. */
function responsibilitiesPanel(shown: Drawing): Panel {
  const { state } = shown;
  const grid = gridOf(state);
  const own = shown.student.get("responsibilities", "grid");
  const share = (rows: number[][] | undefined, k: number): (number | null)[] =>
    grid.map((_, index) => rows?.[index]?.[k] ?? null);
  const first = share(own, 0);
  const both = grid.map((_, index) => (own?.[index] === undefined ? null : sum(own[index])));
  const top = clamp(1.08 * extent(both, [0, 1])[1], 1.08, 3);
  const samples = shown.student.get("responsibilities", "samples");
  return {
    id: "responsibilities",
    title: words("responsibilities along the line", "直線上の responsibilities"),
    note: words(
      "Your two shares, one on the other; dashed where the right one parts them.",
      "自分の二つの負担率を積み重ねた。破線が正しい境目である。",
    ),
    columns: 8,
    aspect: 2.95,
    x: { domain: reaches[state.line.reach], label: words("x", "x") },
    y: { domain: [0, top], ticks: [0, 0.5, 1].map((value) => ({ at: value, text: String(value) })) },
    marks: [
      { mark: "area", ink: "first", x: grid, y0: grid.map(() => 0), y1: first },
      { mark: "area", ink: "second", x: grid, y0: first, y1: both },
      { mark: "line", ink: "student", width: 2.6, x: grid, y: first },
      { mark: "line", ink: "student", width: 1.4, x: grid, y: both },
      {
        mark: "line",
        ink: "reference",
        x: grid,
        y: share(shown.reference.get("responsibilities", "grid"), 0),
      },
      {
        mark: "line",
        ink: "misconception",
        x: grid,
        y: share(shown.misconception.get("responsibilities", "grid"), 0),
      },
    ],
    table: {
      columns: [
        words("sample", "サンプル"),
        words("yours for component 1", "成分 1 の自分の値"),
        words("right", "正しい値"),
      ],
      rows: state.line.x.map((value, index) => [
        value,
        cell(samples?.[index]?.[0]),
        cell(shown.reference.get("responsibilities", "samples")?.[index]?.[0]),
      ]),
    },
  };
}

/** What mStep makes of these samples and these responsibilities, and em in two steps: a mean with a deviation to each side. */
function fits(shown: Drawing): Panel {
  const rows = players.flatMap((player) => {
    const [one, two] = [shown[player].get("mStep", ""), shown[player].get("em", "two")];
    return [
      { player, name: "mStep", mixture: one },
      { player, name: "em", mixture: two },
    ];
  });
  const place = { mStep: 3, em: 1 } as const;
  const shift = { reference: 0.36, student: 0, misconception: -0.36 } as const;
  const mark = ({ player, name, mixture }: (typeof rows)[number]): Mark[] =>
    isDrawable(mixture, 2, 1)
      ? intervals(mixture, { ink: player, y: place[name === "em" ? "em" : "mStep"], shift: shift[player] })
      : [];
  return {
    id: "fits",
    title: words("Fitted to the samples", "サンプルに当てはめた結果"),
    note: words(
      "Bars reach one standard deviation to each side; the thicker, the greater the weight.",
      "棒は平均から両側に標準偏差一つ分。太いほど混合比が大きい。",
    ),
    columns: 4,
    aspect: 1.45,
    x: { domain: lineRange, label: words("x", "x") },
    y: {
      domain: [0, 4],
      ticks: [
        { at: 3, text: "mStep" },
        { at: 1, text: "em, 2" },
      ],
    },
    marks: [{ mark: "rule", y: 2 }, ...rows.flatMap(mark)],
    table: fitTable(rows),
  };
}

function intervals(
  { weights, means, variances }: Mixture,
  { ink, y, shift }: { readonly ink: (typeof players)[number]; readonly y: number; readonly shift: number },
): Mark[] {
  const isOwn = ink === "student";
  return weights.map((weight, k): Mark => {
    const [mean, deviation] = [at(means[k], 0), Math.sqrt(at(variances[k], 0))];
    const middle = y + (k === 0 ? 0.4 : -0.4);
    const half = 0.32 * clamp(weight, 0.03, 1.6) + (isOwn ? 0 : 0.05 + Math.abs(shift) / 20);
    return {
      mark: "rects",
      ink,
      ...(isOwn ? { inks: [inksOfComponents[k] ?? "data"] } : { hollow: true }),
      x0: [mean - deviation],
      x1: [mean + deviation],
      y0: [middle - half],
      y1: [middle + half],
    };
  });
}

function fitTable(
  rows: readonly {
    readonly player: (typeof players)[number];
    readonly name: string;
    readonly mixture: Mixture | undefined;
  }[],
): Table {
  return {
    columns: [
      words("whose", "誰の"),
      words("function", "関数"),
      words("component", "成分"),
      words("weight", "混合比"),
      words("mean", "平均"),
      words("variance", "分散"),
    ],
    rows: rows
      .filter(({ mixture }) => mixture !== undefined)
      .flatMap(({ player, name, mixture }) =>
        [0, 1].map((k) => [
          whose[player],
          name,
          k + 1,
          cell(mixture?.weights[k]),
          cell(mixture?.means[k]?.[0]),
          cell(mixture?.variances[k]?.[0]),
        ]),
      ),
  };
}

function sentences({ state, student, reference }: Drawing): Scene["says"] {
  const [own, right] = [student.get("logLikelihood", "samples"), reference.get("logLikelihood", "samples")];
  const grid = gridOf(state);
  const gaps = logsOf(student, state).filter((log) => log === undefined || !Number.isFinite(log)).length;
  const fitted = student.get("mStep", "")?.variances.map((row) => short(row[0])) ?? [];
  const wanted = reference.get("mStep", "")?.variances.map((row) => short(row[0])) ?? [];
  return [
    words(
      `Your logLikelihood of the samples is ${short(own, 5)}; the right one is ${short(right, 5)}.`,
      `サンプルに対する自分の logLikelihood は ${short(own, 5)}、正しい値は ${short(right, 5)} である。`,
    ),
    words(
      `Your mStep gives the variances ${fitted.join(", ") || "–"}; right are ${wanted.join(", ") || "–"}.`,
      `自分の mStep の分散は ${fitted.join("、") || "–"}、正しい値は ${wanted.join("、") || "–"} である。`,
    ),
    ...(gaps === 0
      ? []
      : [
          words(
            `At ${gaps} of ${grid.length} places your logLikelihood gives no finite number.`,
            `${grid.length} か所のうち ${gaps} か所で、自分の logLikelihood が有限の数を返さない。`,
          ),
        ]),
  ];
}
