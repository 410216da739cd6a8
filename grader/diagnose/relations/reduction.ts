import { numbersIn } from "#compare/numbers.ts";
import type { Message } from "#contract/messages.ts";
import type { Value } from "#contract/values.ts";
import { near, sizeOf, type Evidence, type Finder } from "./pair.ts";

type Combine = (entries: readonly number[]) => number;

const combinations: Readonly<Record<"sum" | "mean", Combine>> = {
  sum: (entries) => entries.reduce((total, value) => total + value, 0),
  mean: (entries) => entries.reduce((total, value) => total + value, 0) / entries.length,
};

/** The right numbers added up or averaged along one axis, which the result has lost. */
export const reduced: Finder = (evidence) =>
  firstOfAxes(evidence, "reduced", ({ right, got }, axis, combine) => same(along(right, axis, combine), got));

/** The same, with the sum or the mean written into every place along the axis. */
export const spread: Finder = (evidence) =>
  firstOfAxes(evidence, "spread", ({ right, got }, axis, combine) => {
    const wanted = along(right, axis, combine);
    return (
      wanted !== null &&
      // what sums to nothing would explain zeros, up to the noise of the sum
      !numbersIn(wanted).every((value) => near(value, 0, sizeOf(numbersIn(right)))) &&
      !same(right, got) &&
      same(wanted, along(got, axis, combinations.mean)) &&
      isFlat(got, axis)
    );
  });

/** A result with one axis too many: the right one is its sum or its mean along that axis. */
export const unreduced: Finder = ({ pairs }) => {
  for (const [name, combine] of Object.entries(combinations))
    for (let axis = 0; axis < 3; axis++)
      if (
        tells(
          pairs.map(({ got }) => got),
          axis,
        ) &&
        pairs.every(({ right, got }) => same(along(got, axis, combine), right))
      )
        return { key: `relation.unreduced-${name}`, values: { axis: axis + 1 } };
  return null;
};

function firstOfAxes(
  { spec, pairs }: Evidence,
  kind: "reduced" | "spread",
  holds: (pair: Evidence["pairs"][number], axis: number, combine: Combine) => boolean,
): Message | null {
  if (spec.returns.kind !== "tensor") return null;
  for (const [axis, name] of spec.returns.shape.entries())
    for (const [how, combine] of Object.entries(combinations))
      if (
        tells(
          pairs.map(({ right }) => right),
          axis,
        ) &&
        pairs.every((pair) => holds(pair, axis, combine))
      )
        return { key: `relation.${kind}-${how}`, values: { axis: name } };
  return null;
}

/** A sum over a single entry is that entry, and no sum. */
function tells(values: readonly Value[], axis: number): boolean {
  return values.some((value) => {
    let level = value;
    for (let depth = 0; depth < axis; depth++)
      level = Array.isArray(level) ? (level as readonly Value[])[0] : null;
    return Array.isArray(level) && level.length > 1;
  });
}

/** A tensor without one of its axes; null where it has no such axis. */
function along(value: Value, axis: number, combine: Combine): Value {
  if (!Array.isArray(value)) return null;
  const rows = value as readonly Value[];
  if (axis > 0) return rows.map((row) => along(row, axis - 1, combine));
  const [first] = rows;
  if (typeof first === "number") return combine(rows as readonly number[]);
  if (!Array.isArray(first)) return null;
  return (first as readonly Value[]).map((_, index) =>
    along(
      rows.map((row) => (row as readonly Value[])[index]),
      0,
      combine,
    ),
  );
}

/** Whether the entries along the axis are all the same. */
function isFlat(value: Value, axis: number): boolean {
  if (!Array.isArray(value)) return false;
  const rows = value as readonly Value[];
  return axis > 0 ? rows.every((row) => isFlat(row, axis - 1)) : rows.every((row) => same(rows[0], row));
}

function same(wanted: Value, got: Value): boolean {
  if (shapeOf(wanted) !== shapeOf(got)) return false;
  const [r, s] = [numbersIn(wanted), numbersIn(got)];
  const size = sizeOf(r);
  return r.length > 0 && r.every((value, index) => near(s[index] ?? NaN, value, size));
}

/** Lengths of all levels; what is no tensor has none in common with one. */
function shapeOf(value: Value): string {
  if (typeof value === "number") return "";
  if (!Array.isArray(value)) return "?";
  const rows = (value as readonly Value[]).map(shapeOf);
  return rows.every((row) => row === rows[0]) ? `${rows.length},${rows[0] ?? ""}` : "?";
}
