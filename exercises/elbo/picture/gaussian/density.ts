import type { Panel } from "#sdk/picture.ts";
import { short, steps, words } from "#sdk/plot.ts";
import { muName, logVarName } from "../latents.ts";
import { type GaussianState, muRange, logVarRange, peakOf, placeName } from "./state.ts";
import type { Drawing } from "../players.ts";

const grid = steps(-4.5, 4.5, 121);

/** One dimension of q over the prior; its top is a handle for mean and spread at once. */
export function density({ state }: Drawing<GaussianState>, dimension: number): Panel {
  const [mu, logVar] = [state.mu[dimension] ?? 0, state.logVar[dimension] ?? 0];
  const of = (mean: number, spread: number): number[] =>
    grid.map((z) => peakOf(spread) * Math.exp(-((z - mean) ** 2) / (2 * Math.exp(spread))));
  const number = dimension + 1;
  return {
    id: `density${dimension}`,
    title: words(`Dimension ${number}: q and the prior`, `第 ${number} 次元: q と事前分布`),
    note: words(
      `${muName(dimension)} = ${short(mu)}, ${logVarName(dimension)} = ${short(logVar)}. Drag the top: sideways the mean, up and down the spread.`,
      `${muName(dimension)} = ${short(mu)}、${logVarName(dimension)} = ${short(logVar)}。頂点を左右に動かすと平均が、上下に動かすと広がりが変わる。`,
    ),
    columns: 6,
    aspect: 2.3,
    x: { domain: [-4.5, 4.5], label: words(`z${"₁₂".charAt(dimension)}`, `z${"₁₂".charAt(dimension)}`) },
    y: { domain: [0, 1.2], ticks: "none" },
    marks: [
      { mark: "area", ink: "muted", x: grid, y0: grid.map(() => 0), y1: of(0, 0) },
      { mark: "line", ink: "muted", width: 1.5, x: grid, y: of(0, 0) },
      { mark: "area", ink: "accent", x: grid, y0: grid.map(() => 0), y1: of(mu, logVar) },
      { mark: "line", ink: "accent", width: 2.4, x: grid, y: of(mu, logVar) },
      {
        mark: "handle",
        id: `peak${dimension}`,
        x: mu,
        y: peakOf(logVar),
        moves: "xy",
        step: 0.05,
        range: { x: muRange, y: [peakOf(logVarRange[1]), peakOf(logVarRange[0])] },
        ink: "accent",
        label: words(`the top of q in dimension ${number}`, `第 ${number} 次元の q の頂点`),
        value: placeName(mu, logVar),
      },
    ],
  };
}
