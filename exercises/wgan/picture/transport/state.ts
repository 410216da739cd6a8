import type { SceneEvent } from "#sdk/picture.ts";
import { clamp } from "#sdk/plot.ts";

export interface TransportState {
  readonly real: readonly number[];
  /** Where the fake points lie before all of them are slid by `slide`. */
  readonly fake: readonly number[];
  readonly slide: number;
  /** In which order the points are joined by lines. */
  readonly order: "sorted" | "given";
}

export const reach = 4;
const MOST = 8;

export const transportStart: TransportState = {
  real: [1.4, -1.9, 2.6, -0.4, 0.3],
  fake: [-2.9, 0.9, -1.2, 3.3],
  slide: 0,
  order: "sorted",
};

/** The fake points where they are now. */
export function fakesAt({ fake, slide }: TransportState, at = slide): number[] {
  return fake.map((place) => place + at);
}

export function transportChange(state: TransportState, event: SceneEvent): TransportState {
  switch (event.kind) {
    case "drag":
      return dragged(state, event.id, event.x);
    case "press":
      return event.y > 0.5 ? added(state, "real", event.x) : added(state, "fake", event.x - state.slide);
    case "remove":
      return removed(state, event.id);
    case "set":
      return event.id === "order" && (event.value === "sorted" || event.value === "given")
        ? { ...state, order: event.value }
        : state;
    case "push":
      return pushed(state, event.id);
  }
}

function dragged(state: TransportState, id: string, x: number): TransportState {
  if (id === "slide") return { ...state, slide: Math.round(20 * clamp(x, -reach, reach)) / 20 };
  const found = named(id);
  if (found === null) return state;
  const place = clamp(x, -reach, reach) - (found.sample === "fake" ? state.slide : 0);
  return { ...state, [found.sample]: state[found.sample].with(found.index, place) };
}

function added(state: TransportState, sample: Sample, place: number): TransportState {
  if (state[sample].length >= MOST) return state;
  return { ...state, [sample]: [...state[sample], Math.round(20 * place) / 20] };
}

function removed(state: TransportState, id: string): TransportState {
  const found = named(id);
  if (found === null || state[found.sample].length <= 1) return state;
  return { ...state, [found.sample]: state[found.sample].toSpliced(found.index, 1) };
}

function pushed(state: TransportState, id: string): TransportState {
  if (id === "same") return { ...state, fake: state.real.toReversed(), slide: 0 };
  return id === "anew" ? { ...transportStart, order: state.order } : state;
}

type Sample = "real" | "fake";

function named(id: string): { readonly sample: Sample; readonly index: number } | null {
  const [, sample, index] = /^(real|fake)(\d+)$/.exec(id) ?? [];
  return sample === "real" || sample === "fake" ? { sample, index: Number(index) } : null;
}
