import {
  calling,
  type Control,
  type Ink,
  type Key,
  type Localized,
  type Outputs,
  type Player,
  type Scene,
  type SceneEvent,
  type Shown,
} from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";

export type Matrix = number[][];

export const ask = calling<typeof Starter>();

type Call = ReturnType<typeof ask>;
export type Drawing<State> = Shown<typeof Starter, State>;
export type Functions = Outputs<typeof Starter>;

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
  hidden: { ink: "muted", mark: "area", text: words("hidden by the mask", "マスクで隠された場所") },
} as const satisfies Readonly<Record<string, Key>>;

/** Whether two results are the same for the eye; float32 on one side is no difference. */
export function agree(own: Matrix | undefined, right: Matrix | undefined): boolean {
  if (own === undefined || right === undefined) return true; // nothing to compare
  return right.every((row, i) =>
    row.every(
      (value, j) => Math.abs((own[i]?.[j] ?? Number.NaN) - value) <= 1e-3 * Math.max(1, Math.abs(value)),
    ),
  );
}

/** What is said of the student's numbers beside the right ones. */
export function verdict(own: Matrix | undefined, right: Matrix | undefined, said: Localized): Localized {
  if (own === undefined) return words("There is nothing of yours to compare yet.", "自分の結果はまだない。");
  return agree(own, right) ? words("Yours agree.", "自分の値もこれと一致する。") : said;
}
