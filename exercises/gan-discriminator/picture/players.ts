import {
  calling,
  type Control,
  type Ink,
  type Key,
  type Localized,
  type Mark,
  type Player,
  type Scene,
  type SceneEvent,
  type Shown,
} from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
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
  readonly calls: (state: State, player: Player) => readonly Call[];
  readonly scene: (shown: Drawing<State>) => Scene;
}

/** The student's marks lie lowest, so that a dashed line on top of them tells agreement. */
export const players = ["student", "misconception", "reference"] as const satisfies readonly Player[] &
  readonly Ink[];

export const keys = {
  real: { ink: "data", mark: "area", text: words("real samples", "本物のサンプル") },
  fake: { ink: "fourth", mark: "area", text: words("fake samples", "偽物のサンプル") },
  student: { ink: "student", mark: "line", text: words("your functions", "自分の関数") },
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
  return Math.abs(own - right) <= 2e-3 * Math.max(1, Math.abs(right));
}

interface Judged {
  readonly right: Localized;
  readonly own: readonly (number | undefined)[];
  readonly theirs: readonly (number | undefined)[];
  /** The student's numbers, printed. */
  readonly said: string;
}

/** A sentence with the right numbers, and whether the student's are the same; nothing more where there are none. */
export function judged({ right, own, theirs, said }: Judged): Localized {
  if (own.every((value) => value === undefined)) return right;
  if (own.every((value, index) => agree(value, theirs[index])))
    return words(`${right.en} Yours agree.`, `${right.ja}自分の値もこれと一致する。`);
  return words(`${right.en} Yours: ${said}.`, `${right.ja}自分の値: ${said}。`);
}

/** Bars over the numbers 0, 1, 2 ...: filled for the student and outlined around them for others. */
export function columnsOf(player: Player, values: readonly (number | undefined)[], base = 0): Mark[] {
  if (values.every((value) => value === undefined)) return [];
  const half = { student: 0.28, reference: 0.33, misconception: 0.38 }[player];
  return [
    {
      mark: "rects",
      ink: player,
      hollow: player !== "student",
      x0: values.map((_, index) => index + 0.5 - half),
      x1: values.map((_, index) => index + 0.5 + half),
      y0: values.map(() => base),
      y1: values.map((value) => value ?? null),
    },
  ];
}
