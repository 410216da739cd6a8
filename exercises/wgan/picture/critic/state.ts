import { restart, type SceneEvent } from "#sdk/picture.ts";
import { clamp } from "#sdk/plot.ts";
import { beginner, edge, reals, type Learner } from "./learner.ts";

/** Two critics learn side by side from the same samples: by the student's functions, and by the right ones. */
export interface CriticState {
  readonly step: number;
  readonly lambda: number;
  /** Whether the fakes move too. */
  readonly generator: boolean;
  readonly real: readonly number[];
  readonly student: Learner;
  readonly reference: Learner;
}

export const LAST = 160;

export const criticStart: CriticState = {
  step: 0,
  lambda: 10,
  generator: false,
  real: reals,
  student: beginner,
  reference: beginner,
};

export function criticChange(state: CriticState, event: SceneEvent): CriticState {
  if (event.kind === "push" && event.id === restart)
    return { ...criticStart, lambda: state.lambda, generator: state.generator };
  if (event.kind === "drag")
    return dragged(state, event.id, Math.round(20 * clamp(event.x, -edge, edge)) / 20);
  if (event.kind !== "set") return state;
  if (event.id === "lambda") return { ...state, lambda: clamp(Number(event.value), 0, 20) };
  if (event.id === "generator") return { ...state, generator: event.value === true };
  return state;
}

function dragged(state: CriticState, id: string, place: number): CriticState {
  const [, sample, index] = /^(real|fake)(\d+)$/.exec(id) ?? [];
  const at = Number(index);
  if (sample === "real") return { ...state, real: state.real.with(at, place) };
  if (sample !== "fake") return state;
  const moved = (learner: Learner): Learner => ({ ...learner, fakes: learner.fakes.with(at, place) });
  return { ...state, student: moved(state.student), reference: moved(state.reference) };
}
