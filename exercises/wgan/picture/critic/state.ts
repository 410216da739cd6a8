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

export const LAST = 240;

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

/** With other samples both begin anew. */
function dragged(state: CriticState, id: string, place: number): CriticState {
  const [, sample, index] = /^(real|fake)(\d+)$/.exec(id) ?? [];
  const at = Number(index);
  const begin = (fakes: readonly number[]): CriticState => {
    const learner = { ...beginner, fakes };
    return { ...state, step: 0, student: learner, reference: learner };
  };
  if (sample === "real") return { ...begin(state.student.fakes), real: state.real.with(at, place) };
  return sample === "fake" ? begin(state.student.fakes.with(at, place)) : state;
}
