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

export const names = {
  student: words("yours", "自分"),
  misconception: words("the slip", "指摘された誤り"),
  reference: words("right", "正しい値"),
} as const;

/** A quantity by the name that it has on paper, the student's number and the right one. */
export interface Compared {
  readonly name: string;
  readonly own: number | undefined;
  readonly right: number | undefined;
}

/** A sentence with the right numbers, and whether the student's are the same; with the student's alone where nothing is known to be right. */
export function judged(quantities: readonly Compared[]): Localized {
  const said = (which: "own" | "right"): string =>
    quantities.map((one) => `${one.name} = ${short(one[which])}`).join(", ");
  if (quantities.every(({ right }) => right === undefined))
    return words(`Yours: ${said("own")}.`, `自分の値: ${said("own")}。`);
  const right = words(`Right: ${said("right")}.`, `正しい値: ${said("right")}。`);
  if (quantities.every(({ own }) => own === undefined)) return right;
  return quantities.every(({ own, right: other }) => agree(own, other))
    ? words(`${right.en} Yours agree.`, `${right.ja}自分の値もこれと一致する。`)
    : words(`${right.en} Yours: ${said("own")}.`, `${right.ja}自分の値: ${said("own")}。`);
}

/** Whether two numbers are the same for the eye; float32 on one side is no difference. */
export function agree(own: number | undefined, right: number | undefined): boolean {
  if (own === undefined || right === undefined) return true; // nothing to compare
  return Math.abs(own - right) <= 1e-3 * Math.max(1, Math.abs(right));
}
