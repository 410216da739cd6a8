import { clamp } from "#sdk/plot.ts";

/**
 * Probabilities after one of them was moved: the others share the rest in the proportions that they had above `least`, which
 * none may fall below.
 */
export function moved(p: readonly number[], index: number, to: number, least: number): number[] {
  const above = p.map((value) => Math.max(0, value - least));
  const free = 1 - p.length * least;
  const held = clamp(Math.round((to - least) * 1000) / 1000, 0, free);
  const others = sum(above) - (above[index] ?? 0);
  return above.map((value, k) => {
    if (k === index) return least + held;
    const share = others > 1e-9 ? value / others : 1 / (p.length - 1);
    return least + (free - held) * share;
  });
}

/** From 0 on, what lies before each entry, and at last the whole. */
export function cumulated(values: readonly number[]): number[] {
  const edges = [0];
  for (const value of values) edges.push((edges.at(-1) ?? 0) + value);
  return edges;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
