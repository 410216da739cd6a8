import type { HandleMark, Mark, Panel, Player } from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import { players, type Drawing, type Functions } from "../players.ts";
import { costOf } from "./costs.ts";
import { axisOf, kinds, limit, logitsOf, unitOf, type Bets, type Kind } from "./state.ts";

const inks = { real: "data", fake: "fourth" } as const;
const rails = { real: -0.55, fake: -1.15 } as const;

/** What a real and a fake sample cost by their logit, with the samples on the curves and the slopes as tangents. */
export function curves(shown: Drawing<Bets>): Panel {
  const bets = shown.state;
  const unit = unitOf(bets);
  return {
    id: "curves",
    title: words(
      "Drag the logits: what a real and a fake sample cost",
      "logit をドラッグする：本物と偽物の損失",
    ),
    note: words(
      "Falling curve: real. Rising one: fake. Short lines: your slopes, times the number of samples. Arrows: where a step downhill moves the logits.",
      "下がる曲線が本物、上がる曲線が偽物である。短い線は自分の微分にサンプルの個数を掛けた傾き、矢印は損失を下げる向きを示す。",
    ),
    columns: 12,
    aspect: 2.3,
    x: { domain: [-limit * unit, limit * unit], label: words("logit", "logit"), ticks: 7 },
    y: {
      domain: [-1.5 * unit, 6.4 * unit],
      label: words("cost of one sample", "サンプル一つの損失"),
      ticks: 5,
    },
    marks: [
      { mark: "rule", ink: "muted", y: 0 },
      ...kinds.map((kind): Mark => rail(bets, kind)),
      ...players.flatMap((player) => kinds.flatMap((kind) => curve(player, shown[player], bets, kind))),
      ...kinds.flatMap((kind) => [
        ...tangents(shown.student, bets, kind),
        ...samples(shown, kind),
        ...arrows(shown.student, bets, kind),
        ...handles(bets, kind),
      ]),
    ],
    table: {
      columns: [
        words("logit", "logit"),
        words("real, yours", "本物（自分）"),
        words("real, right", "本物（正しい値）"),
        words("fake, yours", "偽物（自分）"),
        words("fake, right", "偽物（正しい値）"),
      ],
      rows: axisOf(bets).map((logit, k) => [
        cell(logit),
        ...kinds.flatMap((kind) =>
          (["student", "reference"] as const).map((player) => cell(costOf(shown[player], kind, `axis ${k}`))),
        ),
      ]),
    },
  };
}

function rail(bets: Bets, kind: Kind): Mark {
  const unit = unitOf(bets);
  const y = rails[kind] * unit;
  return {
    mark: "line",
    ink: inks[kind],
    faint: true,
    x: [-limit * unit, limit * unit],
    y: [y, y],
    width: 1,
  };
}

function curve(player: Player, functions: Functions, bets: Bets, kind: Kind): Mark[] {
  const x = axisOf(bets);
  const y = x.map((_, k) => costOf(functions, kind, `axis ${k}`));
  if (y.every(Number.isNaN)) return [];
  return [{ mark: "line", ink: player, x, y, width: player === "student" ? 3 : 2 }];
}

/** The samples on the curves: a ring around a point where the two agree. */
function samples({ state, student, reference }: Drawing<Bets>, kind: Kind): Mark[] {
  const x = logitsOf(state, kind);
  const on = (functions: Functions): number[] => x.map((_, k) => costOf(functions, kind, `sample ${k}`));
  return [
    { mark: "points", ink: inks[kind], x, y: on(student), size: 5 },
    { mark: "points", ink: "reference", x, y: on(reference), shape: "ring", size: 8 },
  ];
}

function tangents(functions: Functions, bets: Bets, kind: Kind): Mark[] {
  const slopes = functions.get("discriminatorGradient", "")?.[kind];
  if (slopes === undefined) return [];
  const logits = logitsOf(bets, kind);
  const half = 0.8 * unitOf(bets);
  return logits.map((logit, k): Mark => {
    const slope = (slopes[k] ?? NaN) * logits.length;
    const cost = costOf(functions, kind, `sample ${k}`);
    // as long on steep curves as on flat ones
    const dx = half / Math.hypot(1, slope);
    return {
      mark: "line",
      ink: "student",
      x: [logit - dx, logit + dx],
      y: [cost - dx * slope, cost + dx * slope],
      width: 5,
      faint: true,
    };
  });
}

function arrows(functions: Functions, bets: Bets, kind: Kind): Mark[] {
  const slopes = functions.get("discriminatorGradient", "")?.[kind];
  if (slopes === undefined) return [];
  const x = logitsOf(bets, kind);
  const y = x.map(() => rails[kind] * unitOf(bets));
  const dx = x.map((_, k) => -1.1 * unitOf(bets) * x.length * (slopes[k] ?? NaN));
  return [{ mark: "arrows", ink: "student", x, y, dx, dy: x.map(() => 0) }];
}

function handles(bets: Bets, kind: Kind): HandleMark[] {
  return logitsOf(bets, kind).map((logit, k) => ({
    mark: "handle",
    id: `${kind}${k}`,
    x: logit,
    y: rails[kind] * unitOf(bets),
    moves: "x",
    step: 0.1 * unitOf(bets),
    ink: inks[kind],
    label:
      kind === "real"
        ? words(`logit of real sample ${k + 1}`, `本物のサンプル ${k + 1} の logit`)
        : words(`logit of fake sample ${k + 1}`, `偽物のサンプル ${k + 1} の logit`),
    value: words(short(logit), short(logit)),
  }));
}
