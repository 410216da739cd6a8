/** One line of a plan: so much mass from a real point to a fake one. */
export interface Carried {
  readonly from: number;
  readonly to: number;
  readonly mass: number;
}

/** Mass carried from the first points to the first, and so on, in the order in which they stand. */
export function planOf(from: readonly number[], to: readonly number[]): readonly Carried[] {
  const ends = [...from.map((_, i) => (i + 1) / from.length), ...to.map((_, j) => (j + 1) / to.length)];
  const levels = ends.toSorted((a, b) => a - b);
  return levels.flatMap((level, k) => {
    const below = levels[k - 1] ?? 0;
    if (level - below < 1e-9) return [];
    const middle = (level + below) / 2;
    const at = (points: readonly number[]): number => points[Math.floor(middle * points.length)] ?? NaN;
    return [{ from: at(from), to: at(to), mass: level - below }];
  });
}

export function rising(points: readonly number[]): number[] {
  return points.toSorted((a, b) => a - b);
}

/** Mass times way of all lines. */
export function workOf(plan: readonly Carried[]): number {
  return plan.reduce((sum, { from, to, mass }) => sum + mass * Math.abs(from - to), 0);
}
