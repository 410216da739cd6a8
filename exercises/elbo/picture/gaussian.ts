import type { Control, Scene } from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import { dimensions, muName, logVarName } from "./latents.ts";
import { derivatives, derivativeNames, derivativesOf } from "./derivatives.ts";
import { type GaussianState, muRange, logVarRange, change } from "./gaussian/state.ts";
import { density } from "./gaussian/density.ts";
import { onSurface, onField, map } from "./gaussian/map.ts";
import { divergences } from "./gaussian/divergences.ts";
import { ask, judged, keys, type Drawing, type Functions, type View } from "./players.ts";

export const gaussian: View<GaussianState> = {
  start: { mu: [1.4, -0.6], logVar: [-1.3, 1.2] },
  change,
  controls: (state) => [
    ...dimensions.flatMap((dimension) => sliders(state, dimension)),
    { control: "button", id: "prior", label: words("q = prior", "q を事前分布にする") },
  ],
  calls: ({ mu, logVar }) => [
    ask("klTerm", "", [mu, logVar]),
    ...dimensions.map((j) => ask("klTerm", `${j}`, [[mu[j] ?? NaN], [logVar[j] ?? NaN]])),
    ...onSurface((id, [m, v]) => ask("klTerm", id, [[m], [v]])),
    ask("negElboGradient", "", [[[1]], [[0]], [mu], [logVar]]),
    ...onField((id, [m, v]) => ask("negElboGradient", id, [[[1]], [[0]], [[m]], [[v]]])),
  ],
  scene: (shown) => ({
    panels: [
      ...dimensions.map((dimension) => density(shown, dimension)),
      map(shown),
      divergences(shown),
      derivatives(shown, 0, {
        title: words("negElboGradient by mu and logVar", "mu と logVar による negElboGradient"),
        columns: 12,
        aspect: 3.6,
      }),
    ],
    keys: [
      { ink: "accent", mark: "line", text: words("q(z | x), yours to move", "自由に動かせる q(z | x)") },
      { ink: "muted", mark: "area", text: words("prior N(0, 1)", "事前分布 N(0, 1)") },
      keys.student,
      keys.reference,
      keys.misconception,
    ],
    says: sentences(shown),
  }),
};

function sliders({ mu, logVar }: GaussianState, dimension: number): Control[] {
  const [mean, spread] = [mu[dimension] ?? 0, logVar[dimension] ?? 0];
  const [mName, vName] = [muName(dimension), logVarName(dimension)];
  // as long as each other: what stands beside does not move along
  const [m, v, sigma] = [mean, spread, Math.exp(spread / 2)].map((value) => value.toFixed(2));
  return [
    {
      control: "slider",
      id: `mu${dimension}`,
      label: words(mName, mName),
      min: muRange[0],
      max: muRange[1],
      step: 0.05,
      value: mean,
      text: words(`${m}`, `${m}`),
    },
    {
      control: "slider",
      id: `logVar${dimension}`,
      label: words(vName, vName),
      min: logVarRange[0],
      max: logVarRange[1],
      step: 0.05,
      value: spread,
      text: words(`${v} (sigma ${sigma})`, `${v}（sigma ${sigma}）`),
    },
  ];
}

function sentences({ student, reference }: Drawing<GaussianState>): Scene["says"] {
  const termsOf = (functions: Functions) => ["0", "1", ""].map((id) => functions.get("klTerm", id));
  const [own, right] = [termsOf(student), termsOf(reference)];
  const [slope, rightSlope] = [derivativesOf(student), derivativesOf(reference)];
  const terms = ([first, second, both]: typeof own): string =>
    `${short(first)}, ${short(second)} (1 + 2: ${short(both)})`;
  const printed = (values: typeof own): string => values.map((value) => short(value)).join(", ");
  const names = derivativeNames.join(", ");
  return [
    judged({
      right: words(
        `klTerm by dimension, right: ${terms(right)} nats.`,
        `次元ごとの klTerm の正しい値: ${terms(right)} ナット。`,
      ),
      own,
      theirs: right,
      said: terms(own),
    }),
    judged({
      right: words(
        `negElboGradient by ${names}, right: ${printed(rightSlope)}.`,
        `${names} による negElboGradient の正しい値: ${printed(rightSlope)}。`,
      ),
      own: slope,
      theirs: rightSlope,
      said: printed(slope),
    }),
  ];
}
