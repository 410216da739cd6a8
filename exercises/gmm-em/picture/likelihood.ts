import type { Mark, Numbers, Panel, Tick } from "#sdk/picture.ts";
import { cell, extent, short, words } from "#sdk/plot.ts";
import { between, boundOf } from "./model.ts";
import { along, rightRun, stepOf, type Drawing, type Run } from "./run.ts";
import { HALVES, nameOfHalf, samplesOf } from "./state.ts";

/** A fall by less than this is rounding. */
const ROUNDING = 1e-9;

export interface History {
  /** The student's log-likelihood after s M steps. */
  readonly likelihoods: readonly (number | undefined)[];
  /** The bound after each half-step; nothing before the first E step. */
  readonly bounds: readonly (number | null)[];
  /** The M steps after which the student's log-likelihood is lower than before. */
  readonly falls: readonly number[];
  /** The right run's log-likelihood at this half-step. */
  readonly right: number | undefined;
}

export function historyOf({ state, student, reference }: Drawing, { mixtures, r }: Run): History {
  const x = samplesOf(state.data);
  const likelihoods = mixtures.map((_, s) => student.get("logLikelihood", String(s)));
  const bounds = Array.from({ length: HALVES + 1 }, (_, half) => {
    const [mixture, shares] = [mixtures[Math.floor(half / 2)], r[Math.ceil(half / 2) - 1]];
    return mixture === undefined || shares === undefined ? null : boundOf(x, mixture, shares);
  });
  const falls = likelihoods.flatMap((value, s) => {
    const before = likelihoods[s - 1];
    return value !== undefined && before !== undefined && value < before - ROUNDING ? [s] : [];
  });
  const right =
    reference.get("logLikelihood", "now") ?? rightRun(state).likelihoods[Math.floor(state.half / 2)];
  return { likelihoods, bounds, falls, right };
}

const halves = Array.from({ length: HALVES + 1 }, (_, half) => half);

/** Log-likelihood and bound over the half-steps: an E step lifts the bound to it, an M step lifts both. */
export function history({ state }: Drawing, past: History): Panel {
  const own = halves.map((half) => past.likelihoods[Math.floor(half / 2)] ?? null);
  const right = halves.map((half) => rightRun(state).likelihoods[Math.floor(half / 2)] ?? null);
  const [low, high] = extent([...right, ...own, ...past.bounds], [-5, -2]);
  const margin = 0.06 * Math.max(high - low, 0.1);
  const until = (values: readonly (number | null)[]): (number | null)[] =>
    values.map((value, half) => (half <= state.half ? value : null));
  const after = (values: readonly (number | null)[]): (number | null)[] =>
    values.map((value, half) => (half >= state.half ? value : null));
  return {
    id: "history",
    title: words("The bound touches and rises", "下限は接しては上がる"),
    note: words(
      "E: the bound rises to the log-likelihood. M: it rises again, and lifts it.",
      "E で下限が対数尤度まで上がり、M でさらに上がって対数尤度を押し上げる。",
    ),
    columns: 5,
    aspect: 1.75,
    x: {
      domain: [0, HALVES],
      label: words("half-steps", "半ステップ"),
      ticks: [0, 6, 12, 18, 24].map((value) => ({ at: value, text: String(value) })),
    },
    y: { domain: [low - margin, high + margin], label: words("nats per sample", "ナット"), ticks: 4 },
    marks: [
      { mark: "rule", x: state.half, ink: "muted", stroke: "solid" },
      { mark: "area", ink: "accent", x: halves, y0: until(past.bounds), y1: until(own) },
      { mark: "line", ink: "reference", width: 2, x: halves, y: right },
      { mark: "line", ink: "accent", faint: true, x: halves, y: after(past.bounds) },
      { mark: "line", ink: "student", faint: true, width: 2.4, x: halves, y: after(own) },
      { mark: "line", ink: "accent", width: 1.8, x: halves, y: until(past.bounds) },
      { mark: "line", ink: "student", width: 2.6, x: halves, y: until(own) },
      ...past.falls.map((step): Mark => ({
        mark: "line",
        ink: "wrong",
        width: 4,
        x: [2 * step - 1, 2 * step],
        y: [own[2 * step - 1] ?? null, own[2 * step] ?? null],
      })),
      { mark: "points", ink: "accent", size: 4, x: [state.half], y: [past.bounds[state.half] ?? null] },
      { mark: "points", ink: "student", size: 5, x: [state.half], y: [own[state.half] ?? null] },
      { mark: "points", ink: "reference", shape: "ring", size: 8, x: [state.half], y: [past.right ?? null] },
    ],
    table: {
      columns: [
        words("after", "ステップ"),
        words("your logLikelihood", "自分の logLikelihood"),
        words("the bound", "下限"),
        words("right run", "正しい計算"),
      ],
      rows: halves.map((half) => [
        nameOfHalf(half),
        cell(own[half] ?? undefined),
        cell(past.bounds[half] ?? undefined),
        cell(right[half] ?? undefined),
      ]),
    },
  };
}

/** The likelihood and the bound on the straight way that this M step goes: they touch where it begins. */
export function slice(shown: Drawing, run: Run): Panel {
  const { state, student } = shown;
  const step = stepOf(state);
  const x = samplesOf(state.data);
  const [from, to, r] = [run.mixtures[step - 1], run.mixtures[step], run.r[step - 1]];
  const way = from === undefined || to === undefined ? [] : along.map((share) => between(from, to, share));
  const own = way.map((_, index) => student.get("logLikelihood", `along${index}`) ?? null);
  const bound = way.map((mixture) => (r === undefined ? null : boundOf(x, mixture, r)));
  const moved = state.half > 0 && state.half % 2 === 0;
  const here = moved ? 1 : 0;
  const ends = [from, to].map((mixture) =>
    mixture === undefined || r === undefined ? null : boundOf(x, mixture, r),
  );
  const values = [step - 1, step].map((s) => student.get("logLikelihood", String(s)) ?? null);
  const domain = around([...ends, ...values], [...own, ...bound]);
  return {
    id: "slice",
    title: words(`Along M step ${step}`, `M ステップ ${step} に沿って`),
    note: words(
      "Your logLikelihood, and the bound that your responsibilities give, between the mixtures before and after.",
      "更新前と更新後の混合分布を結ぶ線上での、自分の logLikelihood と、自分の負担率が与える下限。",
    ),
    columns: 5,
    aspect: 1.75,
    x: {
      domain: [along[0] ?? 0, along.at(-1) ?? 1],
      ticks: [
        { at: 0, text: "θ" },
        { at: 1, text: "θ′" },
      ],
      label: words("from the old mixture to the new one", "古い混合分布から新しい混合分布へ"),
    },
    y: { domain, label: words("nats per sample", "ナット"), ticks: ticksAt(values, domain) },
    marks: [
      { mark: "rule", x: 0, ink: "muted", stroke: "dotted" },
      { mark: "rule", x: 1, ink: "muted", stroke: "dotted" },
      { mark: "area", ink: "accent", x: along, y0: bound, y1: own },
      { mark: "line", ink: "accent", width: 2, curve: "smooth", x: along, y: bound },
      { mark: "line", ink: "student", width: 2.6, curve: "smooth", x: along, y: own },
      { mark: "points", ink: "accent", size: 4.5, x: [here], y: [ends[here] ?? null] },
      ...gapAt(here, values[here], ends[here]),
      {
        mark: "points",
        ink: isFall(values) ? "wrong" : "student",
        size: 5.5,
        x: [here],
        y: [values[here] ?? null],
      },
    ],
    table: {
      columns: [
        words("at", "位置"),
        words("your logLikelihood", "自分の logLikelihood"),
        words("the bound", "下限"),
      ],
      rows: [
        ["θ", cell(values[0] ?? undefined), cell(ends[0] ?? undefined)],
        ["θ′", cell(values[1] ?? undefined), cell(ends[1] ?? undefined)],
      ],
    },
  };
}

/** All of the curves, but no more of them than what matters is high, above and below: a bound may fall without end. */
function around(matters: Numbers, curves: Numbers): readonly [number, number] {
  const [low, high] = extent(matters, [-5, -2]);
  const [lowest, highest] = extent([...curves, ...matters], [low, high]);
  const height = Math.max(high - low, 1e-4);
  return [Math.max(lowest, low - height) - 0.1 * height, Math.min(highest, high + height) + 0.1 * height];
}

/** The likelihoods before and after, if there is room for both: ticks at round numbers would be too long here. */
function ticksAt([before, after]: Numbers, [low, high]: readonly [number, number]): readonly Tick[] {
  const ticks = [after, before].flatMap((value) =>
    value == null || !Number.isFinite(value) ? [] : [{ at: value, text: short(value, 3) }],
  );
  const [first, second] = ticks;
  if (first === undefined || second === undefined) return ticks;
  const apart = Math.abs(first.at - second.at) > 0.07 * (high - low) && first.text !== second.text;
  return apart ? ticks : [first];
}

/** How far the bound lies below the log-likelihood, written beside it. */
function gapAt(place: number, value: number | null | undefined, bound: number | null | undefined): Mark[] {
  if (value == null || bound == null) return [];
  const gap = value - bound;
  const printed = gap > 1e-9 && gap < 1e-4 ? "< 0.0001" : short(Math.abs(gap) <= 1e-9 ? 0 : gap, 2);
  return [
    {
      mark: "texts",
      ink: "accent",
      x: [place],
      y: [bound],
      texts: [words(`gap ${printed}`, `差 ${printed}`)],
      anchor: "start",
      shift: [8, 16],
    },
  ];
}

function isFall([before, after]: readonly (number | null)[]): boolean {
  return before != null && after != null && after < before - ROUNDING;
}
