import type { HandleMark, Mark, Panel, Shown } from "#sdk/picture.ts";
import { cell, extent, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { alongChosen, errorOf, type Derivative, type Functions } from "./graphCalls.ts";
import { weightRange, type GraphState } from "./graphState.ts";
import { decimals, nameOf, valueAt } from "./net.ts";

type Drawing = Shown<typeof Starter, GraphState>;

/** Every derivative over its finite difference: on the diagonal they agree, and a wrong factor is another slope. */
export function agreementPanel({ state, misconception }: Drawing, derivatives: readonly Derivative[]): Panel {
  const slips = misconception.get("backward", "")?.gradients;
  const differences = derivatives.map(({ difference, right }) => difference ?? right ?? NaN);
  const [low, high] = extent([...differences, ...derivatives.map(({ own }) => own), 0.1, -0.1]);
  const margin = 0.08 * (high - low);
  const domain = [low - margin, high + margin] as const;
  const own = derivatives.map((one) => one.own ?? NaN);
  const looked = derivatives[state.chosen];
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
      {
        mark: "points",
        ink: "reference",
        shape: "ring",
        size: 6,
        x: differences,
        y: derivatives.map(({ right }) => right ?? NaN),
      },
      {
        mark: "points",
        ink: "misconception",
        shape: "diamond",
        size: 5,
        x: differences,
        y: derivatives.map(({ place }) => valueAt(slips, place) ?? NaN),
      },
      ...(derivatives.some((one) => one.own !== undefined)
        ? [
            {
              mark: "points",
              ink: "student",
              size: 3.5,
              inks: derivatives.map(({ agrees }) => (agrees === false ? "wrong" : "student")),
              x: differences,
              y: own,
            } as const,
          ]
        : []),
      {
        mark: "points",
        ink: "accent",
        shape: "ring",
        size: 9,
        x: [differences[state.chosen] ?? NaN],
        y: [looked?.own ?? looked?.right ?? NaN],
      },
    ],
    table: derivativeTable(derivatives),
  };
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

const players = ["misconception", "reference", "student"] as const;

/** E along the chosen parameter, and on it the line that each one's derivative says it follows. */
export function tangentPanel(shown: Drawing, derivatives: readonly Derivative[]): Panel {
  const { state, student, reference, misconception } = shown;
  const looked = derivatives[state.chosen];
  const name = looked === undefined ? "" : nameOf(looked.place);
  const at = looked?.value ?? 0;
  const [own, right] = [student, reference].map((functions) => along(functions, state)) as [
    number[],
    number[],
  ];
  const here = { student: errorOf(student, "", state.D), reference: errorOf(reference, "", state.D) };
  const slopes = {
    student: looked?.own,
    reference: looked?.right,
    misconception: looked && valueAt(misconception.get("backward", "")?.gradients, looked.place),
  };
  const [low, high] = extent([...own, ...right]);
  const base = here.student ?? here.reference ?? NaN;
  const handle: HandleMark = {
    mark: "handle",
    id: "weight",
    x: at,
    y: Number.isFinite(base) ? base : (low + high) / 2,
    moves: "x",
    step: 0.05,
    range: { x: weightRange },
    ink: "accent",
    shape: "diamond",
    label: words(name, name),
    value: words(`${name} = ${decimals(at)}`, `${name} = ${decimals(at)}`),
  };
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
    y: {
      domain: [low - 0.25 * (high - low) - 0.02, high + 0.15 * (high - low) + 0.02],
      label: words("E", "E"),
      ticks: 5,
    },
    marks: [
      curve("reference", right),
      ...(own.some(Number.isFinite) ? [curve("student", own)] : []),
      ...players.flatMap((player) =>
        slopes[player] === undefined
          ? []
          : [touching(player, at, player === "reference" ? (here.reference ?? NaN) : base, slopes[player])],
      ),
      handle,
    ],
    table: {
      columns: [words(name, name), words("your E", "自分の E"), words("right E", "正しい E")],
      rows: alongChosen.map((value, index) => [value, cell(own[index]), cell(right[index])]),
    },
  };
}

function along(functions: Functions, { D }: GraphState): number[] {
  return alongChosen.map((_, index) => errorOf(functions, `along ${index}`, D) ?? NaN);
}

function curve(ink: "student" | "reference", y: readonly number[]): Mark {
  return { mark: "line", ink, faint: true, curve: "smooth", width: 2.5, x: alongChosen, y };
}

function touching(ink: (typeof players)[number], x: number, y: number, slope: number): Mark {
  const half = 0.9;
  return {
    mark: "line",
    ink,
    width: ink === "student" ? 3 : 2,
    x: [x - half, x + half],
    y: [y - half * slope, y + half * slope],
  };
}
