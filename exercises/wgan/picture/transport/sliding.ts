import type { Mark, Panel } from "#sdk/picture.ts";
import { cell, short, steps, words } from "#sdk/plot.ts";
import { players, type Drawing, type Functions } from "../players.ts";
import { reach, type TransportState } from "./state.ts";

/** So far all fake points are slid, one after the other. */
export const slides = steps(-reach, reach, 41);

/** The distance while the whole fake sample slides along the line. */
export function sliding(shown: Drawing<TransportState>): Panel {
  const { slide } = shown.state;
  const most = Math.max(...slides.map((_, k) => shown.reference.get("wasserstein1", `slide${k}`) ?? 4));
  return {
    id: "sliding",
    title: words("Slide all fakes: how far are they then?", "偽物全体をずらすと、距離はどうなるか"),
    note: words(
      "Lowest is where the fakes lie best; it is 0 only if both samples have one shape.",
      "最も低いところが最もよく重なる位置である。0 になるのは、二つのサンプルの形が等しいときに限る。",
    ),
    columns: 12,
    aspect: 3.4,
    x: { domain: [-reach, reach], label: words("slid by", "ずらす量"), ticks: 9 },
    y: { domain: [-0.15 * most, 1.2 * most], label: words("wasserstein1", "wasserstein1"), ticks: 4 },
    marks: [
      { mark: "rule", ink: "muted", y: 0 },
      { mark: "rule", ink: "accent", stroke: "dotted", x: slide },
      ...players.flatMap((player) => curve(player, shown[player])),
      ...dots(shown),
      {
        mark: "handle",
        id: "slide",
        x: slide,
        y: -0.08 * most,
        moves: "x",
        step: 0.1,
        ink: "accent",
        shape: "diamond",
        label: words("slide of all fake points", "偽物全体をずらす量"),
        value: words(short(slide), short(slide)),
      },
    ],
    table: {
      columns: [
        words("slid by", "ずらす量"),
        words("your distance", "自分の距離"),
        words("right distance", "正しい距離"),
      ],
      rows: slides.map((at, k) => [
        cell(at),
        cell(shown.student.get("wasserstein1", `slide${k}`)),
        cell(shown.reference.get("wasserstein1", `slide${k}`)),
      ]),
    },
  };
}

function curve(player: (typeof players)[number], functions: Functions): Mark[] {
  const y = slides.map((_, k) => functions.get("wasserstein1", `slide${k}`) ?? NaN);
  if (y.every(Number.isNaN)) return [];
  return [{ mark: "line", ink: player, x: slides, y, width: player === "student" ? 2.6 : 2 }];
}

/** Where the fakes are now: a ring around a point where the two agree. */
function dots({ state, student, reference }: Drawing<TransportState>): Mark[] {
  const at = (functions: Functions) => ({
    mark: "points" as const,
    x: [state.slide],
    y: [functions.get("wasserstein1", "") ?? NaN],
  });
  return [
    { ...at(student), ink: "student", size: 5 },
    { ...at(reference), ink: "reference", shape: "ring", size: 8 },
  ];
}
