import type { HandleMark, Mark, Panel, Shown } from "#sdk/picture.ts";
import { cell, extent, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { alongChosen, errorOf, type Derivative, type Functions } from "./graphCalls.ts";
import { weightRange, type GraphState } from "./graphState.ts";
import { decimals, nameOf, valueAt } from "./net.ts";

type Drawing = Shown<typeof Starter, GraphState>;

/** Every derivative over its finite difference: on the diagonal they agree, and a wrong factor is another slope. */
export function agreementPanel(shown: Drawing, derivatives: readonly Derivative[]): Panel {
  const all = derivatives.flatMap(({ own, difference, right }) => [own, difference ?? right]);
  const [low, high] = extent([...all, 0.1, -0.1]);
  const margin = 0.08 * (high - low);
  const domain = [low - margin, high + margin] as const;
  return {
    id: "agreement",
    title: words("Your derivatives over the finite differences", "差分による値（横）と自分の微分（縦）"),
    note: words(
      "One point for each weight and bias. On the line the two agree.",
      "1 つの点が 1 つの重みまたはバイアスである。直線上の点では両者が一致している。",
    ),
    columns: 5,
    aspect: 1.35,
    x: { domain, label: words("finite difference of your E", "自分の E の差分"), ticks: 5 },
    y: { domain, label: words("dE/dw", "dE/dw"), ticks: 5 },
    marks: [
      { mark: "line", ink: "muted", width: 1.5, x: domain, y: domain },
      { mark: "rule", y: 0, stroke: "dotted" },
      ...agreementPoints(shown, derivatives),
    ],
    table: derivativeTable(derivatives),
  };
}

function agreementPoints({ state, misconception }: Drawing, derivatives: readonly Derivative[]): Mark[] {
  const slips = misconception.get("backward", "")?.gradients;
  const x = derivatives.map(({ difference, right }) => difference ?? right ?? NaN);
  const [own, right] = [derivatives.map((one) => one.own ?? NaN), derivatives.map((one) => one.right ?? NaN)];
  const slip = derivatives.map(({ place }) => valueAt(slips, place) ?? NaN);
  const inks = derivatives.map(({ agrees }) => (agrees === false ? "wrong" : "student"));
  const looked = derivatives[state.chosen];
  return [
    { mark: "points", ink: "reference", shape: "ring", size: 6, x, y: right },
    { mark: "points", ink: "misconception", shape: "diamond", size: 5, x, y: slip },
    // without numbers of the student's there is no mark: their last ones stay as ghosts
    ...(own.every(Number.isNaN)
      ? []
      : [{ mark: "points", ink: "student", size: 3.5, inks, x, y: own } as const]),
    {
      mark: "points",
      ink: "accent",
      shape: "ring",
      size: 9,
      x: [x[state.chosen] ?? NaN],
      y: [looked?.own ?? looked?.right ?? NaN],
    },
  ];
}

function derivativeTable(derivatives: readonly Derivative[]): Panel["table"] & object {
  return {
    columns: [
      words("parameter", "パラメータ"),
      words("value", "値"),
      words("yours", "自分の微分"),
      words("by differences", "差分による値"),
      words("right", "正しい値"),
      words("yours / by differences", "自分の微分 / 差分"),
    ],
    rows: derivatives.map(({ place, value, own, difference, right }) => [
      nameOf(place),
      ...[value, own, difference, right].map(cell),
      own === undefined || difference === undefined || difference === 0 ? "–" : cell(own / difference),
    ]),
  };
}

/** E along the chosen parameter, and on it the line that each one's derivative says it follows. */
export function tangentPanel(shown: Drawing, derivatives: readonly Derivative[]): Panel {
  const { state, student, reference } = shown;
  const looked = derivatives[state.chosen];
  const name = looked === undefined ? "" : nameOf(looked.place);
  const [own, right] = [along(student, state), along(reference, state)];
  const [low, high] = extent([...own, ...right]);
  const height = high - low + 0.08;
  return {
    id: "tangent",
    title: words(
      `E along ${name}, and your derivative as its slope`,
      `${name} に沿った E と、自分の微分を傾きとする直線`,
    ),
    note: words(
      "Drag the diamond to change the parameter. A right derivative touches the curve.",
      "ひし形をドラッグするとパラメータが変わる。正しい微分なら直線は曲線に接する。",
    ),
    columns: 5,
    aspect: 1.35,
    x: { domain: weightRange, label: words(name, name), ticks: 7 },
    y: { domain: [low - 0.25 * height, high + 0.15 * height], label: words("E", "E"), ticks: 5 },
    marks: [
      curve("reference", right),
      ...(own.every(Number.isNaN) ? [] : [curve("student", own)]),
      ...(looked === undefined ? [] : tangents(shown, looked, (low + high) / 2)),
    ],
    table: {
      columns: [words(name, name), words("your E", "自分の E"), words("right E", "正しい E")],
      rows: alongChosen.map((value, index) => [value, cell(own[index]), cell(right[index])]),
    },
  };
}

/** The lines through the present place, and the handle there; without an error it lies at `otherwise`. */
function tangents(
  { state, student, reference, misconception }: Drawing,
  { place, value, own, right }: Derivative,
  otherwise: number,
): Mark[] {
  const rightError = errorOf(reference, "", state.D);
  const error = errorOf(student, "", state.D) ?? rightError;
  const slip = valueAt(misconception.get("backward", "")?.gradients, place);
  const name = nameOf(place);
  const handle: HandleMark = {
    mark: "handle",
    id: "weight",
    x: value,
    y: error !== undefined && Number.isFinite(error) ? error : otherwise,
    moves: "x",
    step: 0.05,
    range: { x: weightRange },
    ink: "accent",
    shape: "diamond",
    label: words(name, name),
    value: words(`${name} = ${decimals(value)}`, `${name} = ${decimals(value)}`),
  };
  return [
    ...touching("misconception", value, error, slip),
    ...touching("reference", value, rightError, right),
    ...touching("student", value, error, own),
    handle,
  ];
}

function along(functions: Functions, { D }: GraphState): number[] {
  return alongChosen.map((_, index) => errorOf(functions, `along ${index}`, D) ?? NaN);
}

function curve(ink: "student" | "reference", y: readonly number[]): Mark {
  return { mark: "line", ink, faint: true, curve: "smooth", width: 2.5, x: alongChosen, y };
}

function touching(
  ink: "student" | "reference" | "misconception",
  x: number,
  y: number | undefined,
  slope: number | undefined,
): Mark[] {
  if (y === undefined || slope === undefined) return [];
  const half = 0.9;
  const ends = { x: [x - half, x + half], y: [y - half * slope, y + half * slope] };
  return [{ mark: "line", ink, width: ink === "student" ? 3 : 2, ...ends }];
}
