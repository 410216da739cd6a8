import type { Functions } from "../players.ts";
import { gradientAt } from "./state.ts";

/** A player's own interpolates, as far as they are points of the plane. */
export function ownPoints(functions: Functions): (readonly [number, number])[] {
  const rows = functions.get("interpolates", "") ?? [];
  return rows.flatMap(([a, b]) =>
    a !== undefined && b !== undefined && Number.isFinite(a) && Number.isFinite(b) ? [[a, b] as const] : [],
  );
}

/** The gradients of the critic of steepness 1 there. */
export function ownGradients(functions: Functions): (readonly [number, number])[] {
  return ownPoints(functions).map(gradientAt);
}

export function lengths(gradients: readonly (readonly [number, number])[]): number[] {
  return gradients.map(([a, b]) => Math.hypot(a, b));
}
