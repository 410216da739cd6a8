import type { Mark, Panel, Player } from "#sdk/picture.ts";
import { cell, clamp, short, words } from "#sdk/plot.ts";
import type { BoundState } from "./state.ts";
import { agree, names, players, type Drawing } from "../players.ts";

/** Negative numbers stand on this: below every bound, which at worst is the smallest log p(x, z). */
export const floor = -4.5;

export const ceiling = 0.6;

export const nats = { domain: [floor, ceiling], label: words("nats", "ナット"), ticks: 5 } as const;

export interface Bound {
  readonly elbo: number;
  readonly gap: number;
  readonly logEvidence: number;
}

/** ELBO and gap on top of each other, from a floor that all share, against log p(x). */
export function stack(shown: Drawing<BoundState>): Panel {
  const known = players.flatMap((player) => {
    const result = shown[player].get("lowerBound", "");
    return result === undefined ? [] : [{ player, result }];
  });
  return {
    id: "stack",
    title: words("log p(x) = ELBO + gap", "log p(x) = ELBO + gap"),
    note: words(
      "ELBO and log p(x) are negative here: the bar begins at the lower edge, not at 0.",
      "ここでは ELBO も log p(x) も負なので、棒は 0 ではなく下端から始まる。",
    ),
    columns: 5,
    aspect: 1.14,
    x: { domain: [0, 3], ticks: "none" },
    y: nats,
    marks: [
      ...known.flatMap(({ player, result }) => layers(player, result)),
      ...labels(shown.student.get("lowerBound", ""), shown.reference.get("lowerBound", "")),
    ],
    table: {
      columns: [
        words("whose", "誰の"),
        words("ELBO", "ELBO"),
        words("gap", "gap"),
        words("ELBO + gap", "ELBO + gap"),
        words("log p(x)", "log p(x)"),
      ],
      rows: known
        .toReversed()
        .map(({ player, result: { elbo, gap, logEvidence } }) => [
          names[player],
          cell(elbo),
          cell(gap),
          cell(elbo + gap),
          cell(logEvidence),
        ]),
    },
  };
}

/** Further out for each player, so that outlines do not hide each other. */
const margins = { student: 0, reference: 0.05, misconception: 0.1 } as const;

function layers(player: Player, { elbo, gap, logEvidence }: Bound): Mark[] {
  const own = player === "student";
  const [x0, x1] = [[0.25 - margins[player]], [1.2 + margins[player]]];
  const lower = { mark: "rects", ink: player, x0, x1, y0: [floor], y1: [elbo] } as const;
  // a gap without end reaches out of the panel
  const upper = { ...lower, y0: [elbo], y1: [Math.min(elbo + gap, 2 * ceiling)] };
  return [
    ...(own ? [lower, { ...upper, faint: true }] : [{ ...lower, hollow: true }]),
    { ...upper, hollow: true },
    {
      mark: "line",
      ink: player,
      width: own ? 2.6 : 2,
      x: [0, 3],
      y: [logEvidence, logEvidence],
    },
  ];
}

/** The three numbers beside their parts; one that is wrong in the colour for it, at the right one's place if it has none. */
function labels(own: Bound | undefined, right: Bound | undefined): Mark[] {
  const result = own ?? right;
  if (result === undefined) return [];
  const places = placesOf(isFinite(result) ? result : (right ?? result));
  return terms.map((term): Mark => ({
    mark: "texts",
    ink: agree(result[term], right?.[term]) ? "data" : "wrong",
    x: [1.36],
    y: [clamp(places[term].y, floor, ceiling)],
    texts: [`${termNames[term]} = ${short(result[term])}`],
    anchor: "start",
    shift: [0, places[term].down],
  }));
}

export const terms = ["elbo", "gap", "logEvidence"] as const;

export const termNames = { elbo: "ELBO", gap: "gap", logEvidence: "log p(x)" } as const;

function isFinite(result: Bound): boolean {
  return terms.every((term) => Number.isFinite(result[term]));
}

function placesOf({ elbo, gap, logEvidence }: Bound) {
  const middle = elbo + gap / 2;
  return {
    logEvidence: { y: logEvidence, down: -10 },
    // close to the line it stands below it, wherever it belongs
    gap: { y: Math.abs(middle - logEvidence) < 0.5 ? logEvidence : middle, down: 9 },
    elbo: { y: (floor + elbo) / 2, down: 0 },
  };
}
