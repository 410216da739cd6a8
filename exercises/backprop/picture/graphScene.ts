import type { Key, Scene, Shown } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { derivativesOf, errorOf, unitsOf, type Derivative, type Unit } from "./graphCalls.ts";
import { agreementPanel, tangentPanel } from "./graphChecks.ts";
import { netPanel } from "./graphPanel.ts";
import { lastStep, phaseOf, stepName, type GraphState } from "./graphState.ts";
import { decimals } from "./net.ts";

type Drawing = Shown<typeof Starter, GraphState>;

export function graphScene(shown: Drawing): Scene {
  const { state, student, reference } = shown;
  const derivatives = derivativesOf(state, student, reference);
  const units = unitsOf(state, student, reference);
  return {
    panels: [
      netPanel({ state, derivatives, units, error: errorOf(student, "", state.D) }),
      agreementPanel(shown, derivatives),
      tangentPanel(shown, derivatives),
    ],
    keys,
    says: [...errorWords(shown), ...stepWords(shown, units), ...agreementWords(derivatives)],
    progress: { value: state.step, of: lastStep, text: stepName(state.step), stepMs: 1500 },
  };
}

const keys: readonly Key[] = [
  { ink: "student", mark: "point", text: words("your functions", "自分の関数") },
  { ink: "wrong", mark: "line", text: words("not what the differences say", "差分と一致しない") },
  { ink: "reference", mark: "dashed", text: words("the right answer", "正しい答え") },
  { ink: "misconception", mark: "dotted", text: words("the slip that was named", "指摘された誤り") },
  { ink: "accent", mark: "ring", text: words("this step, and what is looked at", "この段階と、選んだもの") },
];

function errorWords({ state, student, reference }: Drawing): Scene["says"] {
  const [own, right] = [errorOf(student, "", state.D), errorOf(reference, "", state.D)];
  if (own === undefined && right === undefined) return [];
  if (own === undefined)
    return [
      words(
        `The right error of the batch is E = ${short(right)}.`,
        `バッチの正しい誤差は E = ${short(right)} である。`,
      ),
    ];
  return [
    words(
      `The error of the batch: yours E = ${short(own)}, right ${short(right)}.`,
      `バッチの誤差は、自分の値が E = ${short(own)}、正しい値が ${short(right)} である。`,
    ),
  ];
}

function stepWords({ state: { step, row, X }, student }: Drawing, units: readonly Unit[]): Scene["says"] {
  const { phase, layer } = phaseOf(step);
  const own = units.filter((unit) => unit.layer === layer);
  const list = (of: (unit: Unit) => number | undefined): string =>
    own.map((unit) => decimals(of(unit))).join(", ");
  switch (phase) {
    case "start":
      return [
        words(`Row ${row} of the batch lies at the inputs.`, `バッチの第 ${row} 行が入力に置かれている。`),
      ];
    case "forward":
      return [
        words(
          `forward, layer ${layer}, row ${row}: u = ${list(({ u }) => u)}; z = ${list(({ z }) => z)}.`,
          `forward、第 ${layer} 層、第 ${row} 行: u = ${list(({ u }) => u)}、z = ${list(({ z }) => z)}。`,
        ),
      ];
    case "outputDelta":
    case "hiddenDelta":
      return [
        words(
          `${phase}, layer ${layer}, row ${row}: delta = ${list(({ delta }) => delta)}; by differences ${list(({ difference }) => difference)}.`,
          `${phase}、第 ${layer} 層、第 ${row} 行: delta = ${list(({ delta }) => delta)}、差分では ${list(({ difference }) => difference)}。`,
        ),
      ];
    case "weightGradients":
      return [
        words(
          `weightGradients, layer ${layer}: means over the ${X.length} rows.`,
          `weightGradients、第 ${layer} 層: ${X.length} 行の平均である。`,
        ),
      ];
    case "backward":
      return student.get("backward", "") === undefined
        ? []
        : [words("The derivatives are those of backward.", "微分は backward が返したものである。")];
  }
}

/** How many agree, and the factor where all that are wrong are wrong by the same one. */
function agreementWords(derivatives: readonly Derivative[]): Scene["says"] {
  const judged = derivatives.filter(({ agrees }) => agrees !== null);
  if (judged.length === 0) return [];
  const wrong = judged.filter(({ agrees }) => agrees === false);
  const counted = words(
    `${judged.length - wrong.length} of ${judged.length} derivatives agree with the finite differences of your own E.`,
    `${judged.length} 個の微分のうち ${judged.length - wrong.length} 個が、自分の E の差分と一致する。`,
  );
  const factor = commonFactor(wrong);
  if (factor === null) return [counted];
  return [
    counted,
    words(
      `Those that do not are ${short(factor)} times the differences.`,
      `一致しない微分は、どれも差分の ${short(factor)} 倍である。`,
    ),
  ];
}

function commonFactor(wrong: readonly Derivative[]): number | null {
  const factors = wrong
    .filter(({ difference = 0 }) => Math.abs(difference) > 0.01)
    .map(({ own = NaN, difference = NaN }) => own / difference);
  const [first = NaN] = factors;
  return factors.length > 1 && factors.every((one) => Math.abs(one - first) < 0.02 * Math.abs(first))
    ? first
    : null;
}
