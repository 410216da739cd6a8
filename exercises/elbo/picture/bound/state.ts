import type { SceneEvent } from "#sdk/picture.ts";
import { clamp } from "#sdk/plot.ts";

/** p(x, z) of a small model: three images x that may be seen, five hidden states z. All of it sums to 1. */
export const joints: Readonly<Record<string, number[]>> = {
  a: [0.015, 0.12, 0.04, 0.03, 0.02],
  b: [0.075, 0.03, 0.06, 0.02, 0.06],
  c: [0.06, 0.15, 0.1, 0.2, 0.02],
};

export const states = [0, 1, 2, 3, 4];

/**
 * q, kept as the share of the state that is held and how the others divide the rest: a bar that is dragged up to 1 and
 * down again finds the others as they were.
 */
export interface BoundState {
  readonly seen: string;
  readonly held: number;
  readonly share: number;
  readonly others: number[];
}

export function change(state: BoundState, event: SceneEvent): BoundState {
  switch (event.kind) {
    case "drag":
      if (event.id === "share") return { ...state, share: snapped(event.x) };
      // a handle of another page may still be moving when the page has changed
      return /^q[0-4]$/.test(event.id)
        ? { ...taking(state, Number(event.id.slice(1))), share: snapped(event.y) }
        : state;
    case "set":
      return event.id === "seen" && Object.hasOwn(joints, String(event.value))
        ? { ...state, seen: String(event.value) }
        : state;
    case "push":
      if (event.id === "posterior") return { ...state, ...holding(posteriorOf(state), state.held) };
      if (event.id === "uniform")
        return {
          ...state,
          ...holding(
            states.map(() => 0.2),
            state.held,
          ),
        };
      return event.id === "zero" ? { ...state, share: 0 } : state;
    case "press":
    case "remove":
      return state;
  }
}

/** The ends are easy to hit: exactly 0 and exactly 1 are what one wants to see. */
function snapped(share: number): number {
  if (share < 0.012) return 0;
  return share > 0.988 ? 1 : clamp(Math.round(share * 1000) / 1000, 0, 1);
}

function taking(state: BoundState, held: number): BoundState {
  return held === state.held ? state : { ...state, ...holding(qAt(state, state.share), held) };
}

export function holding(q: readonly number[], held: number): Omit<BoundState, "seen"> {
  const rest = q.reduce((sum, value, z) => (z === held ? sum : sum + value), 0);
  const others = q.map((value, z) => {
    if (z === held) return 0;
    return rest > 0 ? value / rest : 1 / (q.length - 1);
  });
  return { held, share: q[held] ?? 0, others };
}

/** q with this share on the state that is held. */
export function qAt({ held, others }: BoundState, share: number): number[] {
  return others.map((other, z) => (z === held ? share : (1 - share) * other));
}

export function jointOf({ seen }: BoundState): number[] {
  return joints[seen] ?? [];
}

export function posteriorOf(state: BoundState): number[] {
  const joint = jointOf(state);
  const evidence = joint.reduce((sum, value) => sum + value, 0);
  return joint.map((value) => value / evidence);
}

export function nameOf(z: number): string {
  return `z${"₁₂₃₄₅".charAt(z)}`;
}
