import type { HandleMark, Localized, Mark, Panel, Scene } from "#sdk/picture.ts";
import { centres, extent, short, words } from "#sdk/plot.ts";
import { estimators, type Estimator } from "./estimators.ts";
import { expected, landscapeOf, roughly } from "./landscape.ts";
import { ask, keys, tabled, thin, type Call, type Drawing } from "./players.ts";
import { ranges, type State } from "./state.ts";
import { mapRanges, noiseOf, standing, stepped, STEPS, type Walker } from "./walk.ts";

const [COLUMNS, ROWS] = [40, 30];

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
      {
        ink: "muted",
        mark: "area",
        text: words("E[f], lowest where the map is like the page", "E[f]（地の色に近いほど小さい）"),
      },
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

/** How high E[f] is over mu and logVar, row by row from the smallest logVar; in logarithms, so that valleys are seen too. */
function mapOf(state: State): number[] {
  const f = landscapeOf(state);
  const values = centres(...mapRanges.logVar, ROWS).flatMap((logVar) =>
    centres(...mapRanges.mu, COLUMNS).map((mu) => roughly(f, { mu, logVar })),
  );
  const [low] = extent(values);
  return values.map((value) => Number(Math.log(value - low + 0.3).toFixed(2)));
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
        domain: [low, high + 0.5],
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

/** How high each walker stands, step by step. */
function heights(shown: Drawing): Panel {
  const { state } = shown;
  const f = landscapeOf(state);
  const curves = estimators.map(({ name, title }) => ({
    title,
    heights: state.descent.trails.student[name].map((place) => thin(roughly(f, place))),
  }));
  const [low, high] = extent(curves.flatMap(({ heights: own }) => own));
  return {
    id: "heights",
    title: words("E[f] where you stand", "いる場所での E[f]"),
    columns: 12,
    aspect: 3.8,
    x: {
      domain: [0, 1.4 * STEPS],
      label: words("step", "歩"),
      ticks: [0, 20, 40, 60, 80, 100, 120].map((at) => ({ at, text: String(at) })),
    },
    y: { domain: [low - 0.15 * (high - low + 1), high + 0.25 * (high - low + 1)], ticks: 4 },
    marks: [
      ...curves.map(({ heights: own }): Mark => ({
        mark: "line",
        ink: "student",
        width: 2.2,
        x: own.map((_, step) => step),
        y: own,
      })),
      ...labels(curves, 0.13 * (high - low + 0.5)),
    ],
    table: {
      columns: [words("step", "歩"), ...estimators.map(({ title }) => title)],
      rows: Array.from({ length: state.descent.step + 1 }, (_, step) => [
        step,
        ...curves.map(({ heights: own }) => tabled(own[step] ?? undefined)),
      ]),
    },
  };
}

/** Each curve's name behind its end, pushed apart where the ends are close. */
function labels(
  curves: readonly { readonly title: Localized; readonly heights: readonly (number | null)[] }[],
  gap: number,
): Mark[] {
  const sorted = curves.toSorted((a, b) => (a.heights.at(-1) ?? 0) - (b.heights.at(-1) ?? 0));
  let floor = -Infinity;
  return sorted.map(({ title, heights: own }) => {
    floor = Math.max(floor + gap, own.at(-1) ?? 0);
    return {
      mark: "texts",
      ink: "student",
      x: [own.length - 1],
      y: [floor],
      texts: [title],
      anchor: "start",
      shift: [8, 0],
      size: "small",
    };
  });
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
