import {
  calling,
  type Control,
  type Ink,
  type Key,
  type Player,
  type Scene,
  type SceneEvent,
  type Shown,
} from "#sdk/picture.ts";
import { short, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";

export const ask = calling<typeof Starter>();

type Call = ReturnType<typeof ask>;
export type Drawing<State> = Shown<typeof Starter, State>;
export type Functions = Drawing<unknown>["student"];

/** One of the picture's pages, with a state of its own. */
export interface View<State> {
  readonly start: State;
  readonly change: (state: State, event: SceneEvent) => State;
  readonly controls: (state: State) => readonly Control[];
  readonly calls: (state: State) => readonly Call[];
  readonly scene: (shown: Drawing<State>) => Scene;
}

/** The student's marks lie lowest, so that a dashed outline on top of them tells agreement. */
export const players = ["student", "misconception", "reference"] as const satisfies readonly Player[] &
  readonly Ink[];

export const keys = {
  student: { ink: "student", mark: "area", text: words("your functions", "自分の関数") },
  reference: { ink: "reference", mark: "dashed", text: words("the right answer", "正しい答え") },
  misconception: {
    ink: "misconception",
    mark: "dotted",
    text: words("the slip that was named", "指摘された誤り"),
  },
} as const satisfies Readonly<Record<string, Key>>;

/** Whether two numbers are the same for the eye; float32 on one side is no difference. */
export function agree(own: number | undefined, right: number | undefined): boolean {
  if (own === undefined || right === undefined) return true; // nothing to compare
  return Math.abs(own - right) <= 1e-3 * Math.max(1, Math.abs(right));
}

/** "right -1.49", and with it the student's number where there is one that is another. */
export function compared(
  name: string,
  own: number | undefined,
  right: number | undefined,
): Scene["says"][number] {
  if (own === undefined)
    return words(`${name}: right ${short(right, 4)}.`, `${name}: 正しい値 ${short(right, 4)}。`);
  if (agree(own, right))
    return words(
      `${name}: ${short(own, 4)}, as it should be.`,
      `${name}: ${short(own, 4)}（正しい値と一致する）。`,
    );
  return words(
    `${name}: yours ${short(own, 4)}, right ${short(right, 4)}.`,
    `${name}: 自分の値 ${short(own, 4)}、正しい値 ${short(right, 4)}。`,
  );
}

/** A JSON state has no NaN in its tables: what is missing and what is not finite are both null there. */
export function cell(value: number | undefined): number | null {
  return value ?? null;
}
