import { clamp } from "#sdk/plot.ts";
import { placesOf, type Layer, type Place } from "./net.ts";

/**
 * Where everything stands, in units that are pixels in the narrowest page: numbers do not shrink with the page, so they must
 * fit there. Inputs lie at the bottom; what is computed rises, and the error comes down.
 */
export const size = { width: 480, height: 632 };
export const radius = 18;

const rows = [74, 226, 378, 530] as const;
const columns: Readonly<Record<number, readonly number[]>> = { 2: [138, 342], 3: [84, 240, 396] };
const track = { half: 56, inputs: 24, targets: 586 };
const inputRange = [-2, 2] as const;
const targetRange = [-1, 2] as const;

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Row -1 of units are the inputs. */
export function unitAt(layers: readonly Layer[], layer: number, unit: number): Spot {
  const count = layer < 0 ? (layers[0]?.W[0]?.length ?? 0) : (layers[layer]?.W.length ?? 0);
  return { x: columns[count]?.[unit] ?? NaN, y: rows[layer + 1] ?? NaN };
}

/** An edge from rim to rim. */
export interface Wire {
  readonly from: Spot;
  readonly to: Spot;
  /** Where its numbers stand. */
  readonly label: Spot;
}

export function wireOf(layers: readonly Layer[], place: Place & { readonly from: number }): Wire {
  const [from, to] = [unitAt(layers, place.layer - 1, place.from), unitAt(layers, place.layer, place.to)];
  const rim = radius / Math.hypot(to.x - from.x, to.y - from.y);
  return {
    from: between(from, to, rim),
    to: between(from, to, 1 - rim),
    label: between(from, to, labelShare(layers, place)),
  };
}

function between(from: Spot, to: Spot, share: number): Spot {
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

/**
 * How far along an edge its numbers stand. All edges of one unit, on the side of the layer that has fewer, share a height:
 * there the other layer's units spread them apart, and another unit's numbers stand at another height.
 */
function labelShare(
  layers: readonly Layer[],
  { layer, from, to }: Place & { readonly from: number },
): number {
  const W = layers[layer]?.W ?? [];
  const [outs, ins] = [W.length, W[0]?.length ?? 0];
  if (outs === ins) return from === 0 ? 0.41 : 0.65;
  if (outs > ins) return from === 0 ? 0.57 : 0.76;
  return to === 0 ? 0.24 : 0.43;
}

export interface Track {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  /** The place of a value on it. */
  readonly at: (value: number) => number;
}

export function inputTrack(layers: readonly Layer[], unit: number): Track {
  return trackAt(unitAt(layers, -1, unit).x, track.inputs, inputRange);
}

export function targetTrack(layers: readonly Layer[], unit: number): Track {
  return trackAt(unitAt(layers, layers.length - 1, unit).x, track.targets, targetRange);
}

function trackAt(middle: number, y: number, [low, high]: readonly [number, number]): Track {
  const [x0, x1] = [middle - track.half, middle + track.half];
  return { x0, x1, y, at: (value) => x0 + ((clamp(value, low, high) - low) / (high - low)) * (x1 - x0) };
}

export function inputOf(layers: readonly Layer[], unit: number, x: number): number {
  return valueOn(inputTrack(layers, unit), x, inputRange);
}

export function targetOf(layers: readonly Layer[], unit: number, x: number): number {
  return valueOn(targetTrack(layers, unit), x, targetRange);
}

function valueOn({ x0, x1 }: Track, x: number, [low, high]: readonly [number, number]): number {
  return low + (clamp((x - x0) / (x1 - x0), 0, 1) || 0) * (high - low);
}

/** The parameter that a press means: an edge's numbers, a unit for its bias, or the nearest edge. */
export function pressed(layers: readonly Layer[], at: Spot): number | null {
  const distances = placesOf(layers).map((place) => distanceTo(layers, place, at));
  const nearest = Math.min(...distances);
  return nearest < 14 ? distances.indexOf(nearest) : null;
}

function distanceTo(layers: readonly Layer[], place: Place, at: Spot): number {
  const { layer, to, from } = place;
  if (from === null) {
    const unit = unitAt(layers, layer, to);
    const besides = Math.abs(at.y - unit.y) < radius && unit.x - at.x > 0 && unit.x - at.x < 70;
    return besides || Math.hypot(at.x - unit.x, at.y - unit.y) < radius ? 0 : Infinity;
  }
  const wire = wireOf(layers, { layer, to, from });
  if (Math.abs(at.x - wire.label.x) < 36 && Math.abs(at.y - wire.label.y) < 14) return 0;
  return distanceToLine(wire, at);
}

function distanceToLine({ from, to }: Wire, at: Spot): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = clamp(((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy), 0, 1);
  return Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}

/** A place that is kept free for what is written there. */
export interface Box extends Spot {
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** What is seen of an edge that passes behind boxes. */
export function partsOf({ from, to }: Wire, boxes: readonly Box[]): (readonly [Spot, Spot])[] {
  const hidden = boxes
    .map((box) => shareInside(from, to, box))
    .filter(([first, last]) => first < last)
    .toSorted(([one], [other]) => one - other);
  const parts: (readonly [Spot, Spot])[] = [];
  let reached = 0;
  for (const [first, last] of [...hidden, [1, 1] as const]) {
    if (first > reached) parts.push([between(from, to, reached), between(from, to, first)]);
    reached = Math.max(reached, last);
  }
  return parts;
}

/** From which share of the way to which other one it is inside: none where the first is the larger. */
function shareInside(from: Spot, to: Spot, box: Box): readonly [number, number] {
  const along = (start: number, end: number, middle: number, half: number): readonly [number, number] => {
    if (start === end) return Math.abs(start - middle) < half ? [0, 1] : [1, 0];
    const [one, other] = [(middle - half - start) / (end - start), (middle + half - start) / (end - start)];
    return [Math.min(one, other), Math.max(one, other)];
  };
  const across = along(from.x, to.x, box.x, box.halfWidth);
  const up = along(from.y, to.y, box.y, box.halfHeight);
  return [Math.max(0, across[0], up[0]), Math.min(1, across[1], up[1])];
}
