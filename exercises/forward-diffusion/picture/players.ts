import {
  calling,
  type HandleMark,
  type Ink,
  type Key,
  type Localized,
  type Mark,
  type Player,
  type Scene,
  type Shown,
} from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import { T } from "./data.ts";
import type { State } from "./state.ts";

export const ask = calling<typeof Starter>();

export type Call = ReturnType<typeof ask>;
export type Drawing = Shown<typeof Starter, State>;
export type Functions = Drawing["student"];
export type Point = readonly (number | undefined)[];

/** The student's marks lie lowest, so that dashes and rings on top of them tell agreement. */
export const players = ["student", "misconception", "reference"] as const satisfies readonly Player[] &
  readonly Ink[];

export const names = {
  student: words("yours", "自分"),
  misconception: words("the slip", "指摘された誤り"),
  reference: words("right", "正しい値"),
} as const;

export const keys: readonly Key[] = [
  { ink: "student", mark: "line", text: words("your functions", "自分の関数") },
  { ink: "reference", mark: "dashed", text: words("the right answer", "正しい答え") },
  { ink: "misconception", mark: "dotted", text: words("the slip that was named", "指摘された誤り") },
];

/** Played, time goes on to the last step. */
export function later(state: State): State | null {
  return state.t < T ? { ...state, t: state.t + 1 } : null;
}

export function progressOf({ t }: State): NonNullable<Scene["progress"]> {
  return { value: t, of: T, text: words(`t = ${t}`, `t = ${t}`), stepMs: 140 };
}

/** The moment, as something to move along an axis of t. */
export function momentHandle(t: number, y: number): HandleMark {
  return {
    mark: "handle",
    id: "t",
    x: t,
    y,
    moves: "x",
    step: 1,
    range: { x: [0, T] },
    ink: "accent",
    shape: "diamond",
    label: words("the step t", "ステップ t"),
    value: words(`t = ${t}`, `t = ${t}`),
  };
}

/** Points of the student's, rings where they belong, and lines to those that are elsewhere. */
export function compared(own: readonly Point[] | undefined, right: readonly Point[] | undefined): Mark[] {
  const pairs = (own ?? []).map((point, n) => ({ point, place: right?.[n] ?? [] }));
  const astray = pairs.filter(({ point, place }) => distance(point, place) > 0.03);
  const at = (points: readonly Point[]) => ({
    x: points.map(([x]) => x ?? null),
    y: points.map(([, y]) => y ?? null),
  });
  return [
    {
      mark: "edges",
      ink: "wrong",
      x0: astray.map(({ place }) => place[0] ?? null),
      y0: astray.map(({ place }) => place[1] ?? null),
      x1: astray.map(({ point }) => point[0] ?? null),
      y1: astray.map(({ point }) => point[1] ?? null),
    },
    ...(own === undefined ? [] : [{ mark: "points", ink: "student", size: 3, ...at(own) } as const]),
    ...(right === undefined
      ? []
      : [{ mark: "points", ink: "reference", shape: "ring", size: 5, ...at(right) } as const]),
  ];
}

function distance([x = NaN, y = NaN]: Point, [placeX = NaN, placeY = NaN]: Point): number {
  return Math.hypot(x - placeX, y - placeY);
}

/** Whether two numbers are the same for the eye; float32 on one side is no difference. */
export function agree(own: number | undefined, right: number | undefined): boolean {
  if (own === undefined || right === undefined) return true; // nothing to compare
  return Math.abs(own - right) <= 2e-3 * Math.max(1, Math.abs(right));
}

interface Judged {
  readonly own: readonly (number | undefined)[];
  readonly right: readonly (number | undefined)[];
  readonly say: (values: readonly (number | undefined)[]) => Localized;
}

/** A sentence with the right numbers, and whether the student's are the same; with the student's alone where nothing is known to be right. */
export function judged({ own, right, say }: Judged): Localized {
  const [mine, theirs] = [say(own), say(right)];
  if (right.every((value) => value === undefined)) return words(`Yours: ${mine.en}.`, `自分: ${mine.ja}。`);
  const said = words(`Right: ${theirs.en}.`, `正しい値: ${theirs.ja}。`);
  if (own.every((value) => value === undefined)) return said;
  return own.every((value, index) => agree(value, right[index]))
    ? words(`${said.en} Yours agree.`, `${said.ja}自分の値もこれと一致する。`)
    : words(`${said.en} Yours: ${mine.en}.`, `${said.ja}自分の値: ${mine.ja}。`);
}

export function line(
  player: (typeof players)[number],
  x: readonly number[],
  y: readonly (number | undefined)[],
): Mark[] {
  if (y.every((value) => value === undefined)) return [];
  return [
    {
      mark: "line",
      ink: player,
      width: player === "student" ? 2.6 : 2,
      x,
      y: y.map((value) => value ?? null),
    },
  ];
}
