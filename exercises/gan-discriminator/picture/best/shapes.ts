import type { SceneEvent } from "#sdk/picture.ts";
import { centres, clamp } from "#sdk/plot.ts";

/** A smooth bump that ends: nothing lies further than `reach` from its middle. */
export interface Bump {
  readonly middle: number;
  readonly reach: number;
}

/** The densities of real and fake samples, and the place at which one looks closer. */
export interface Shapes {
  readonly real: readonly [Bump, Bump];
  readonly fake: Bump;
  readonly place: number;
}

export const edge = 5;
export const tallest = 0.95;

export const shapesStart: Shapes = {
  real: [
    { middle: -1.4, reach: 1.1 },
    { middle: 1.3, reach: 0.9 },
  ],
  fake: { middle: 0.3, reach: 1.5 },
  place: -0.8,
};

/** How far from 0 the middle of a bump may lie. */
export const farthest = 3.6;

/** Where the densities are looked at. */
export const places = centres(-edge, edge, 100);

/** The middles of wider cells, which are the states of a distribution. */
const cells = centres(-edge, edge, 50);

/** cos^2 between middle - reach and middle + reach; its area is 1. */
function heightOf({ middle, reach }: Bump, x: number): number {
  const away = Math.abs(x - middle) / reach;
  return away >= 1 ? 0 : Math.cos((Math.PI / 2) * away) ** 2 / reach;
}

export function realDensity({ real }: Shapes, x: number): number {
  return (heightOf(real[0], x) + heightOf(real[1], x)) / 2;
}

export function fakeDensity({ fake }: Shapes, x: number): number {
  return heightOf(fake, x);
}

/** The cells as states of a distribution: their densities, summing to 1. */
export function masses(density: (x: number) => number): number[] {
  const heights = cells.map(density);
  const sum = heights.reduce((total, height) => total + height, 0);
  return heights.map((height) => height / sum);
}

/** The fakes slid so that their middle lies elsewhere. */
export function withFakeAt(shapes: Shapes, middle: number): Shapes {
  return { ...shapes, fake: { ...shapes.fake, middle } };
}

/** A number between 0 and 1 turned into a sample, by the share of a bump that lies left of it. */
export function sampleOf({ middle, reach }: Bump, u: number): number {
  let [low, high] = [-1, 1];
  for (let halving = 0; halving < 20; halving++) {
    const t = (low + high) / 2;
    if ((t + 1 + Math.sin(Math.PI * t) / Math.PI) / 2 < u) low = t;
    else high = t;
  }
  return middle + (reach * (low + high)) / 2;
}

/** The top of a bump tells its middle and, since its area stays, its reach. */
export function topOf(bump: Bump, weight: number): { readonly x: number; readonly y: number } {
  return { x: bump.middle, y: weight / bump.reach };
}

function fromTop(x: number, y: number, weight: number): Bump {
  const reach = clamp(weight / Math.max(y, 1e-3), 0.6, 2.4);
  return { middle: Math.round(20 * clamp(x, -farthest, farthest)) / 20, reach: Math.round(50 * reach) / 50 };
}

export function shapesChange(shapes: Shapes, event: SceneEvent): Shapes {
  if (event.kind === "push") return pushed(shapes, event.id);
  if (event.kind !== "drag") return shapes;
  const { id, x, y } = event;
  const [left, right] = shapes.real;
  switch (id) {
    case "real0":
      return { ...shapes, real: [fromTop(x, y, 0.5), right] };
    case "real1":
      return { ...shapes, real: [left, fromTop(x, y, 0.5)] };
    case "fake":
      return { ...shapes, fake: fromTop(x, y, 1) };
    case "slide":
      return withFakeAt(shapes, Math.round(20 * clamp(x, -farthest, farthest)) / 20);
    case "place":
      return { ...shapes, place: Math.round(20 * clamp(x, -edge, edge)) / 20 };
    default:
      return shapes;
  }
}

function pushed(shapes: Shapes, id: string): Shapes {
  const same: Bump = { middle: 0.3, reach: 1.5 };
  if (id === "equal") return { ...shapes, real: [same, same], fake: same };
  if (id === "apart")
    return {
      ...shapes,
      real: [
        { middle: -2.5, reach: 0.9 },
        { middle: -1.4, reach: 0.8 },
      ],
      fake: { middle: 2.1, reach: 1.2 },
    };
  return id === "anew" ? shapesStart : shapes;
}
