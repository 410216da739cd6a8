import { numbersIn } from "#compare/numbers.ts";
import type { Value } from "#contract/values.ts";
import { near, sizeOf, type Finder, type Pair } from "./pair.ts";

type Rearrange = (right: Value) => Value | null;

const arrangements: Readonly<Record<string, Rearrange>> = {
  transpose: (right) => (isSquare(right) ? transposed(right) : null),
  reversed: (right) => (Array.isArray(right) ? (right as readonly Value[]).toReversed() : null),
  "shifted-later": (right) => shifted(right, 1),
  "shifted-earlier": (right) => shifted(right, -1),
};

/** The right numbers in other places. A shift leaves one place over, which may hold anything. */
export const arrangement: Finder = ({ pairs }) => {
  for (const [name, rearrange] of Object.entries(arrangements))
    if (explainsAll(pairs, rearrange)) return { key: `relation.${name}`, values: {} };
  return null;
};

function explainsAll(pairs: readonly Pair[], rearrange: Rearrange): boolean {
  let moved = false;
  for (const { right, got } of pairs) {
    const wanted = rearrange(right);
    if (wanted === null || !sameWhereKnown(wanted, got)) return false;
    moved ||= !sameWhereKnown(right, got);
  }
  return moved;
}

/** Rows that are right in the first place only: the others repeat it or were never computed. */
export const firstRowOnly: Finder = ({ pairs }) => {
  const lists = pairs.every(
    ({ right, got }) => Array.isArray(right) && Array.isArray(got) && right.length > 1,
  );
  if (!lists) return null;
  const rows = (value: Value): readonly Value[] => value as readonly Value[];
  const firstRight = pairs.every(({ right, got }) => sameWhereKnown(rows(right)[0], rows(got)[0]));
  const othersWrong = pairs.every(({ right, got }) =>
    rows(right).every((row, index) => index === 0 || !sameWhereKnown(row, rows(got)[index])),
  );
  return firstRight && othersWrong ? { key: "relation.first-row", values: {} } : null;
};

function sameWhereKnown(wanted: Value, got: Value): boolean {
  const s = numbersIn(got);
  const w = numbersIn(wanted);
  const size = sizeOf(w.filter((value) => Number.isFinite(value)));
  return (
    s.length === w.length &&
    w.every((value, index) => Number.isNaN(value) || near(s[index] ?? NaN, value, size))
  );
}

function isSquare(value: Value): boolean {
  if (!Array.isArray(value) || value.length < 2) return false;
  return (value as readonly Value[]).every((row) => Array.isArray(row) && row.length === value.length);
}

function transposed(value: Value): Value {
  const rows = value as readonly (readonly Value[])[];
  return rows.map((_, index) => rows.map((row) => row[index]));
}

function shifted(value: Value, by: 1 | -1): Value | null {
  if (!Array.isArray(value) || value.length < 4) return null;
  const rows = value as readonly Value[];
  if (rows.some((row) => typeof row !== "number")) return null;
  return by === 1 ? [NaN, ...rows.slice(0, -1)] : [...rows.slice(1), NaN];
}
