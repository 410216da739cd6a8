import type { HandleMark, Mark, Panel } from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import { at, pairs, type Moments } from "./exact.ts";
import { footOf, holdOf, places, reach, unit } from "./machine.ts";
import type { State } from "./state.ts";

/** The machine itself: four spins, their couplings as edges to be pulled, their fields as arrows beside them. */
export function lattice(
  state: State,
  means: { readonly own: Moments | undefined; readonly right: Moments | undefined },
): Panel {
  const { W, b } = state;
  const couplings = pairs.map(([i, j]) => at(W[i], j));
  return {
    id: "lattice",
    title: words("The machine", "モデル"),
    note: words(
      "Pull a dot off its edge to couple two spins (up or right: +, they agree). Outer arrows: the fields. Inner arrows: each ⟨x⟩.",
      "辺の点を引くと結合が変わる（上か右が +、そろいやすい）。外側の矢印が場、内側の矢印が各スピンの平均 ⟨x⟩ である。",
    ),
    columns: 4,
    rows: 2,
    aspect: 0.74,
    x: { domain: [-0.55, 1.55], ticks: "none" },
    y: { domain: [-0.55, 1.55], ticks: "none" },
    marks: [
      {
        mark: "edges",
        x0: pairs.map(([i]) => at(places[i], 0)),
        y0: pairs.map(([i]) => at(places[i], 1)),
        x1: pairs.map(([, j]) => at(places[j], 0)),
        y1: pairs.map(([, j]) => at(places[j], 1)),
        values: couplings,
        most: 1,
      },
      ...pulls(couplings),
      {
        mark: "points",
        ink: "muted",
        shape: "ring",
        size: 22,
        x: places.map(([x]) => x),
        y: places.map(([, y]) => y),
      },
      ...needles(means),
      ...fields(b),
      ...couplings.map(couplingHandle),
      ...b.map(fieldHandle),
      ...labels(couplings, b),
      {
        mark: "texts",
        size: "small",
        ink: "muted",
        x: places.map(([x]) => x),
        y: places.map(([, y]) => y),
        shift: [0, 38],
        texts: places.map((_, i) => `x${i + 1}`),
      },
    ],
    table: {
      columns: [words("parameter", "パラメータ"), words("value", "値")],
      rows: [
        ...pairs.map(([i, j], k) => [pairName(i, j), cell(couplings[k])]),
        ...b.map((field, i) => [`b${i + 1}`, cell(field)]),
      ],
    },
  };
}

export function pairName(i: number, j: number): string {
  return `W${i + 1}${j + 1}`;
}

function shown(value: number): number {
  return Math.max(-reach, Math.min(reach, value));
}

function gripOf(value: number, index: number): { readonly x: number; readonly y: number } {
  const { x, y, along } = holdOf(index);
  const off = shown(value) * unit.coupling;
  return along === "x" ? { x: x + off, y } : { x, y: y + off };
}

/** From the edge to where it is held. */
function pulls(couplings: readonly number[]): Mark[] {
  return couplings.map((value, index) => {
    const [hold, grip] = [holdOf(index), gripOf(value, index)];
    return {
      mark: "line",
      ink: "accent",
      stroke: "dotted",
      width: 1.4,
      x: [hold.x, grip.x],
      y: [hold.y, grip.y],
    };
  });
}

function couplingHandle(value: number, index: number): HandleMark {
  const [i, j] = pairs[index] ?? [0, 0];
  const { x, y, along } = holdOf(index);
  const most = reach * unit.coupling;
  return {
    mark: "handle",
    id: `coupling:${index}`,
    ...gripOf(value, index),
    moves: along,
    step: 0.1 * unit.coupling,
    range: along === "x" ? { x: [x - most, x + most] } : { y: [y - most, y + most] },
    ink: "accent",
    label: words(`coupling of spins ${i + 1} and ${j + 1}`, `スピン ${i + 1} と ${j + 1} の結合`),
    value: words(`${pairName(i, j)} = ${short(value)}`, `${pairName(i, j)} = ${short(value)}`),
  };
}

function fields(b: readonly number[]): Mark[] {
  const feet = b.map((_, i) => footOf(i));
  return [
    { mark: "points", ink: "muted", size: 2, x: feet.map(([x]) => x), y: feet.map(([, y]) => y) },
    {
      mark: "arrows",
      ink: "accent",
      x: feet.map(([x]) => x),
      y: feet.map(([, y]) => y),
      dx: b.map(() => 0),
      dy: b.map((field) => shown(field) * unit.field),
    },
  ];
}

/** The numbers beside the handles; a field that points down has its number below. */
function labels(couplings: readonly number[], b: readonly number[]): Mark[] {
  const grips = [
    ...couplings.map((value, k) => ({ ...gripOf(value, k), value, below: false })),
    ...b.map((value, i) => {
      const [x, y] = footOf(i);
      return { x, y: y + shown(value) * unit.field, value, below: value < 0 };
    }),
  ];
  return [false, true].map((below): Mark => {
    const some = grips.filter((one) => one.below === below);
    return {
      mark: "texts",
      ink: "accent",
      size: "small",
      anchor: "middle",
      x: some.map(({ x }) => x),
      y: some.map(({ y }) => y),
      shift: [0, below ? 17 : -15],
      texts: some.map(({ value }) => short(value, 2).replace("-", "−")),
    };
  });
}

function fieldHandle(field: number, index: number): HandleMark {
  const [x, y] = footOf(index);
  return {
    mark: "handle",
    id: `field:${index}`,
    x,
    y: y + shown(field) * unit.field,
    moves: "y",
    step: 0.1 * unit.field,
    range: { y: [y - reach * unit.field, y + reach * unit.field] },
    ink: "accent",
    shape: "diamond",
    label: words(`field of spin ${index + 1}`, `スピン ${index + 1} の場`),
    value: words(`b${index + 1} = ${short(field)}`, `b${index + 1} = ${short(field)}`),
  };
}

/** Each spin's average as a needle: half an edge long where it never turns. */
function needles({
  own,
  right,
}: {
  readonly own: Moments | undefined;
  readonly right: Moments | undefined;
}): Mark[] {
  const needle = (mean: readonly number[], ink: "student" | "reference", aside: number): Mark => ({
    mark: "arrows",
    ink,
    stroke: ink === "student" ? "solid" : "dashed",
    x: places.map(([x]) => x + aside),
    y: places.map(([, y], i) => y - 0.17 * clipped(at(mean, i))),
    dx: places.map(() => 0),
    dy: places.map((_, i) => 0.34 * clipped(at(mean, i))),
  });
  return [
    ...(own === undefined ? [] : [needle(own.mean, "student", -0.03)]),
    ...(right === undefined ? [] : [needle(right.mean, "reference", 0.03)]),
  ];
}

/** A needle that is longer than a spin can be is seen, and stays in the panel. */
function clipped(mean: number): number {
  return Math.max(-1.6, Math.min(1.6, mean));
}
