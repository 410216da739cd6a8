import type { Mark, Panel, Scene } from "#sdk/picture.ts";
import { extent, short, steps, words } from "#sdk/plot.ts";
import { handles } from "./handles.ts";
import { landscapeOf, normal, quantiles } from "./landscape.ts";
import {
  agree,
  ask,
  average,
  judged,
  keys,
  players,
  spread,
  tabled,
  thin,
  type Call,
  type Drawing,
  type Functions,
} from "./players.ts";
import { ranges, sigmaOf, type By, type State } from "./state.ts";

/** All of the noise, for the histogram of z; and the few draws that are followed on their way. */
const noise = quantiles(240);
const followed = noise.filter((_, index) => index % 10 === 4);

/** Where single draws are asked what they say, and how much each counts in a mean over all noise. */
const asked = steps(-4, 4, 33);
const share = asked.map((eps) => normal(eps) * 0.25);

/** Where the two lines lie, one above the other, and how high a density of 1 is drawn. */
const [EPS_LINE, Z_LINE, HEIGHT] = [1, 0, 0.75];
const BIN = 0.25;

export function pathCalls(state: State): Call[] {
  const { mu, logVar } = state;
  const f = landscapeOf(state);
  const z = (eps: number): number => mu + sigmaOf(state) * eps;
  return [
    ...noise.map((eps, index) => ask("sample", `${index}`, [[mu], [logVar], [eps]])),
    ...asked.flatMap((eps, index) => [
      ask("pathwiseGradient", `${index}`, [[logVar], [[eps]], [[f.slope(z(eps))]]]),
      ask("scoreGradient", `${index}`, [[logVar], [[eps]], [f.at(z(eps))]]),
    ]),
  ];
}

export function pathScene(shown: Drawing): Scene {
  const { way } = shown.state;
  return {
    panels: [flow(shown), says(shown, "mu"), surface(shown), says(shown, "logVar")],
    keys: [
      { ...keys.student, mark: "point" },
      { ink: "reference", mark: "ring", text: keys.reference.text },
      keys.misconception,
      {
        ink: "accent",
        mark: "line",
        text: words("N(0, 1) and q, yours to move", "N(0, 1) と、自由に動かせる q"),
      },
      { ink: "data", mark: "line", text: words("f and its slopes", "f とその傾き") },
    ],
    says: sentences(shown),
    progress: {
      value: Math.round(100 * way),
      of: 100,
      text: words(`${Math.round(100 * way)} % of the way`, `経路の ${Math.round(100 * way)} %`),
      stepMs: 40,
    },
  };
}

/** Played, the noise walks to where z is. */
export function further(state: State): State | null {
  return state.way >= 1 ? null : { ...state, way: Math.min(1, Number((state.way + 0.04).toFixed(2))) };
}

function drawn(functions: Functions): readonly (number | undefined)[] {
  return noise.map((_, index) => functions.get("sample", `${index}`)?.[0]);
}

function followedOf(functions: Functions): readonly (number | undefined)[] {
  return drawn(functions).filter((_, index) => index % 10 === 4);
}

function flow(shown: Drawing): Panel {
  const { state } = shown;
  const [own, right] = [followedOf(shown.student), followedOf(shown.reference)];
  return {
    id: "flow",
    press: "mu",
    title: words("Each draw of noise goes its own way to z", "雑音はそれぞれの経路をたどって z になる"),
    note: words(
      "Drag the round handle to move mu, the diamond to change sigma. The noise above stays as it is.",
      "丸いつまみを動かすと mu が、ひし形を動かすと sigma が変わる。上の雑音は変わらない。",
    ),
    columns: 7,
    aspect: 1.45,
    x: { domain: ranges.z, ticks: 9 },
    y: {
      domain: [-0.85, 1.36],
      ticks: [
        { at: Z_LINE, text: "z" },
        { at: EPS_LINE, text: "eps" },
      ],
    },
    marks: [
      ...densities(state),
      ...histogram(shown),
      { mark: "rule", y: EPS_LINE },
      { mark: "rule", y: Z_LINE },
      ...ways(shown),
      ...walkers(shown),
      ...handles(state, (z) => Z_LINE - HEIGHT * densityAt(state, z)),
    ],
    table: {
      columns: [words("eps", "eps"), words("z: yours", "z（自分）"), words("z: right", "z（正しい値）")],
      rows: followed.map((eps, index) => [eps, tabled(own[index]), tabled(right[index])]),
    },
  };
}

/** The noise's density stands on its line, that of q hangs from its own, clear of the ways between them. */
function densities(state: State): Mark[] {
  const x = steps(...ranges.z, 121);
  const q = x.map((z) => thin(Z_LINE - HEIGHT * densityAt(state, z)));
  const noisy = x.map((eps) => thin(EPS_LINE + HEIGHT * normal(eps)));
  return [
    { mark: "area", ink: "accent", faint: true, x, y0: x.map(() => EPS_LINE), y1: noisy },
    { mark: "line", ink: "accent", x, y: noisy, width: 1.2 },
    { mark: "line", ink: "accent", x, y: q, width: 1.6 },
  ];
}

function densityAt(state: State, z: number): number {
  const sigma = sigmaOf(state);
  return normal((z - state.mu) / sigma) / sigma;
}

/** How often the student's z falls into each bin; inside q's curve it has the same area. */
function histogram(shown: Drawing): Mark[] {
  const z = drawn(shown.student).filter((one) => one !== undefined);
  if (z.length === 0) return [];
  const left = steps(ranges.z[0], ranges.z[1] - BIN, Math.round((ranges.z[1] - ranges.z[0]) / BIN));
  const heights = left.map(
    (from) => z.filter((one) => one >= from && one < from + BIN).length / (noise.length * BIN),
  );
  return [
    {
      mark: "rects",
      ink: "student",
      faint: true,
      x0: left,
      x1: left.map((from) => from + BIN),
      y0: left.map(() => Z_LINE),
      y1: heights.map((height) => thin(Z_LINE - HEIGHT * height)),
    },
  ];
}

/** The whole way of each followed draw, and what of it lies behind it. */
function ways({ state: { way }, student }: Drawing): Mark[] {
  const z = followedOf(student).map((one) => one ?? NaN);
  const walked = (part: number): Mark => ({
    mark: "edges",
    ink: "student",
    faint: part === 1,
    x0: followed,
    y0: followed.map(() => EPS_LINE),
    x1: z.map((one, index) => thin(onTheWay(followed[index] ?? NaN, one, part))),
    y1: z.map(() => onTheWay(EPS_LINE, Z_LINE, part)),
  });
  return [walked(1), walked(way)];
}

function onTheWay(from: number, to: number, part: number): number {
  return from + part * (to - from);
}

/** Where the draws are now, in rings where they should be; a line leads from there to one that is astray. */
function walkers(shown: Drawing): Mark[] {
  const { way } = shown.state;
  const at = (functions: Functions) =>
    followedOf(functions).map((z, index) => thin(onTheWay(followed[index] ?? NaN, z ?? NaN, way)));
  const y = followed.map(() => onTheWay(EPS_LINE, Z_LINE, way));
  const [own, right, slip] = [at(shown.student), at(shown.reference), at(shown.misconception)];
  const astray = own.flatMap((x, index) => (agree(x ?? undefined, right[index] ?? undefined) ? [] : [index]));
  const of = (values: readonly (number | null)[]) => astray.map((index) => values[index] ?? null);
  return [
    { mark: "edges", ink: "wrong", x0: of(right), y0: of(y), x1: of(own), y1: of(y) },
    { mark: "points", ink: "student", x: own, y, size: 3.4 },
    { mark: "points", ink: "misconception", shape: "cross", x: slip, y, size: 3.4 },
    { mark: "points", ink: "reference", shape: "ring", x: right, y, size: 5.4 },
  ];
}

/** f over the same axis, and at each draw the slope that the pathwise estimate is given. */
function surface(shown: Drawing): Panel {
  const { state } = shown;
  const f = landscapeOf(state);
  const x = steps(...ranges.z, 121);
  const z = followedOf(shown.student).map((one) => one ?? NaN);
  const half = 0.28;
  return {
    id: "surface",
    title: words("f at the draws", "サンプルでの f"),
    note: words(
      "The points are your z. At each of them f has a value, for the score, and a slope, for the path.",
      "点は自分の z である。どの点でも、f にはスコアに使う値と、経路微分に使う傾きがある。",
    ),
    columns: 7,
    aspect: 2.5,
    x: { domain: ranges.z, ticks: 9 },
    y: { domain: [state.offset - 1, state.offset + 7], ticks: 4 },
    marks: [
      { mark: "line", ink: "data", x, y: x.map((one) => thin(f.at(one))), width: 1.8 },
      {
        mark: "edges",
        ink: "data",
        x0: z.map((one) => thin(one - half)),
        y0: z.map((one) => thin(f.at(one) - half * f.slope(one))),
        x1: z.map((one) => thin(one + half)),
        y1: z.map((one) => thin(f.at(one) + half * f.slope(one))),
      },
      { mark: "points", ink: "student", x: z.map(thin), y: z.map((one) => thin(f.at(one))), size: 3.4 },
    ],
    table: {
      columns: [words("z", "z"), words("f(z)", "f(z)"), words("slope", "傾き")],
      rows: z.map((one) => [tabled(one), tabled(f.at(one)), tabled(f.slope(one))]),
    },
  };
}

/** The estimators that single draws are asked of: a baseline needs two. */
const single = ["pathwiseGradient", "scoreGradient"] as const;
type One = (typeof single)[number];

function saidBy(functions: Functions, name: One, by: By): readonly (number | undefined)[] {
  return asked.map((_, index) => functions.get(name, `${index}`)?.[by][0]);
}

/** What one draw alone contributes to the estimate, over its noise: two curves that have the same mean. */
function says(shown: Drawing, by: By): Panel {
  const own = single.map((name) => saidBy(shown.student, name, by));
  const right = single.map((name) => saidBy(shown.reference, name, by));
  const seen = right.flatMap((said) => said.filter((_, index) => Math.abs(asked[index] ?? 0) < 2.6));
  const [low, high] = extent([...seen, -1, 1]);
  return {
    id: `says-${by}`,
    title: words(`What one draw says, by ${by}`, `サンプル一つが言うこと（${by}）`),
    note: words(
      "Points: pathwise. Diamonds: score function. Over all noise the two have the same mean.",
      "丸は経路微分、ひし形はスコア関数である。雑音全体で平均すると両者は一致する。",
    ),
    columns: 5,
    aspect: by === "mu" ? 1.45 * (5 / 7) : 2.5 * (5 / 7),
    x: { domain: [-2.6, 2.6], label: words("eps", "eps"), ticks: 5 },
    y: { domain: [1.15 * low, 1.15 * high], ticks: 5 },
    marks: [
      { mark: "rule", y: 0 },
      ...curves(shown, "pathwiseGradient", by),
      ...curves(shown, "scoreGradient", by),
    ],
    table: {
      columns: [
        words("eps", "eps"),
        words("pathwise: yours", "経路微分（自分）"),
        words("right", "正しい値"),
        words("score: yours", "スコア（自分）"),
        words("right", "正しい値"),
      ],
      rows: asked.map((eps, index) => [
        eps,
        ...single.flatMap((_, which) => [tabled(own[which]?.[index]), tabled(right[which]?.[index])]),
      ]),
    },
  };
}

function curves(shown: Drawing, name: One, by: By): Mark[] {
  const own = saidBy(shown.student, name, by).map(thin);
  return [
    ...players.map((player): Mark => ({
      mark: "line",
      ink: player,
      width: player === "student" ? 2.2 : 1.6,
      x: asked,
      y: saidBy(shown[player], name, by).map(thin),
    })),
    {
      mark: "points",
      ink: "student",
      shape: name === "scoreGradient" ? "diamond" : "point",
      size: name === "scoreGradient" ? 4 : 3,
      x: asked,
      y: own,
    },
  ];
}

function sentences(shown: Drawing): Scene["says"] {
  const { mu } = shown.state;
  const sigma = sigmaOf(shown.state);
  const z = drawn(shown.student).filter((one) => one !== undefined);
  const means = (functions: Functions, by: By): (number | undefined)[] =>
    single.map((name) => overAll(saidBy(functions, name, by)));
  const spoken = (values: readonly (number | undefined)[]): string =>
    values.map((one) => short(one)).join(" / ");
  const own = [...means(shown.student, "mu"), ...means(shown.student, "logVar")];
  const right = [...means(shown.reference, "mu"), ...means(shown.reference, "logVar")];
  return [
    z.length === 0
      ? words(
          `q has mean ${short(mu)} and deviation ${short(sigma)}.`,
          `q の平均は ${short(mu)}、標準偏差は ${short(sigma)} である。`,
        )
      : words(
          `q has mean ${short(mu)} and deviation ${short(sigma)}. Your z: ${short(average(z))} and ${short(spread(z))}.`,
          `q の平均は ${short(mu)}、標準偏差は ${short(sigma)}。自分の z では ${short(average(z))} と ${short(spread(z))} である。`,
        ),
    judged(
      words(
        `Means over all noise, pathwise / score: ${spoken(right.slice(0, 2))} by mu, ${spoken(right.slice(2))} by logVar.`,
        `雑音全体についての平均（経路微分 / スコア関数）: mu では ${spoken(right.slice(0, 2))}、logVar では ${spoken(right.slice(2))}。`,
      ),
      own,
      right,
    ),
  ];
}

/** The mean over all noise of what single draws say; undefined where nothing was said. */
function overAll(said: readonly (number | undefined)[]): number | undefined {
  if (said.every((one) => one === undefined)) return undefined;
  return said.reduce<number>((sum, one, index) => sum + (share[index] ?? 0) * (one ?? NaN), 0);
}
