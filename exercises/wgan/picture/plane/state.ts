import type { SceneEvent } from "#sdk/picture.ts";
import { clamp } from "#sdk/plot.ts";
import { createRng } from "#sdk/random.ts";

export interface PlaneState {
  readonly real: readonly (readonly [number, number])[];
  readonly fake: readonly (readonly [number, number])[];
  /** How often u was drawn anew. */
  readonly draw: number;
  /** The critic's heights, times this. */
  readonly steepness: number;
  readonly lambda: number;
}

export const side = 3;
export const STEEPEST = 2.4;

export const planeStart: PlaneState = {
  real: [
    [1.9, 1.9],
    [2.5, 0.6],
    [2.2, -0.9],
    [0.9, -2.3],
  ],
  fake: [
    [-1.7, 2.3],
    [-2.4, 0.9],
    [-2.1, -0.7],
    [-1.2, -2],
  ],
  draw: 0,
  steepness: 1.4,
  lambda: 10,
};

/** One u for each pair, well apart from each other and from 1/2. */
export function sharesOf({ draw, real }: PlaneState): number[] {
  const rng = createRng(`plane ${draw}`);
  return rng
    .permutation(real.length)
    .map((rank) => Math.round(100 * ((rank + rng.uniform(0.2, 0.8)) / real.length)) / 100);
}

/** The height of the critic of steepness 1 at a point of the plane. */
export function heightAt([a, b]: readonly [number, number]): number {
  return 0.7 * a + 0.16 * a * b + 0.35 * Math.sin(1.3 * b + 0.4);
}

/** The direction and rate of its steepest climb. */
export function gradientAt([a, b]: readonly [number, number]): readonly [number, number] {
  return [0.7 + 0.16 * b, 0.16 * a + 0.455 * Math.cos(1.3 * b + 0.4)];
}

export function planeChange(state: PlaneState, event: SceneEvent): PlaneState {
  switch (event.kind) {
    case "drag":
      return dragged(state, event);
    case "push":
      return event.id === "anew" ? { ...state, draw: state.draw + 1 } : state;
    case "set":
      if (event.id === "steepness") return { ...state, steepness: clamp(Number(event.value), 0, STEEPEST) };
      return event.id === "lambda" ? { ...state, lambda: clamp(Number(event.value), 0, 20) } : state;
    default:
      return state;
  }
}

function dragged(
  state: PlaneState,
  { id, x, y }: { readonly id: string; readonly x: number; readonly y: number },
) {
  if (id === "steepness") return { ...state, steepness: Math.round(50 * clamp(x, 0, STEEPEST)) / 50 };
  const [, sample, index] = /^(real|fake)(\d+)$/.exec(id) ?? [];
  if (sample !== "real" && sample !== "fake") return state;
  const place = [clamp(x, -side, side), clamp(y, -side, side)] as const;
  return { ...state, [sample]: state[sample].with(Number(index), place) };
}
