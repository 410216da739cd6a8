import {
  calling,
  type Control,
  type Ink,
  type Key,
  type Localized,
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
  student: { ink: "student", mark: "line", text: words("your functions", "自分の関数") },
  reference: { ink: "reference", mark: "dashed", text: words("the right answer", "正しい答え") },
  misconception: {
    ink: "misconception",
    mark: "dotted",
    text: words("the slip that was named", "指摘された誤り"),
  },
} as const satisfies Readonly<Record<string, Key>>;

/** Whether two results are the same for the eye; float32 on one side is no difference. */
function agree(own: readonly number[], right: readonly number[]): boolean {
  return right.every(
    (value, i) => Math.abs((own[i] ?? Number.NaN) - value) <= 1e-3 * Math.max(1e-6, Math.abs(value)),
  );
}

/** A sentence with the right numbers, and whether the student's are the same. */
export function judged(
  said: Localized,
  own: readonly number[] | undefined,
  right: readonly number[] | undefined,
): Localized {
  if (own === undefined || right === undefined) return said;
  if (agree(own, right)) return words(`${said.en} Yours agree.`, `${said.ja}自分の値もこれと一致する。`);
  const yours = printed(own);
  return words(`${said.en} Yours: ${yours}.`, `${said.ja}自分の値: ${yours}。`);
}

export function printed(values: readonly number[] | undefined): string {
  return values === undefined ? "–" : values.map((value) => short(value)).join(", ");
}
