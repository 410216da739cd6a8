import { scaleLinear, scaleLog } from "d3-scale";
import type { Localized } from "#contract/messages.ts";
import type { Axis, Numbers } from "#contract/scene.ts";

/** Pixels of a value, NaN for what has no place, and the way back. */
export interface Scale {
  (value: number | null | undefined): number;
  readonly invert: (pixel: number) => number;
  readonly ticks: (count: number) => readonly { readonly at: number; readonly text: string }[];
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where marks go: the two scales, the box inside the axes; and how a text is chosen. */
export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly box: Box;
  readonly say: Say;
}

/** A text in the page's language. */
export type Say = (text: string | Localized) => string;

export function scaleOf({ domain, scale = "linear" }: Axis, range: readonly [number, number]): Scale {
  const made = scale === "log" ? scaleLog(domain, range) : scaleLinear(domain, range);
  const place = (value: number | null | undefined): number =>
    value == null || !Number.isFinite(value) ? NaN : made(value);
  return Object.assign(place, {
    invert: (pixel: number) => made.invert(pixel),
    ticks: (count: number) => {
      const print = made.tickFormat(count);
      return made.ticks(count).map((at) => ({ at, text: print(at).replace("−", "-") }));
    },
  });
}

export function at(numbers: Numbers, index: number): number {
  const value = numbers[index];
  return value == null || !Number.isFinite(value) ? NaN : value;
}
