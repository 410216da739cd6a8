import type { Localized } from "#sdk/picture.ts";
import { words } from "#sdk/plot.ts";
import type { Matrix } from "./players.ts";

/** A phrase whose words come in the same order in both languages: two colours and what they belong to. */
export const tokens: readonly Localized[] = [
  words("red", "赤い"),
  words("apple", "りんご"),
  words("and", "と"),
  words("green", "緑の"),
  words("leaf", "葉"),
];

export function tokenAt(index: number): Localized {
  return tokens[index] ?? words("", "");
}

export const masks = [
  { value: "none", label: words("nothing", "なし") },
  { value: "causal", label: words("the future", "未来") },
  { value: "phrases", label: words("the other phrase", "別の句") },
  { value: "blind", label: words("everything, from “and”", "「と」からすべて") },
] as const;
export type MaskName = (typeof masks)[number]["value"];

const phrases = [0, 0, 1, 2, 2];
const and = 2;

/** Who may look where, as 0 and 1. */
export function maskOf(name: MaskName): Matrix {
  const sees = (i: number, j: number): boolean => {
    switch (name) {
      case "none":
        return true;
      case "causal":
        return j <= i;
      case "phrases":
        return phrases[i] === phrases[j];
      case "blind":
        return i !== and;
    }
  };
  return tokens.map((_, i) => tokens.map((__, j) => (sees(i, j) ? 1 : 0)));
}

export function maskControl(value: MaskName) {
  return {
    control: "choice",
    id: "mask",
    label: words("hidden", "隠すもの"),
    options: masks,
    value,
  } as const;
}

/** The mask that an event asks for, or null. */
export function maskIn(value: number | string | boolean): MaskName | null {
  return masks.find((one) => one.value === value)?.value ?? null;
}
