import type * as Starter from "../starter.ts";

export type Layer = Starter.Layer;
export type Activation = Starter.Activation;
export type Matrix = number[][];
export type Gradient = ReturnType<typeof Starter.weightGradients>;

/** Where a parameter is: the weight from unit `from` of the layer before into unit `to`, or, without `from`, its bias. */
export interface Place {
  readonly layer: number;
  readonly to: number;
  readonly from: number | null;
}

/** All parameters, layer by layer and unit by unit, each unit's bias after its weights. */
export function placesOf(layers: readonly Layer[]): Place[] {
  return layers.flatMap(({ W }, layer) =>
    W.flatMap((row, to): Place[] => [
      ...row.map((_, from) => ({ layer, to, from })),
      { layer, to, from: null },
    ]),
  );
}

/** What stands there: a parameter's value in layers, its derivative in gradients. */
export function valueAt(
  parts: readonly (Gradient | undefined)[] | undefined,
  { layer, to, from }: Place,
): number | undefined {
  const part = parts?.[layer];
  return from === null ? part?.b[to] : part?.W[to]?.[from];
}

/** The same net with one parameter changed. */
export function withValue(layers: readonly Layer[], place: Place, value: number): Layer[] {
  return layers.map((layer, l) => {
    if (l !== place.layer) return layer;
    const changed = <T>(items: readonly T[], index: number, make: (item: T) => T): T[] =>
      items.map((item, at) => (at === index ? make(item) : item));
    if (place.from === null) return { ...layer, b: changed(layer.b, place.to, () => value) };
    const { from } = place;
    return { ...layer, W: changed(layer.W, place.to, (row) => changed(row, from, () => value)) };
  });
}

/** As the code names it: "layers[1].W[0][2]". */
export function nameOf({ layer, to, from }: Place): string {
  return `layers[${layer}].${from === null ? `b[${to}]` : `W[${to}][${from}]`}`;
}

/** The mean over the batch of half the squared distances, of outputs that somebody computed. */
export function meanError(Y: Matrix, D: Matrix): number {
  const squares = Y.flatMap((row, n) => row.map((y, j) => (y - (D[n]?.[j] ?? NaN)) ** 2));
  return squares.reduce((sum, square) => sum + square, 0) / 2 / D.length;
}

/** Three decimals: enough to compare, and as wide as there is room for. */
export function decimals(value: number | undefined): string {
  if (value === undefined) return "–";
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 1000) return value.toExponential(1);
  const printed = value.toFixed(size < 10 ? 3 : 1);
  return Number(printed) === 0 ? printed.replace("-", "") : printed;
}

export function round(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(6));
}
