import type { HandleMark, Mark, Panel } from "#sdk/picture.ts";
import { cell, short, steps, words } from "#sdk/plot.ts";
import { edge, fakeDensity, places, realDensity, tallest, topOf, type Bump, type Shapes } from "./shapes.ts";

const fine = steps(-edge, edge, 161);

interface Texts {
  readonly title: Panel["title"];
  readonly note: Panel["note"];
}

/** The two densities, whose tops are handles. */
export function densities(shapes: Shapes, { title, note }: Texts): Panel {
  return {
    id: "densities",
    title,
    ...(note === undefined ? {} : { note }),
    columns: 8,
    aspect: 2.1,
    x: { domain: [-edge, edge], ticks: 11 },
    y: { domain: [0, tallest], label: words("density", "密度"), ticks: 4 },
    marks: [
      ...hump(shapes, realDensity, "data"),
      ...hump(shapes, fakeDensity, "fourth"),
      ...shapes.real.map((bump, k) => top(bump, k)),
      top(shapes.fake, null),
    ],
    table: {
      columns: [words("place", "位置"), words("p, real", "p（本物）"), words("q, fake", "q（偽物）")],
      rows: places.map((x) => [
        cell(Number(x.toFixed(2))),
        cell(realDensity(shapes, x)),
        cell(fakeDensity(shapes, x)),
      ]),
    },
  };
}

function hump(shapes: Shapes, density: typeof realDensity, ink: "data" | "fourth"): Mark[] {
  const y = fine.map((x) => density(shapes, x));
  return [
    { mark: "area", ink, x: fine, y0: fine.map(() => 0), y1: y },
    { mark: "line", ink, x: fine, y, width: 2 },
  ];
}

/** The top of a real bump, or of the fake one, which has no number. */
function top(bump: Bump, number: number | null): HandleMark {
  const { x, y } = topOf(bump, number === null ? 1 : 0.5);
  return {
    mark: "handle",
    id: number === null ? "fake" : `real${number}`,
    x,
    y,
    moves: "xy",
    step: 0.05,
    ink: number === null ? "fourth" : "data",
    label:
      number === null
        ? words("top of the fake density", "偽物の密度の頂点")
        : words(`top ${number + 1} of the real density`, `本物の密度の頂点 ${number + 1}`),
    value: words(
      `middle ${short(bump.middle)}, reach ${short(bump.reach)}`,
      `中心 ${short(bump.middle)}、広がり ${short(bump.reach)}`,
    ),
  };
}
