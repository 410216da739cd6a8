import type { Panel } from "#sdk/picture.ts";
import { cell, words } from "#sdk/plot.ts";
import { dimensions, muName, logVarName } from "./latents.ts";
import { columnsOf, rangeOf } from "./columns.ts";
import { players, type Drawing, type Functions } from "./players.ts";

/** negElboGradient of one row by its mu and logVar, number by number. */
export function derivatives<State>(
  shown: Drawing<State>,
  row: number,
  shape: Pick<Panel, "title" | "note" | "columns" | "aspect">,
): Panel {
  const of = (functions: Functions) => derivativesOf(functions, row);
  const [own, right] = [of(shown.student), of(shown.reference)];
  const [low, high] = rangeOf(own, right, 0.3);
  return {
    id: "derivatives",
    ...shape,
    x: { domain: [0, 4], ticks: derivativeNames.map((text, index) => ({ at: index + 0.5, text })) },
    y: { domain: [Math.min(low, -0.3), high], label: words("derivative", "微分"), ticks: 4 },
    marks: [{ mark: "rule", y: 0 }, ...players.flatMap((player) => columnsOf(player, of(shown[player])))],
    table: {
      columns: [words("by", "変数"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: derivativeNames.map((name, index) => [name, cell(own[index]), cell(right[index])]),
    },
  };
}

export const derivativeNames = dimensions.flatMap((j) => [muName(j), logVarName(j)]);

export function derivativesOf(functions: Functions, row = 0): (number | undefined)[] {
  const gradient = functions.get("negElboGradient", "");
  return dimensions.flatMap((j) => [gradient?.mu[row]?.[j], gradient?.logVar[row]?.[j]]);
}
