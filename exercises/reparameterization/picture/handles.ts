import type { HandleMark } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { ranges, sigmaOf, type State } from "./state.ts";

/** On q's curve: its top moves mu, the diamond one deviation to the right moves sigma. */
export function handles(state: State, height: (z: number) => number): HandleMark[] {
  const { mu, logVar } = state;
  const sigma = sigmaOf(state);
  return [
    {
      mark: "handle",
      id: "mu",
      x: mu,
      y: height(mu),
      moves: "x",
      step: 0.05,
      range: { x: ranges.mu },
      ink: "accent",
      label: words("mean mu", "平均 mu"),
      value: words(`mu = ${short(mu)}`, `mu = ${short(mu)}`),
    },
    {
      mark: "handle",
      id: "sigma",
      x: mu + sigma,
      y: height(mu + sigma),
      moves: "x",
      step: 0.05,
      range: { x: ranges.z },
      shape: "diamond",
      ink: "accent",
      label: words("deviation sigma", "標準偏差 sigma"),
      value: words(
        `sigma = ${short(sigma)}, logVar = ${short(logVar)}`,
        `sigma = ${short(sigma)}、logVar = ${short(logVar)}`,
      ),
    },
  ];
}
