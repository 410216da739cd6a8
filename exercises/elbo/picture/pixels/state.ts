import type { SceneEvent } from "#sdk/picture.ts";
import { clamp } from "#sdk/plot.ts";
import { guesses, images, side } from "./images.ts";

/** A batch of three images, how sure the decoder is, which image is looked at, and which of its pixels. */
export interface PixelsState {
  readonly x: number[][];
  /** Logits go up to 2 to this power. */
  readonly sharpness: number;
  readonly row: number;
  readonly pixel: number;
}

export const sharpnessRange = [-1, 10] as const;

/** What the encoder says of each image; nothing here moves it. */
export const codes = {
  mu: [
    [2.1, -0.9],
    [-1.2, 1.6],
    [0.7, 2.4],
  ],
  logVar: [
    [-1.6, -0.7],
    [-0.9, -2],
    [0.6, -1.2],
  ],
};

export const rows = [0, 1, 2];

export function change(state: PixelsState, event: SceneEvent): PixelsState {
  switch (event.kind) {
    case "set":
      if (event.id === "row") return { ...state, row: clamp(Math.round(Number(event.value)), 0, 2) };
      return event.id === "sharpness"
        ? { ...state, sharpness: clamp(Number(event.value), ...sharpnessRange) }
        : state;
    case "press": {
      const [column, row] = [event.x, event.y].map((value) => clamp(Math.floor(value), 0, side - 1));
      return flipped(state, (row ?? 0) * side + (column ?? 0));
    }
    case "push":
      return event.id === "restore" ? { ...state, x: images.map((image) => [...image]) } : state;
    case "drag":
    case "remove":
      return state;
  }
}

function flipped(state: PixelsState, pixel: number): PixelsState {
  const x = state.x.map((image, n) =>
    n === state.row ? image.map((value, k) => (k === pixel ? 1 - value : value)) : image,
  );
  return { ...state, x, pixel };
}

export function logitsOf({ sharpness }: PixelsState): number[][] {
  return guesses.map((guess) => guess.map((value) => 2 ** sharpness * value));
}

export function placeOf(pixel: number): string {
  return `${Math.floor(pixel / side) + 1}, ${(pixel % side) + 1}`;
}
