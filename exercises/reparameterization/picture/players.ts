import { calling, type Key, type Localized, type Shown } from "#sdk/picture.ts";
import { cell, short, words } from "#sdk/plot.ts";
import type * as Starter from "../starter.ts";
import type { State } from "./state.ts";

export const ask = calling<typeof Starter>();

export type Call = ReturnType<typeof ask>;
export type Drawing = Shown<typeof Starter, State>;
export type Functions = Drawing["student"];

/** In the order of drawing: a dashed outline on top of the student's own tells agreement. */
export const players = ["student", "misconception", "reference"] as const;

export const names = {
  student: words("yours", "自分"),
  misconception: words("the slip", "指摘された誤り"),
  reference: words("right", "正しい値"),
} as const;

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

/** Four digits are more than a screen shows; what is no number leaves a gap. */
export function thin(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? Number(value.toPrecision(4)) : null;
}

export function tabled(value: number | undefined): number | string {
  return cell(thin(value) ?? value);
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The deviation of the numbers about their own mean. */
export function spread(values: readonly number[]): number {
  const mean = average(values);
  return Math.sqrt(average(values.map((value) => (value - mean) ** 2)));
}

/** A sentence with the right numbers, and whether the student's are the same; nothing more where there are none. */
export function judged(
  right: Localized,
  own: readonly (number | undefined)[],
  theirs: readonly (number | undefined)[],
): Localized {
  if (own.every((value) => value === undefined)) return right;
  if (own.every((value, index) => agree(value, theirs[index])))
    return words(`${right.en} Yours agree.`, `${right.ja}自分の値もこれと一致する。`);
  const said = own.map((value) => short(value)).join(", ");
  return words(`${right.en} Yours: ${said}.`, `${right.ja}自分の値: ${said}。`);
}
