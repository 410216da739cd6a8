import type { Mark, Panel, Scene } from "#sdk/picture.ts";
import { clamp, short, steps, words } from "#sdk/plot.ts";
import { createRng } from "#sdk/random.ts";
import { estimators, type Estimator } from "./estimators.ts";
import { handles } from "./handles.ts";
import { landscapeOf, normal, overNoise, trueGradient } from "./landscape.ts";
import {
  ask,
  average,
  judged,
  keys,
  names,
  players,
  spread,
  tabled,
  thin,
  type Call,
  type Drawing,
  type Functions,
} from "./players.ts";
import { MOST_ESTIMATES, ranges, sigmaOf, type State } from "./state.ts";

const BINS = 36;

export function estimateCalls(state: State): Call[] {
  const { mu, logVar, draws, estimates } = state;
  const f = landscapeOf(state);
  const sigma = sigmaOf(state);
  const digits = (value: number): number => Number(value.toPrecision(6));
  return noiseOf(draws)
    .slice(0, estimates)
    .flatMap((eps, index): Call[] => {
      const z = eps.map(([noise = NaN]) => mu + sigma * noise);
      const slope = z.map((one) => [digits(f.slope(one))]);
      const value = z.map((one) => digits(f.at(one)));
      return [
        ask("pathwiseGradient", `${index}`, [[logVar], eps, slope]),
        ask("scoreGradient", `${index}`, [[logVar], eps, value]),
        ask("scoreGradientWithBaseline", `${index}`, [[logVar], eps, value]),
      ];
    });
}

/** The same noise for all three, and every time: what changes is what is done with it. */
function noiseOf(draws: number): number[][][] {
  const rng = createRng("estimates");
  const all = rng.matrix(MOST_ESTIMATES * draws, 1, () => Number(rng.normal().toFixed(3)));
  return Array.from({ length: MOST_ESTIMATES }, (_, index) => all.slice(index * draws, (index + 1) * draws));
}

/** Played, more and more estimates are made. */
export function moreEstimates(state: State): State | null {
  if (state.estimates >= MOST_ESTIMATES) return null;
  return { ...state, estimates: Math.min(MOST_ESTIMATES, state.estimates + 2) };
}

export function estimateScene(shown: Drawing): Scene {
  const { estimates, draws, by } = shown.state;
  const truth = truthOf(shown.state);
  const half = reachOf(shown.state);
  return {
    panels: [
      overview(shown),
      ...estimators.flatMap(({ name }) => [
        histogram(shown, name, { truth, half }),
        running(shown, name, { truth, half }),
      ]),
    ],
    keys: [
      keys.student,
      keys.reference,
      keys.misconception,
      { ink: "data", mark: "line", text: words("f, and its true derivative", "f と、真の微分") },
      { ink: "student", mark: "diamond", text: words("mean of your estimates", "自分の推定値の平均") },
      { ink: "accent", mark: "line", text: words("q, yours to move", "自由に動かせる q") },
    ],
    says: sentences(shown, truth),
    progress: {
      value: estimates,
      of: MOST_ESTIMATES,
      text: words(
        `${estimates} estimates by ${by}, of ${draws} draws each`,
        `${by} による推定 ${estimates} 回（サンプルは ${draws} 個ずつ）`,
      ),
      stepMs: 66,
    },
  };
}

function truthOf(state: State): number {
  return trueGradient(landscapeOf(state), state)[state.by];
}

/** As far to either side as nearly all of the widest estimates reach. */
function reachOf(state: State): number {
  const f = landscapeOf(state);
  const sigma = sigmaOf(state);
  const size = Math.sqrt(
    overNoise((eps) => {
      const noise = state.by === "mu" ? eps / sigma : (eps * eps - 1) / 2;
      return (f.at(state.mu + sigma * eps) * noise) ** 2;
    }),
  );
  return Math.max(1, (3 * size) / Math.sqrt(state.draws));
}

function estimatesOf(functions: Functions, name: Estimator, { by, estimates }: State): number[] {
  return Array.from({ length: estimates }, (_, index) => functions.get(name, `${index}`)?.[by][0]).filter(
    (one): one is number => one !== undefined && Number.isFinite(one),
  );
}

interface Range {
  readonly truth: number;
  readonly half: number;
}

function histogram(shown: Drawing, name: Estimator, range: Range): Panel {
  const { state } = shown;
  const { truth, half } = range;
  const counts = (functions: Functions) => countsOf(estimatesOf(functions, name, state), range);
  const most = Math.max(4, ...players.flatMap((player) => counts(shown[player])));
  const own = estimatesOf(shown.student, name, state);
  const title = estimators.find((one) => one.name === name)?.title ?? words(name, name);
  const width = own.length === 0 ? "–" : short(spread(own));
  return {
    id: name,
    title: words(`${title.en}: spread ${width}`, `${title.ja}: ばらつき ${width}`),
    columns: 7,
    aspect: 3.9,
    x: { domain: [truth - half, truth + half], ticks: 7 },
    y: { domain: [0, 1.15 * most], ticks: 3 },
    marks: [
      ...players.flatMap((player) => bars(player, counts(shown[player]), range)),
      ...beyond(own, range, 0.6 * most),
      { mark: "rule", ink: "data", x: thin(truth), stroke: "solid" },
      ...(own.length === 0
        ? []
        : [
            {
              mark: "points",
              ink: "student",
              shape: "diamond",
              size: 5.5,
              x: [thin(clamp(average(own), truth - half, truth + half))],
              y: [1.08 * most],
            } as const,
          ]),
    ],
    table: {
      columns: [
        words("whose", "誰の"),
        words("mean of the estimates", "推定値の平均"),
        words("their spread", "ばらつき"),
        words("true derivative", "真の微分"),
      ],
      rows: players.flatMap((player) => {
        const values = estimatesOf(shown[player], name, state);
        if (values.length === 0) return [];
        return [[names[player], tabled(average(values)), tabled(spread(values)), tabled(truth)]];
      }),
    },
  };
}

/** How many estimates fall into each bin; those beyond the panel are told apart. */
function countsOf(values: readonly number[], { truth, half }: Range): number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const value of values) {
    const bin = Math.floor(((value - truth + half) / (2 * half)) * BINS);
    if (bin >= 0 && bin < BINS) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** How many of the student's estimates lie beyond the panel's ends. */
function beyond(own: readonly number[], { truth, half }: Range, y: number): Mark[] {
  const left = own.filter((value) => value < truth - half).length;
  const right = own.filter((value) => value >= truth + half).length;
  const text = (x: number, anchor: "start" | "end", one: string): Mark => ({
    mark: "texts",
    ink: "student",
    x: [x],
    y: [y],
    texts: [one],
    anchor,
    shift: [anchor === "start" ? 4 : -4, 0],
    size: "small",
  });
  return [
    ...(left > 0 ? [text(truth - half, "start", `← ${left}`)] : []),
    ...(right > 0 ? [text(truth + half, "end", `${right} →`)] : []),
  ];
}

/** Filled for the student; of others the outline. */
function bars(player: (typeof players)[number], counts: readonly number[], { truth, half }: Range): Mark[] {
  if (counts.every((count) => count === 0)) return [];
  const at = (bin: number): number | null => thin(truth - half + (2 * half * bin) / BINS);
  const edges = counts.flatMap((_, bin) => [at(bin), at(bin + 1)]);
  const tops = counts.flatMap((count) => [count, count]);
  if (player !== "student") return [{ mark: "line", ink: player, width: 1.6, x: edges, y: tops }];
  return [
    {
      mark: "rects",
      ink: player,
      x0: counts.map((_, bin) => at(bin)),
      x1: counts.map((_, bin) => at(bin + 1)),
      y0: counts.map(() => 0),
      y1: counts,
    },
  ];
}

/** The mean of the estimates so far: how soon it can be believed. */
function running(shown: Drawing, name: Estimator, { truth, half }: Range): Panel {
  const { state } = shown;
  const x = steps(1, MOST_ESTIMATES, MOST_ESTIMATES);
  return {
    id: `${name}-mean`,
    title: words("mean of the estimates so far", "それまでの推定値の平均"),
    columns: 5,
    aspect: 3.9 * (5 / 7),
    x: { domain: [1, MOST_ESTIMATES], ticks: 4 },
    y: { domain: [truth - half / 2, truth + half / 2], ticks: 3 },
    marks: [
      { mark: "rule", ink: "data", y: thin(truth), stroke: "solid" },
      ...players.map((player): Mark => {
        const means = runningMeans(estimatesOf(shown[player], name, state));
        return {
          mark: "line",
          ink: player,
          width: player === "student" ? 2.4 : 1.6,
          x: x.slice(0, means.length),
          y: means,
        };
      }),
    ],
  };
}

function runningMeans(values: readonly number[]): (number | null)[] {
  let mean = 0;
  return values.map((value, index) => {
    mean += (value - mean) / (index + 1);
    return thin(mean);
  });
}

/** f and q over the same z. */
function overview({ state }: Drawing): Panel {
  const f = landscapeOf(state);
  const x = steps(...ranges.z, 121);
  const sigma = sigmaOf(state);
  const floor = state.offset - 1;
  const height = (z: number): number => floor + (3 * normal((z - state.mu) / sigma)) / sigma;
  return {
    id: "overview",
    press: "mu",
    title: words("f, and the q that its mean is taken over", "f と、平均をとる分布 q"),
    columns: 12,
    aspect: 4.8,
    x: { domain: ranges.z, ticks: 9 },
    y: { domain: [floor, floor + 7], ticks: 4 },
    marks: [
      {
        mark: "area",
        ink: "accent",
        faint: true,
        x,
        y0: x.map(() => floor),
        y1: x.map((z) => thin(height(z))),
      },
      { mark: "line", ink: "accent", x, y: x.map((z) => thin(height(z))), width: 1.6 },
      { mark: "line", ink: "data", x, y: x.map((z) => thin(f.at(z))), width: 2 },
      ...handles(state, height),
    ],
  };
}

function sentences(shown: Drawing, truth: number): Scene["says"] {
  const { state } = shown;
  const values = (functions: Functions): number[][] =>
    estimators.map(({ name }) => estimatesOf(functions, name, state));
  const meansOf = (functions: Functions) =>
    values(functions).map((one) => (one.length === 0 ? undefined : average(one)));
  const spreadsOf = (functions: Functions): string =>
    values(functions)
      .map((one) => (one.length === 0 ? "–" : short(spread(one))))
      .join(", ");
  const right = meansOf(shown.reference);
  const said = right.map((one) => short(one)).join(", ");
  return [
    words(
      `The true derivative by ${state.by} is ${short(truth)}.`,
      `${state.by} による真の微分は ${short(truth)} である。`,
    ),
    judged(
      words(
        `Means of the right estimates, pathwise, score, with baseline: ${said}.`,
        `正しい推定値の平均（経路微分、スコア、ベースライン付き）: ${said}。`,
      ),
      meansOf(shown.student),
      right,
    ),
    words(
      `Spreads of your estimates: ${spreadsOf(shown.student)}; right: ${spreadsOf(shown.reference)}.`,
      `自分の推定値のばらつき: ${spreadsOf(shown.student)}、正しい値: ${spreadsOf(shown.reference)}。`,
    ),
  ];
}
