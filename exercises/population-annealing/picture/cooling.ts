import type { Ink, Mark, Panel, Scene } from "#sdk/picture.ts";
import { cell, extent, short, words } from "#sdk/plot.ts";
import { betaOf, binned, bins, energyAt, landscape, logRatio, rounds, sharesByBin } from "./landscape.ts";
import { agrees, at, familyInks, players, whose } from "./players.ts";
import { copies, estimateOf, isPopulation, isResampled, progressOf, uniformOf } from "./run.ts";
import type { Drawing, Functions, Run } from "./state.ts";
import { strip, type Drawn } from "./strip.ts";

/** A population of thirty-two copies on its way from hot to cold. */
export function cooling(shown: Drawing): Scene {
  const { run } = shown.state;
  return {
    panels: [
      valleys(shown),
      freeEnergy(shown),
      histogram(shown),
      sampleSize(shown),
      strip({
        own: drawnBy(shown.student),
        right: drawnBy(shown.reference),
        u: uniformOf(run),
        inks: inksOf(run),
        aspect: 4.6,
      }),
    ],
    keys: [whose.student, whose.reference, whose.misconception],
    says: sentences(shown),
    progress: progressOf(run),
  };
}

export function drawnBy(functions: Functions, id = "run"): Drawn {
  return { shares: functions.get("normalize", id), indices: functions.get("resample", id) };
}

/** A family has the colour of the quarter of the ring from which it comes. */
function inksOf({ families }: Run): Ink[] {
  return families.map((family) => familyInks[Math.floor((4 * family) / copies)] ?? "muted");
}

/** The energy over the ring, with the copies stacked on it where they are. */
function valleys({ state: { run } }: Drawing): Panel {
  const inks = inksOf(run);
  const [low, high] = extent(landscape);
  const stacked = run.sites.map(
    (site, copy) => run.sites.slice(0, copy).filter((other) => other === site).length,
  );
  const from = betaOf(run.round);
  return {
    id: "valleys",
    title: words(`The population at beta = ${short(from)}`, `逆温度 ${short(from)} の集団`),
    note: words(
      "Each dot is a copy. Its colour says from which quarter of the ring its ancestor started.",
      "一つの点が一つのコピーで、色はその祖先が輪のどの四半分から出発したかを表す。",
    ),
    columns: 8,
    aspect: 2.45,
    x: { domain: [-1, landscape.length], ticks: "none", label: words("place on the ring", "輪の上の場所") },
    y: { domain: [low - 0.25, high + 1.3], label: words("energy", "エネルギー"), ticks: 5 },
    marks: [
      { mark: "line", ink: "muted", width: 1.6, x: landscape.map((_, s) => s), y: landscape },
      {
        mark: "points",
        inks,
        size: 5,
        x: run.sites,
        y: run.sites.map((site, copy) => energyAt(site) + 0.09 + 0.15 * at(stacked, copy)),
      },
    ],
    table: {
      columns: [
        words("copy", "コピー"),
        words("place", "場所"),
        words("energy", "エネルギー"),
        words("ancestor", "祖先"),
      ],
      rows: run.sites.map((site, copy) => [copy, site, cell(energyAt(site)), at(run.families, copy)]),
    },
  };
}

/** log Z gathered on the way, on the exact curve or off it. */
function freeEnergy(shown: Drawing): Panel {
  const { run } = shown.state;
  const betas = Array.from({ length: rounds + 1 }, (_, round) => betaOf(round));
  const exact = betas.map(logRatio);
  const own = [0, ...run.history.map(({ estimate }) => estimate ?? NaN)];
  const now = betaOf(run.round + 1);
  const next = players.map((player) => ({ player, estimate: estimateOf(run, shown[player]) }));
  const top = Math.max(...exact);
  const [low, high] = extent([...own, ...next.map(({ estimate }) => estimate)]);
  return {
    id: "free-energy",
    title: words("log Z(beta) − log Z(0)", "log Z(beta) − log Z(0)"),
    note: words(
      "Line: what your logPartitionRatio has gathered; the dot is the step of now. Dashed: exact.",
      "実線は自分の logPartitionRatio を積み上げた値で、点が現在の一歩。破線は厳密な値。",
    ),
    columns: 4,
    aspect: 1.22,
    x: { domain: [0, betaOf(rounds) * 1.06], label: words("beta", "逆温度"), ticks: 5 },
    y: {
      domain: [
        Math.max(-1.5 * top, Math.min(-0.1 * top, low)),
        Math.min(2.5 * top, Math.max(1.1 * top, high)),
      ],
      ticks: 5,
    },
    marks: [
      { mark: "rule", y: 0, faint: true },
      { mark: "line", ink: "reference", x: betas, y: exact },
      { mark: "line", ink: "student", width: 2.4, x: own.map((_, round) => betaOf(round)), y: own },
      ...resampledAt(run, own),
      ...next.map(({ player, estimate }): Mark => ({
        mark: "points",
        ink: player,
        shape: player === "student" ? "point" : player === "reference" ? "ring" : "diamond",
        size: player === "student" ? 4 : 7,
        x: [now],
        y: [estimate],
      })),
    ],
    table: {
      columns: [words("beta", "逆温度"), words("gathered", "積み上げた値"), words("exact", "厳密な値")],
      rows: own.map((value, round) => [cell(betaOf(round)), cell(value), cell(exact[round])]),
    },
  };
}

/** A ring where the population was drawn anew. */
function resampledAt(run: Run, own: readonly number[]): Mark[] {
  const where = run.history.flatMap(({ resampled }, round) => (resampled ? [round + 1] : []));
  return where.length === 0
    ? []
    : [
        {
          mark: "points",
          ink: "student",
          shape: "ring",
          size: 3.5,
          x: where.map(betaOf),
          y: where.map((round) => at(own, round)),
        },
      ];
}

/** Where the weight lies after this step, beside where it should. */
function histogram(shown: Drawing): Panel {
  const { run } = shown.state;
  const exact = binned(betaOf(run.round + 1));
  const by = (functions: Functions): number[] | null => {
    const shares = functions.get("normalize", "run");
    if (!isPopulation(shares)) return null;
    // as they are: shares that do not sum to 1 are seen by their height
    const total = shares.reduce((sum, share) => sum + share, 0);
    return sharesByBin(run.sites.map((site, copy) => ({ site, weight: at(shares, copy) }))).map(
      (share) => share * total,
    );
  };
  const own = by(shown.student);
  const top = Math.min(1.05, 1.15 * extent([...exact, ...(own ?? [])])[1]);
  return {
    id: "histogram",
    title: words("Where the weight lies after the step", "一歩のあとの重みの分布"),
    note: words(
      "Bars: the copies with your shares. Dashed: exact.",
      "棒は自分の割合を付けたコピー、破線は厳密な分布。",
    ),
    columns: 8,
    aspect: 3.3,
    x: { domain: [-1 / 4, bins], ticks: "none" },
    y: { domain: [0, top], ticks: 4 },
    marks: [
      { mark: "rule", y: 0 },
      ...bars(own, "student"),
      ...bars(by(shown.misconception), "misconception"),
      ...bars(exact, "reference"),
    ],
    table: {
      columns: [words("bin", "区間"), words("yours", "自分の値"), words("exact", "厳密な値")],
      rows: exact.map((value, bin) => [bin, cell(own?.[bin]), cell(value)]),
    },
  };
}

function bars(heights: readonly number[] | null, ink: "student" | "misconception" | "reference"): Mark[] {
  if (heights === null) return [];
  const half = ink === "student" ? 0.36 : 0.44;
  return [
    {
      mark: "rects",
      ink,
      hollow: ink !== "student",
      x0: heights.map((_, bin) => bin + 0.5 - half),
      x1: heights.map((_, bin) => bin + 0.5 + half),
      y0: heights.map(() => 0),
      y1: heights,
    },
  ];
}

/** How many copies the population is worth, round by round. */
function sampleSize(shown: Drawing): Panel {
  const { run } = shown.state;
  const own = run.history.map(({ size }) => size ?? NaN);
  const now = betaOf(run.round + 1);
  return {
    id: "size",
    title: words("Effective sample size", "有効サンプル数"),
    note: words(
      `Of ${copies}. Below the line half of it is lost.`,
      `全部で ${copies} 個。線より下では半分が失われている。`,
    ),
    columns: 4,
    aspect: 1.64,
    x: { domain: [0, betaOf(rounds) * 1.06], label: words("beta", "逆温度"), ticks: 5 },
    y: {
      domain: [0, 1.1 * copies],
      ticks: [0, 8, 16, 24, 32].map((size) => ({ at: size, text: String(size) })),
    },
    marks: [
      { mark: "rule", y: copies / 2, stroke: "dotted" },
      { mark: "line", ink: "student", width: 2.4, x: own.map((_, round) => betaOf(round + 1)), y: own },
      ...players.map((player): Mark => ({
        mark: "points",
        ink: player,
        shape: player === "student" ? "point" : player === "reference" ? "ring" : "diamond",
        size: player === "student" ? 4 : 7,
        x: [now],
        y: [shown[player].get("effectiveSampleSize", "run") ?? null],
      })),
    ],
    table: {
      columns: [words("round", "段階"), words("yours", "自分の値"), words("drawn anew", "引き直し")],
      rows: run.history.map(({ size, resampled }, round) => [
        round + 1,
        cell(size ?? undefined),
        resampled ? words("yes", "あり") : words("no", "なし"),
      ]),
    },
  };
}

function sentences(shown: Drawing): Scene["says"] {
  const { run } = shown.state;
  const beta = betaOf(run.round + 1);
  const [own, exact] = [estimateOf(run, shown.student), logRatio(beta)];
  const size = shown.student.get("effectiveSampleSize", "run");
  const left = new Set(run.families).size;
  return [
    words(
      `At beta = ${short(beta)} your estimate of log Z is ${short(own, 4)}; exact is ${short(exact, 4)}.`,
      `逆温度 ${short(beta)} で、log Z の自分の推定値は ${short(own, 4)}、厳密な値は ${short(exact, 4)} である。`,
    ),
    words(
      `${left} of ${copies} families are left, and the copies are worth ${short(size)}.`,
      `残っている家系は ${copies} のうち ${left}、コピーは ${short(size)} 個分の価値をもつ。`,
    ),
    ...aboutShares(shown),
    ...(isResampled(run, size) ? [words("The population is drawn anew now.", "ここで集団を引き直す。")] : []),
  ];
}

function aboutShares({ student, reference }: Drawing): Scene["says"] {
  const [own, right] = [student.get("normalize", "run"), reference.get("normalize", "run")];
  if (own === undefined || right === undefined) return [];
  const off = own.filter((share, i) => !agrees(share, right[i] ?? share)).length;
  return off === 0
    ? []
    : [
        words(
          `${off} of your shares differ from the right ones.`,
          `自分の割合のうち ${off} 個が正しい値と異なる。`,
        ),
      ];
}
