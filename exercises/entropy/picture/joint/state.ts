import type { SceneEvent } from "#sdk/picture.ts";
import { clamp } from "#sdk/plot.ts";
import { cumulated, sum } from "../simplex.ts";

/** p(x), and p(y | x) row by row: kept apart, so that a row that shrinks to nothing finds its distribution again. */
export interface JointState {
  readonly marginal: number[];
  readonly conditional: number[][];
}

export const start: JointState = {
  marginal: [0.5, 0.35, 0.15],
  conditional: [
    [0.7, 0.2, 0.1],
    [0.25, 0.25, 0.5],
    [0.05, 0.9, 0.05],
  ],
};

export function change(state: JointState, event: SceneEvent): JointState {
  switch (event.kind) {
    case "drag": {
      const edge = /^row([01])$/.exec(event.id)?.[1];
      if (edge !== undefined) return { ...state, marginal: withEdge(state.marginal, Number(edge), event.y) };
      const [, x, y] = /^cell([0-2])([01])$/.exec(event.id) ?? [];
      if (x === undefined || y === undefined) return state;
      const conditional = state.conditional.map((row, index) =>
        index === Number(x) ? withEdge(row, Number(y), event.x) : row,
      );
      return { ...state, conditional };
    }
    case "push":
      return pushed(state, event.id);
    case "set":
    case "press":
    case "remove":
      return state;
  }
}

function pushed(state: JointState, id: string): JointState {
  switch (id) {
    case "independent":
      return { ...state, conditional: state.conditional.map(() => marginalOfY(state)) };
    case "follows":
      return {
        ...state,
        conditional: state.conditional.map((row, x) => row.map((_, y) => (x === y ? 1 : 0))),
      };
    case "never":
      return { ...state, marginal: withEdge(state.marginal, 1, 1) };
    case "again":
      return start;
    default:
      return state;
  }
}

/** Shares after the border behind one of them was moved; borders do not pass each other. */
function withEdge(shares: readonly number[], edge: number, to: number): number[] {
  const edges = cumulated(shares);
  const [low, high] = [edges[edge] ?? 0, edge + 2 === shares.length ? 1 : (edges[edge + 2] ?? 1)];
  const at = clamp(snapped(to), low, high);
  return shares.map((share, index) => {
    if (index === edge) return at - low;
    return index === edge + 1 ? high - at : share;
  });
}

/** The ends are easy to hit. */
function snapped(value: number): number {
  if (value < 0.012) return 0;
  return value > 0.988 ? 1 : Math.round(value * 1000) / 1000;
}

/** p(x, y), row by row. */
export function tableOf({ marginal, conditional }: JointState): number[][] {
  return conditional.map((row, x) => row.map((share) => (marginal[x] ?? 0) * share));
}

export function marginalOfY(state: JointState): number[] {
  const table = tableOf(state);
  return [0, 1, 2].map((y) => sum(table.map((row) => row[y] ?? 0)));
}
