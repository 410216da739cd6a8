import type { Key, Player } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";

/** From the lowest layer to the uppermost: the dashes of the right answer are seen on a line that agrees with it. */
export const players: readonly Player[] = ["misconception", "student", "reference"];

export const shapes = { student: "point", reference: "ring", misconception: "diamond" } as const;

export const whose = {
  student: { ink: "student", mark: "area", text: words("your functions", "自分の関数") },
  reference: { ink: "reference", mark: "dashed", text: words("the right answer", "正しい答え") },
  misconception: {
    ink: "misconception",
    mark: "dotted",
    text: words("the slip that was named", "指摘された誤り"),
  },
  target: { ink: "accent", mark: "line", text: words("the target P", "目標分布 P") },
  accepted: { ink: "right", mark: "arrow", text: words("accepted", "受理") },
  rejected: { ink: "wrong", mark: "cross", text: words("rejected", "棄却") },
} as const satisfies Readonly<Record<string, Key>>;
