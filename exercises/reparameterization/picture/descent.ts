import type { HandleMark, Mark, Panel, Scene } from "#sdk/picture.ts";
import { centres, extent, short, words } from "#sdk/plot.ts";
import { estimators, type Estimator } from "./estimators.ts";
import { expected, landscapeOf, roughly } from "./landscape.ts";
import { ask, keys, tabled, thin, type Call, type Drawing } from "./players.ts";
import { ranges, type State } from "./state.ts";
import { mapRanges, noiseOf, standing, stepped, STEPS, type Walker } from "./walk.ts";

const [COLUMNS, ROWS] = [34, 25];

/** The next step's estimates, each made where this player's own walker stands. */
export function descentCalls(state: State, player: "student" | "reference" | "misconception"): Call[] {
  if (player === "misconception" || state.descent.step >= STEPS) return [];
  const f = landscapeOf(state);
  const eps = noiseOf(state.descent, state.draws);
  return estimators.flatMap(({ name }): Call[] => {
    const place = standing(state.descent, player, name);
    if (place === undefined) return [];
    const z = eps.map(([noise = NaN]) => place.mu + Math.exp(place.logVar / 2) * noise);
    return name === "pathwiseGradient"
      ? [ask(name, "step", [[place.logVar], eps, z.map((one) => [f.slope(one)])])]
      : [ask(name, "step", [[place.logVar], eps, z.map(f.at)])];
  });
}

/** Played, every walker takes one step against its own estimate. */
export function oneStep(shown: Drawing): State | null {
  const descent = stepped(shown.state.descent, (walker, name) => shown[walker].get(name, "step"));
  return descent === null ? null : { ...shown.state, descent };
}

export function descentScene(shown: Drawing): Scene {
  const { descent } = shown.state;
  const values = mapOf(shown.state);
  return {
    panels: [...estimators.map(({ name }) => map(shown, name, values)), heights(shown)],
    keys: [
      { ...keys.student, mark: "line" },
      keys.reference,
      { ink: "accent", mark: "ring", text: words("where the descents begin", "出発点") },
      { ink: "muted", mark: "area", text: words("E[f]: brighter is higher", "E[f]（明るいほど大きい）") },
    ],
    says: sentences(shown),
    progress: {
      value: descent.step,
      of: STEPS,
      text: words(`step ${descent.step} of ${STEPS}`, `${descent.step} / ${STEPS} 歩`),
      stepMs: 50,
    },
  };
}

/** E[f] over mu and logVar, row by row from the smallest logVar. */
function mapOf(state: State): number[] {
  const f = landscapeOf(state);
  return centres(...mapRanges.logVar, ROWS).flatMap((logVar) =>
    centres(...mapRanges.mu, COLUMNS).map((mu) => Number(roughly(f, { mu, logVar }).toPrecision(3))),
  );
}

function map(shown: Drawing, name: Estimator, values: readonly number[]): Panel {
  const { descent } = shown.state;
  const title = estimators.find((one) => one.name === name)?.title ?? words(name, name);
  const [low, high] = extent(values);
  const end = descent.trails.student[name].at(-1);
  return {
    id: name,
    press: "from",
    title,
    columns: 4,
    aspect: 1.05,
    x: { domain: mapRanges.mu, label: words("mu", "mu"), ticks: 5 },
    y: { domain: mapRanges.logVar, label: words("logVar", "logVar"), ticks: 5 },
    marks: [
      {
        mark: "heatmap",
        x0: mapRanges.mu[0],
        x1: mapRanges.mu[1],
        y0: mapRanges.logVar[0],
        y1: mapRanges.logVar[1],
        rows: ROWS,
        columns: COLUMNS,
        values,
        colours: "sequential",
        domain: [low, low + 0.6 * (high - low)],
      },
      trail(shown, "student", name),
      trail(shown, "reference", name),
      ...(end === undefined
        ? []
        : [{ mark: "points", ink: "student", size: 5, x: [end.mu], y: [end.logVar] } as const]),
      from(shown.state),
    ],
    table: {
      columns: [words("step", "歩"), words("mu", "mu"), words("logVar", "logVar")],
      rows: descent.trails.student[name].map(({ mu, logVar }, step) => [step, mu, logVar]),
    },
  };
}

function trail({ state: { descent } }: Drawing, walker: Walker, name: Estimator): Mark {
  const places = descent.trails[walker][name];
  return {
    mark: "line",
    ink: walker,
    width: walker === "student" ? 2.4 : 1.6,
    x: places.map(({ mu }) => mu),
    y: places.map(({ logVar }) => logVar),
  };
}

function from({ descent }: State): HandleMark {
  const { mu, logVar } = descent.from;
  return {
    mark: "handle",
    id: "from",
    x: mu,
    y: logVar,
    moves: "xy",
    step: 0.1,
    range: { x: ranges.mu, y: ranges.logVar },
    shape: "ring",
    ink: "accent",
    label: words("where the descents begin", "出発点"),
    value: words(
      `mu = ${short(mu)}, logVar = ${short(logVar)}`,
      `mu = ${short(mu)}、logVar = ${short(logVar)}`,
    ),
  };
}

const inks = {
  pathwiseGradient: "student",
  scoreGradient: "student",
  scoreGradientWithBaseline: "student",
} as const;

/** How high each walker stands, step by step. */
function heights(shown: Drawing): Panel {
  const { state } = shown;
  const f = landscapeOf(state);
  const along = (walker: Walker, name: Estimator): (number | null)[] =>
    state.descent.trails[walker][name].map((place) => thin(expected(f, place)));
  const [low, high] = extent(estimators.flatMap(({ name }) => along("student", name)));
  return {
    id: "heights",
    title: words("E[f] where you stand", "いる場所での E[f]"),
    columns: 12,
    aspect: 5,
    x: { domain: [0, STEPS], label: words("step", "歩"), ticks: 6 },
    y: { domain: [low - 0.2, high + 0.3], ticks: 4 },
    marks: estimators.flatMap(({ name, title }): Mark[] => {
      const own = along("student", name);
      return [
        { mark: "line", ink: inks[name], width: 2.2, x: own.map((_, step) => step), y: own },
        {
          mark: "texts",
          ink: "student",
          x: [own.length - 1],
          y: [own.at(-1) ?? null],
          texts: [title],
          anchor: "start",
          shift: [6, 0],
          size: "small",
        },
      ];
    }),
    table: {
      columns: [words("step", "歩"), ...estimators.map(({ title }) => title)],
      rows: Array.from({ length: state.descent.step + 1 }, (_, step) => [
        step,
        ...estimators.map(({ name }) => tabled(along("student", name)[step] ?? undefined)),
      ]),
    },
  };
}

function sentences({ state }: Drawing): Scene["says"] {
  const f = landscapeOf(state);
  const said = estimators
    .map(({ name }) => state.descent.trails.student[name].at(-1))
    .map((place) => short(place === undefined ? undefined : expected(f, place)));
  const begun = short(expected(f, state.descent.from));
  return [
    words(
      `After ${state.descent.step} steps against your estimates E[f] has gone from ${begun} to ${said.join(", ")} (pathwise, score, with baseline).`,
      `自分の推定値で ${state.descent.step} 歩下ると、E[f] は ${begun} から ${said.join("、")} になった（経路微分、スコア、ベースライン付きの順）。`,
    ),
  ];
}
