import type { Key, Mark, Numbers, Outputs, Shown } from "#sdk/picture.ts";
import { cell, extent, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { average, round, type Cloud } from "./data.ts";
import type { State } from "./state.ts";

export type Drawing = Shown<typeof Starter, State>;
export type Functions = Outputs<typeof Starter>;

/** In the order of drawing: a slip that was named lies, dotted, on the student's own line. */
export const players = ["reference", "student", "misconception"] as const;

export const names = {
  student: words("yours", "自分の値"),
  reference: words("right", "正しい値"),
  misconception: words("the slip", "指摘された誤り"),
};

/** A result as so many points, or undefined where it has another number of them; single numbers in it may be NaN. */
export function pointsOf(cloud: Cloud | undefined, rows: number): Cloud | undefined {
  return cloud?.length === rows && cloud.every((row) => row.length === 2) ? cloud : undefined;
}

/** So many numbers, or undefined. */
export function numbersOf(values: number[] | undefined, count: number): number[] | undefined {
  return values?.length === count ? values : undefined;
}

export function axis(cloud: Cloud, index: 0 | 1, scale = 1): Numbers {
  return cloud.map((row) => {
    const value = (row[index] ?? NaN) * scale;
    return Number.isFinite(value) ? round(value) : null;
  });
}

export function xy(cloud: Cloud): { readonly x: Numbers; readonly y: Numbers } {
  return { x: axis(cloud, 0), y: axis(cloud, 1) };
}

/** The same curve by each player that has one. */
export function curves(
  shown: Drawing,
  x: readonly number[],
  read: (functions: Functions) => readonly number[] | undefined,
): Mark[] {
  return players.flatMap((player): Mark[] => {
    const y = read(shown[player]);
    if (y === undefined) return [];
    return [{ mark: "line", ink: player, x, y: y.map(thin), width: player === "student" ? 2.6 : 2 }];
  });
}

/** The same for a table: a dash where there is nothing, NaN by name. */
export function tabled(value: number | undefined): number | string {
  return cell(thin(value) ?? value);
}

/** Five digits are more than a screen shows. */
export function thin(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? Number(value.toPrecision(5)) : null;
}

/**
 * The student's points in the reference's rings; where the two are apart, a line leads from where a point belongs to where it is.
 */
export function compared(own: Cloud | undefined, right: Cloud | undefined): Mark[] {
  return [
    ...(own !== undefined && right !== undefined ? [strays(own, right)] : []),
    ...(right === undefined
      ? []
      : [{ mark: "points", ink: "reference", shape: "ring", size: 4.6, faint: true, ...xy(right) } as const]),
    ...(own === undefined ? [] : [{ mark: "points", ink: "student", size: 2.6, ...xy(own) } as const]),
  ];
}

function strays(own: Cloud, right: Cloud): Mark {
  const apart = own.flatMap((row, n) => (distance(row, right[n]) > 0.03 ? [n] : []));
  const [from, to] = [right, own].map((cloud) => xy(apart.map((n) => cloud[n] ?? [])));
  return {
    mark: "edges",
    ink: "wrong",
    x0: from?.x ?? [],
    y0: from?.y ?? [],
    x1: to?.x ?? [],
    y1: to?.y ?? [],
  };
}

export function distance(one: readonly number[] | undefined, other: readonly number[] | undefined): number {
  return Math.hypot((one?.[0] ?? NaN) - (other?.[0] ?? NaN), (one?.[1] ?? NaN) - (other?.[1] ?? NaN));
}

/** How far the points of two clouds are apart on average. */
export function meanDistance(one: Cloud | undefined, other: Cloud | undefined): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  return average(one.map((row, n) => distance(row, other[n])));
}

/** The deviation of a cloud along each axis, about its mean. */
export function deviations(cloud: Cloud | undefined): readonly [number, number] | undefined {
  if (cloud === undefined) return undefined;
  const along = (index: number): number => {
    const values = cloud.map((row) => row[index] ?? NaN);
    const mean = average(values);
    return Math.sqrt(average(values.map((value) => (value - mean) ** 2)));
  };
  return [along(0), along(1)];
}

/** A circle, or an ellipse along the axes. */
export function ellipse(
  centre: readonly [number, number],
  [a, b]: readonly [number, number],
): { readonly x: Numbers; readonly y: Numbers } {
  const turns = Array.from({ length: 49 }, (_, index) => (index / 48) * 2 * Math.PI);
  return {
    x: turns.map((turn) => thin(centre[0] + a * Math.cos(turn))),
    y: turns.map((turn) => thin(centre[1] + b * Math.sin(turn))),
  };
}

/** A part of the plane without axes, `half` up and down; both directions are equally long in a panel of this shape. */
export function plane(half: number, aspect = 1, [x, y]: readonly [number, number] = [0, 0]) {
  return {
    aspect,
    x: { domain: [x - half * aspect, x + half * aspect], ticks: "none" },
    y: { domain: [y - half, y + half], ticks: "none" },
  } as const;
}

/** A range of values, from 0 up, that is never without height. */
export function upTo(
  values: readonly (number | null | undefined)[],
  least: number,
  most = Infinity,
): readonly [number, number] {
  return [0, Math.min(most, 1.12 * Math.max(least, extent(values, [0, least])[1]))];
}

export const keys: readonly Key[] = [
  { ink: "student", mark: "point", text: words("your functions", "自分の関数") },
  { ink: "reference", mark: "ring", text: words("the right answer", "正しい答え") },
];

export const misconceptionKey: Key = {
  ink: "misconception",
  mark: "dotted",
  text: words("the slip that was named", "指摘された誤り"),
};
