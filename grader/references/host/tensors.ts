import type { NestedNumbers } from "#sdk/reference.ts";
import { referenceFailed, type Place } from "./place.ts";

/** Equal-shaped arrays, one per instance, laid out as one tensor: [instances, ...shape]. */
export interface Stacked {
  readonly shape: readonly number[]; // of one instance
  readonly data: Float32Array;
}

/** Lays out the tensor `name` of every instance. Throws reference-failed where a shape is irregular or differs. */
export function stack(place: Place, name: string, values: readonly NestedNumbers[]): Stacked {
  const shape = shapeOf(values[0]);
  const size = sizeOf(shape);
  const data = new Float32Array(values.length * size);
  values.forEach((value, instance) => {
    const end = fill(value, shape, 0, data, instance * size);
    if (end === (instance + 1) * size) return;
    const found = `instance 0 gives [${shape.join(", ")}], instance ${String(instance)} gives [${shapeOf(value).join(", ")}]`;
    throw referenceFailed(
      place,
      `prepare must give the tensor "${name}" one rectangular shape of numbers; ${found}`,
    );
  });
  return { shape, data };
}

/** Splits [instances, ...shape] into nested arrays, one per instance. */
export function unstack(data: ArrayLike<number>, stackedShape: readonly number[]): NestedNumbers[] {
  const [instances = 0, ...shape] = stackedShape;
  const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
  const layout = { data, shape, strides };
  const size = sizeOf(shape);
  return Array.from({ length: instances }, (_, instance) => nest(layout, 0, instance * size));
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

function shapeOf(value: NestedNumbers | undefined): number[] {
  const shape = [];
  let level = value;
  while (Array.isArray(level)) {
    shape.push(level.length);
    level = (level as readonly NestedNumbers[])[0];
  }
  return shape;
}

/** Writes `value` from `offset` on and returns where it ended, or NaN if it is not of this shape. */
function fill(
  value: unknown,
  shape: readonly number[],
  axis: number,
  data: Float32Array,
  offset: number,
): number {
  if (axis === shape.length) {
    if (typeof value !== "number") return Number.NaN;
    data[offset] = value;
    return offset + 1;
  }
  if (!Array.isArray(value) || value.length !== shape[axis]) return Number.NaN;
  let end = offset;
  // numbers are written here, not each by a call of its own
  for (const element of value as readonly unknown[])
    if (typeof element === "number" && axis === shape.length - 1) data[end++] = element;
    else end = fill(element, shape, axis + 1, data, end);
  return end;
}

interface Layout {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** A loop: of what the host does for a large batch, this was the slowest part. */
function nest(layout: Layout, axis: number, offset: number): NestedNumbers {
  const length = layout.shape[axis];
  if (length === undefined) return layout.data[offset] ?? Number.NaN;
  const stride = layout.strides[axis] ?? 1;
  const entries: NestedNumbers[] = [];
  for (let index = 0; index < length; index++) entries.push(nest(layout, axis + 1, offset + index * stride));
  return entries;
}
