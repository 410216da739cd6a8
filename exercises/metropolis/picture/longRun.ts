import type { Call, Key, Mark, Panel, Player, Scene } from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import type { Run } from "../starter.ts";
import { ground, groundAxes, stateAxis } from "./landscape.ts";
import { players, whose } from "./players.ts";
import { at, nameOf, order, targetOf } from "./spins.ts";
import { most, pieceLength, type Drawing, type Functions, type State } from "./state.ts";
import { flipCalls, longTrail, pieceCalls } from "./walks.ts";

export function longCalls(state: State, known: Functions, player: Player): readonly Call<typeof Starter>[] {
  return player === "reference" ? flipCalls(state) : pieceCalls(state, known);
}

/** A long run, and whether its visits come to the target. */
export function longRun(shown: Drawing): Scene {
  const { pieces } = shown.state;
  const [made, all] = [pieces * pieceLength, most.pieces * pieceLength];
  return {
    panels: [energies(shown), histogram(shown), distances(shown)],
    keys,
    says: sentences(shown),
    progress: {
      value: pieces,
      of: most.pieces,
      text: words(`${made} steps of ${all}`, `${all} ステップ中 ${made}`),
      stepMs: 120,
    },
  };
}

const keys: readonly Key[] = [whose.student, whose.reference, whose.misconception, whose.target];

function energies({ state }: Drawing): Panel {
  return {
    id: "energies",
    title: words("The energies", "エネルギー"),
    note: words("Drag a bar up, and its state empties.", "横棒を引き上げると、その状態は空いていく。"),
    columns: 5,
    aspect: 1.3,
    ...groundAxes,
    marks: ground(state),
    table: {
      columns: [words("state", "状態"), words("E", "E"), words("P", "P")],
      rows: order.map((x) => [nameOf(x), at(state.energies, x), at(targetOf(state.energies), x)]),
    },
  };
}

/** The share of the steps that ended in each state. */
function sharesOf(run: Run | undefined, steps: number): number[] {
  return run === undefined ? [] : order.map((x) => at(run.visits, x) / steps);
}

function histogram(shown: Drawing): Panel {
  const { state } = shown;
  const made = state.pieces * pieceLength;
  const target = order.map((x) => at(targetOf(state.energies), x));
  const share = (player: Player) => {
    const trail = longTrail(shown, player);
    return trail.length === state.pieces ? sharesOf(trail.at(-1), made) : [];
  };
  const [own, right] = [share("student"), share("reference")];
  const top = 1.12 * Math.max(0.3, ...[...own, ...right, ...target].filter(Number.isFinite));
  return {
    id: "histogram",
    title: words(`Where your chain was, in ${made} steps`, `${made} ステップの間、自分の連鎖がいた状態`),
    note: words(
      "Bars: your visits over the number of steps. Lines: e^-E / Z. Dashed: the right chain on the same uniforms.",
      "棒は自分の訪問回数を歩数で割ったもの。横線は e^-E / Z。破線は同じ一様乱数での正しい連鎖。",
    ),
    columns: 7,
    aspect: 1.85,
    x: stateAxis,
    y: { domain: [0, top], label: words("share", "割合"), ticks: 5 },
    marks: [
      { mark: "rects", ink: "student", ...bars(own, 0.56) },
      { mark: "rects", ink: "misconception", hollow: true, ...bars(share("misconception"), 0.64) },
      { mark: "rects", ink: "reference", hollow: true, ...bars(right, 0.72) },
      ...target.map((P, place): Mark => ({
        mark: "line",
        ink: "accent",
        x: [place - 0.46, place + 0.46],
        y: [P, P],
        width: 3,
      })),
    ],
    table: {
      columns: [
        words("state", "状態"),
        words("your share", "自分の割合"),
        words("right chain", "正しい連鎖"),
        words("P", "P"),
      ],
      rows: order.map((x, k) => [nameOf(x), cell(own[k]), cell(right[k]), cell(target[k])]),
    },
  };
}

export function bars(values: readonly number[], width: number) {
  return {
    x0: values.map((_, place) => place - width / 2),
    x1: values.map((_, place) => place + width / 2),
    y0: values.map(() => 0),
    y1: values,
  };
}

/** Half the sum of |share - P|: what part of the visits is in the wrong place. */
export function distance(shares: readonly number[], P: readonly number[]): number {
  return P.reduce((sum, value, k) => sum + Math.abs(value - at(shares, k)), 0) / 2;
}

function distances(shown: Drawing): Panel {
  const target = order.map((x) => at(targetOf(shown.state.energies), x));
  const line = (player: Player) =>
    longTrail(shown, player).map((run, piece) => distance(sharesOf(run, (piece + 1) * pieceLength), target));
  const [own, right] = [line("student"), line("reference")];
  const steps = Array.from({ length: most.pieces }, (_, piece) => (piece + 1) * pieceLength);
  return {
    id: "distances",
    title: words("What part of your visits is in the wrong place", "正しい場所にない訪問の割合"),
    note: words(
      "Half the sum of |share − P|. Chance alone lets it fall like one over the root of the steps; with a wrong rule it stays.",
      "|割合 − P| の和の半分。偶然のずれなら歩数の平方根に反比例して減る。規則が誤っていれば残り続ける。",
    ),
    columns: 12,
    aspect: 3.9,
    x: { domain: [0, 1.02 * most.pieces * pieceLength], label: words("steps", "ステップ"), ticks: 6 },
    y: { domain: [0, Math.max(0.5, ...[...own, ...right].filter(Number.isFinite))], ticks: 4 },
    marks: [
      { mark: "rule", y: 0 },
      ...players.map((player): Mark => {
        const y = line(player);
        return {
          mark: "line",
          ink: player,
          x: steps.slice(0, y.length),
          y,
          width: player === "student" ? 2.6 : 2,
        };
      }),
    ],
    table: {
      columns: [words("steps", "ステップ"), words("yours", "自分の値"), words("right", "正しい値")],
      rows: right.map((value, piece) => [at(steps, piece), cell(own[piece]), value]),
    },
  };
}

function sentences(shown: Drawing): Scene["says"] {
  const { state } = shown;
  const made = state.pieces * pieceLength;
  const target = order.map((x) => at(targetOf(state.energies), x));
  const [own, right] = (["student", "reference"] as const).map((player) => {
    const run = longTrail(shown, player)[state.pieces - 1];
    return {
      apart: short(run && distance(sharesOf(run, made), target), 2),
      accepted: short(run && (100 * run.accepted) / made),
      counted: run?.visits.reduce((sum, count) => sum + count, 0),
    };
  });
  return [
    words(
      `In ${made} steps, ${own?.apart ?? ""} of your visits are in the wrong place; with the right chain it is ${right?.apart ?? ""}.`,
      `${made} ステップの訪問のうち、正しい場所にない割合は ${own?.apart ?? ""} である。正しい連鎖では ${right?.apart ?? ""} になる。`,
    ),
    words(
      `Your chain counts ${short(own?.counted, 5)} visits and accepts ${own?.accepted ?? ""} % of the proposals, the right one ${right?.accepted ?? ""} %.`,
      `自分の連鎖が数えた訪問は ${short(own?.counted, 5)} 回、受理は提案の ${own?.accepted ?? ""} % である。正しい連鎖では ${right?.accepted ?? ""} % になる。`,
    ),
  ];
}
