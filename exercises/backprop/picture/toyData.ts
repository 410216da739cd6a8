import { createRng, type Rng } from "#sdk/random.ts";

export type DataSet = "moons" | "circles" | "xor";

/** A point of one of two classes. */
export interface Datum {
  readonly x: number;
  readonly y: number;
  readonly d: 0 | 1;
}

function pointsOf(set: DataSet): Datum[] {
  const rng = createRng(`backprop ${set}`);
  return Array.from({ length: 48 }, (_, index): Datum => {
    const d = index % 2 === 0 ? 0 : 1;
    const [x, y] = makers[set](rng, d, Math.floor(index / 2) / 24);
    return { x: hundredths(x), y: hundredths(y), d };
  });
}

const makers: Readonly<Record<DataSet, (rng: Rng, d: 0 | 1, share: number) => readonly [number, number]>> = {
  moons: (rng, d, share) => {
    const [x, y] = [1.05 * Math.cos(Math.PI * share), 1.15 * Math.sin(Math.PI * share)];
    const [dx, dy] = [rng.normal(0, 0.1), rng.normal(0, 0.1)];
    return d === 0 ? [x - 0.5 + dx, y - 0.4 + dy] : [0.5 - x + dx, 0.4 - y + dy];
  },
  circles: (rng, d, share) => {
    const [angle, radius] = [2 * Math.PI * share, (d === 0 ? 0.55 : 1.5) + rng.normal(0, 0.12)];
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  },
  xor: (rng, d) => {
    const side = rng.sign();
    return [side + rng.normal(0, 0.3), (d === 0 ? side : -side) + rng.normal(0, 0.3)];
  },
};

export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Two classes in [-2, 2] x [-2, 2] which no straight line parts. */
export const dataSets: Readonly<Record<DataSet, readonly Datum[]>> = {
  moons: pointsOf("moons"),
  circles: pointsOf("circles"),
  xor: pointsOf("xor"),
};
