import { calling, type Ink, type Key, type Player } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";

export const ask = calling<typeof Starter>();

/** From the lowest layer to the uppermost: the dashes of the right answer are seen on what agrees with it. */
export const players: readonly Player[] = ["student", "misconception", "reference"];

export const whose = {
  student: { ink: "student", mark: "area", text: words("your functions", "自分の関数") },
  reference: { ink: "reference", mark: "dashed", text: words("right, or exact", "正しい答え・厳密な値") },
  misconception: {
    ink: "misconception",
    mark: "dotted",
    text: words("the slip that was named", "指摘された誤り"),
  },
} as const satisfies Readonly<Record<string, Key>>;

export const familyInks = ["first", "second", "third", "fourth"] as const satisfies readonly Ink[];

/** Whether a result is the right one, as far as numbers of 32 bits can tell. */
export function agrees(value: number, right: number): boolean {
  return Math.abs(value - right) <= 1e-3 * Math.max(1, Math.abs(right));
}

export function at(values: readonly number[] | undefined, index: number): number {
  return values?.[index] ?? NaN;
}
