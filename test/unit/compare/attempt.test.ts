import assert from "node:assert/strict";
import { isCopied, movesWith } from "#compare/attempt.ts";
import type { Value } from "#contract/values.ts";

/** [what, before, after, whether it moved] */
const moves: readonly (readonly [string, Value, Value, boolean])[] = [
  ["not at all", [1, 2], [1, 2], false],
  ["by rounding", [1, 2], [1 + 1e-9, 2], false],
  ["by less than a thousandth of the largest entry", [0, 100], [0.09, 100], false],
  ["by more", [0, 100], [0.11, 100], true],
  ["from 0 to anything", 0, 1e-9, true],
  ["to NaN", 1, NaN, false],
  ["to another shape", [1], [1, 1], true],
];

/** [what, arguments, result, whether it is made of the arguments' numbers] */
const copies: readonly (readonly [string, Value, Value, boolean])[] = [
  ["an argument", [[1, 2], 3], [1, 2], true],
  ["an argument backwards", [[1, 2], 3], [2, 1], true],
  ["one entry", [[1, 2], 3], 3, true],
  ["entries from everywhere", [{ W: [[1, 2]] }, 3], [3, 2, 2], true],
  ["a new number", [[1, 2], 3], [1, 2.5], false],
  ["the negative", [[1, 2], 3], -3, false],
];

type Row = (typeof moves)[number];

function check(rows: readonly Row[], of: (first: Value, second: Value) => boolean): void {
  for (const [what, first, second, is] of rows)
    it(`${what}: ${is ? "yes" : "no"}`, () => {
      assert.equal(of(first, second), is);
    });
}

describe("does an answer move", () => {
  check(moves, movesWith);
});

describe("is an answer copied from the inputs", () => {
  check(copies, isCopied);
});
