import type { SceneEvent } from "#sdk/picture.ts";
import { clamp, steps } from "#sdk/plot.ts";

/** A few samples by their logits, in units that are larger on the far axis. */
export interface Bets {
  readonly real: readonly number[];
  readonly fake: readonly number[];
  readonly reach: "near" | "far";
}

export const limit = 6;

export const betsStart: Bets = { real: [2.4, -1.2, 4.1, 0.7], fake: [-2.9, 1.6, -0.6], reach: "near" };

/** Logits a unit. */
export function unitOf({ reach }: Bets): number {
  return reach === "near" ? 1 : 160;
}

export function logitsOf(bets: Bets, kind: Kind): number[] {
  return bets[kind].map((value) => value * unitOf(bets));
}

/** The logits at which the curves are drawn. */
export function axisOf(bets: Bets): number[] {
  return steps(-limit, limit, 49).map((value) => value * unitOf(bets));
}

export const kinds = ["real", "fake"] as const;
export type Kind = (typeof kinds)[number];

export function betsChange(bets: Bets, event: SceneEvent): Bets {
  if (event.kind === "set" && event.id === "reach" && (event.value === "near" || event.value === "far"))
    return { ...bets, reach: event.value };
  if (event.kind === "push" && event.id === "anew") return { ...betsStart, reach: bets.reach };
  if (event.kind !== "drag") return bets;
  const [, kind, index] = /^(real|fake)(\d+)$/.exec(event.id) ?? [];
  if (kind !== "real" && kind !== "fake") return bets;
  const value = Math.round(20 * clamp(event.x / unitOf(bets), -limit, limit)) / 20;
  return { ...bets, [kind]: bets[kind].with(Number(index), value) };
}
